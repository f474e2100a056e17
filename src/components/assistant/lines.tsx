"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { CircleAlert, CircleCheck, RefreshCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { formatPhone } from "@/lib/phone-display";
import { type Outputs, useTRPC } from "@/trpc/client";
import { useBusiness } from "../business-context";
import { QueryErrorState } from "../query-error-state";
import { Section } from "../section";
import { StatusMark } from "../status-mark";
import { Button } from "../ui/button";
import { Skeleton } from "../ui/skeleton";
import { useErrorMessage } from "../use-error-message";
import { useDifferenceText } from "./use-difference-text";

export type Line = Outputs["assistant"]["lines"]["lines"][number];

/** What nobody here can repair: it has to be set up at Retell, or by the platform. */
const beyondUs = ["no_agent", "agent_unknown", "number_unknown", "other_engine"];

/** Each number with the agent and the version that answers it, as Retell has them and as they should be. */
export function Lines() {
  const t = useTranslations("assistant.lines");
  const trpc = useTRPC();
  const query = useQuery(trpc.assistant.lines.queryOptions(undefined, { staleTime: 30_000, retry: false }));
  return (
    <Section title={t("title")}>
      {query.data ? (
        <Checked checked={query.data} />
      ) : query.isError ? (
        <QueryErrorState query={query} />
      ) : (
        <div role="status" aria-label={t("asking")} className="flex flex-col gap-2 py-3">
          <Skeleton className="h-5 w-48" />
          <Skeleton className="h-4 w-64 max-w-full" />
        </div>
      )}
    </Section>
  );
}

function Checked({ checked: { isConfigured, lines } }: { checked: Outputs["assistant"]["lines"] }) {
  const t = useTranslations("assistant.lines");
  const { can } = useBusiness();
  const drifts = lines.some(({ differences }) => differences.some(({ kind }) => !beyondUs.includes(kind)));
  if (lines.length === 0) return <p className="py-3 text-muted-foreground">{t("none")}</p>;
  return (
    <>
      <ul>
        {lines.map((line) => (
          <LineRow key={line.phoneNumber} line={line} isConfigured={isConfigured} />
        ))}
      </ul>
      {!isConfigured && <p className="border-t py-3 text-muted-foreground">{t("noKey")}</p>}
      {can("settings:write") && <Reconcile isNeeded={isConfigured && drifts} />}
    </>
  );
}

function LineRow({ line, isConfigured }: { line: Line; isConfigured: boolean }) {
  const t = useTranslations("assistant.lines");
  const text = useDifferenceText();
  const { phoneNumber, branchName, agentName, version, differences } = line;
  const ok = differences.length === 0;
  return (
    <li className="border-t py-3 first:border-t-0">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="font-medium tabular-nums">{formatPhone(phoneNumber)}</span>
        {isConfigured && (
          <StatusMark icon={ok ? CircleCheck : CircleAlert} tone={ok ? "success" : "warning"}>
            {t(ok ? "ok" : "differs")}
          </StatusMark>
        )}
      </div>
      <p className="break-words text-muted-foreground text-table">
        {[branchName, agentName ?? t("nobody"), version !== null && t("version", { version })]
          .filter(Boolean)
          .join(" → ")}
      </p>
      {!ok && (
        <ul className="flex list-disc flex-col gap-1 pt-2 pl-4 text-table marker:text-muted-foreground">
          {differences.map((difference) => (
            <li key={difference.kind} className="break-words">
              {text(difference)}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** Pending until Retell was read back; only then it is called done. */
function Reconcile({ isNeeded }: { isNeeded: boolean }) {
  const t = useTranslations("assistant.lines");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const message = useErrorMessage();
  const reconcile = useMutation(
    trpc.assistant.reconcile.mutationOptions({
      onSuccess: (checked) => queryClient.setQueryData(trpc.assistant.lines.queryKey(), checked),
      // It may have broken off halfway: what stands there now is asked for.
      onError: () => queryClient.invalidateQueries(trpc.assistant.lines.queryFilter()),
    }),
  );
  const isConfirmed = reconcile.isSuccess && !isNeeded;
  return (
    <div className="flex flex-col gap-2 pt-1" aria-live="polite">
      {isNeeded && (
        <>
          <Button className="self-start" disabled={reconcile.isPending} onClick={() => reconcile.mutate()}>
            <RefreshCw
              className={reconcile.isPending ? "animate-spin motion-reduce:animate-none" : undefined}
            />
            {t(reconcile.isPending ? "reconciling" : "reconcile")}
          </Button>
          <p className="text-muted-foreground text-table">{t("reconcileHint")}</p>
        </>
      )}
      {isConfirmed && <p className="text-success-text">{t("confirmed")}</p>}
      {reconcile.isError && <p className="text-danger-text">{message(reconcile.error).sentence}</p>}
    </div>
  );
}
