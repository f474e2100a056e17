"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { CircleAlert, CircleCheck, RefreshCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { formatPhone } from "@/lib/phone-display";
import { type Outputs, useTRPC } from "@/trpc/client";
import { useBusiness } from "../business-context";
import { cn } from "../class-names";
import { QueryErrorState } from "../query-error-state";
import { Section } from "../section";
import { StatusMark } from "../status-mark";
import { Button } from "../ui/button";
import { Skeleton } from "../ui/skeleton";
import { useErrorMessage } from "../use-error-message";
import type { CheckedAgent, Difference } from "./outputs";
import { useDifferenceText } from "./use-difference-text";

/** What nobody here can repair: it has to be set up at Retell, or by the platform. */
const beyondUs = ["no_agent", "agent_unknown", "number_unknown", "other_engine"];

/** Each agent with its version and the numbers that lead to it, as Retell has them and as they should be. */
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

const allOf = ({ differences, numbers }: CheckedAgent) => [
  ...differences,
  ...numbers.flatMap((number) => number.differences),
];

function Checked({ checked: { isConfigured, agents } }: { checked: Outputs["assistant"]["lines"] }) {
  const t = useTranslations("assistant.lines");
  const { can } = useBusiness();
  const drifts = agents.flatMap(allOf).some(({ kind }) => !beyondUs.includes(kind));
  if (agents.length === 0) return <p className="py-3 text-muted-foreground">{t("none")}</p>;
  return (
    <>
      <ul>
        {agents.map((agent) => (
          <Agent key={agent.numbers[0]?.phoneNumber} agent={agent} isConfigured={isConfigured} />
        ))}
      </ul>
      {!isConfigured && <p className="border-t py-3 text-muted-foreground">{t("noKey")}</p>}
      {can("settings:write") && <Reconcile isNeeded={isConfigured && drifts} />}
    </>
  );
}

function Agent({ agent, isConfigured }: { agent: CheckedAgent; isConfigured: boolean }) {
  const t = useTranslations("assistant.lines");
  const { agentName, version, differences, numbers } = agent;
  const ok = allOf(agent).length === 0;
  return (
    <li className="border-t py-3 first:border-t-0">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <span className="min-w-0 break-words font-medium">
          {agentName ?? t("nobody")}
          {version !== null && (
            <span className="font-normal text-muted-foreground"> · {t("version", { version })}</span>
          )}
        </span>
        {isConfigured && (
          <StatusMark icon={ok ? CircleCheck : CircleAlert} tone={ok ? "success" : "warning"}>
            {t(ok ? "ok" : "differs")}
          </StatusMark>
        )}
      </div>
      <Differences differences={differences} />
      <ul className="pt-1">
        {numbers.map((number) => (
          <li key={number.phoneNumber} className="pt-1.5">
            <span className="tabular-nums">{formatPhone(number.phoneNumber)}</span>
            <span className="break-words text-muted-foreground text-table"> · {number.branchName}</span>
            <Differences differences={number.differences} />
          </li>
        ))}
      </ul>
    </li>
  );
}

function Differences({ differences }: { differences: Difference[] }) {
  const text = useDifferenceText();
  if (differences.length === 0) return null;
  return (
    <ul className="flex list-disc flex-col gap-0.5 py-1 pl-4 text-table marker:text-muted-foreground">
      {differences.map((difference) => (
        <li key={difference.kind} className={cn("break-words", "names" in difference && "-ml-4 list-none")}>
          {"names" in difference ? (
            <details>
              <summary className="cursor-pointer rounded-control hover:text-primary-text">
                {text(difference)}
              </summary>
              <span className="block break-words pl-4 font-mono text-muted-foreground text-xs">
                {difference.names.join(", ")}
              </span>
            </details>
          ) : (
            text(difference)
          )}
        </li>
      ))}
    </ul>
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
      {reconcile.isError && <p className="text-danger-text">{message(reconcile.error).said}</p>}
    </div>
  );
}
