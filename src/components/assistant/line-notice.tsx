"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { CircleCheck, RefreshCw, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useTRPC } from "@/trpc/client";
import { useBusiness } from "../business-context";
import { cn } from "../class-names";
import { Button } from "../ui/button";
import { useErrorMessage } from "../use-error-message";
import type { CheckedAgent } from "./outputs";

/** What nobody here can repair: it has to be set up at Retell, or by the platform. */
const beyondUs = ["no_agent", "agent_unknown", "number_unknown", "other_engine"];

/** What Retell has of this assistant; asked for once a page, and only now and then again. */
export function useLines() {
  const trpc = useTRPC();
  return useQuery(trpc.assistant.lines.queryOptions(undefined, { staleTime: 30_000, retry: false }));
}

/** Whether callers hear the version that counts here; undefined while nobody has asked Retell. */
export const useIsHeard = () => {
  const state = useLines().data?.state;
  return state == null ? undefined : state === "same" || state === "partly";
};

/** Retell is asked while the page loads; beyond this it is not waited for. */
const patienceMs = 3_000;

/** Whether what is said of the line stands or is not to come: what is below it must not move later. */
export function useLineIsClear(): boolean {
  const { isPending } = useLines();
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsOver(true), patienceMs);
    return () => clearTimeout(timer);
  }, []);
  return isOver || !isPending;
}

export const differencesOf = ({ differences, numbers }: CheckedAgent) => [
  ...differences,
  ...numbers.flatMap((number) => number.differences),
];

/** Says it before anything else where callers do not hear what this page shows, with the way out. */
export function LineNotice() {
  const t = useTranslations("assistant.lines");
  const { can } = useBusiness();
  const { data } = useLines();
  const reconcile = useReconcile();
  const message = useErrorMessage();
  if (!data?.state) return null;
  const { state, agents } = data;
  if (state === "same")
    return (
      <div aria-live="polite">
        {reconcile.isSuccess && (
          <p className="mb-7 flex items-start gap-2.5 rounded-surface bg-success-soft px-4 py-3 text-success-text">
            <CircleCheck className="mt-0.5 size-4 shrink-0" aria-hidden="true" />
            {t("confirmed")}
          </p>
        )}
      </div>
    );
  const canBeRepaired = agents.flatMap(differencesOf).some(({ kind }) => !beyondUs.includes(kind));
  // Who can do nothing about it is not alarmed, unless calls are lost.
  const isCalm = state === "partly" || (state === "other" && !can("settings:write"));
  return (
    <section
      aria-label={t("notice")}
      aria-live="polite"
      className={cn(
        "mb-7 flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded-surface px-4 py-3",
        isCalm ? "bg-muted" : "bg-warning-soft text-warning-text",
      )}
    >
      <div className="flex min-w-0 flex-1 basis-80 items-start gap-2.5">
        <TriangleAlert className="mt-0.5 size-4 shrink-0" aria-hidden="true" />
        <div>
          <p className="font-medium">{t(`state.${state}`)}</p>
          <p>{t(canBeRepaired ? (can("settings:write") ? "repair" : "askOwner") : "askPlatform")}</p>
          {reconcile.isError && <p className="text-danger-text">{message(reconcile.error).said}</p>}
        </div>
      </div>
      {canBeRepaired && can("settings:write") && (
        <Button variant="primary" disabled={reconcile.isPending} onClick={() => reconcile.mutate()}>
          <RefreshCw
            className={reconcile.isPending ? "animate-spin motion-reduce:animate-none" : undefined}
          />
          {t(reconcile.isPending ? "reconciling" : "reconcile")}
        </Button>
      )}
    </section>
  );
}

/** Pending until Retell was read back; only then it is called done. */
function useReconcile() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return useMutation(
    trpc.assistant.reconcile.mutationOptions({
      onSuccess: (checked) => queryClient.setQueryData(trpc.assistant.lines.queryKey(), checked),
      // It may have broken off halfway: what stands there now is asked for.
      onError: () => queryClient.invalidateQueries(trpc.assistant.lines.queryFilter()),
    }),
  );
}
