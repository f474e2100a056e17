"use client";

import { CircleAlert, CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { formatPhone } from "@/lib/phone-display";
import type { Outputs } from "@/trpc/client";
import { cn } from "../class-names";
import { QueryErrorState } from "../query-error-state";
import { Section } from "../section";
import { StatusMark } from "../status-mark";
import { Skeleton } from "../ui/skeleton";
import { differencesOf, useLines } from "./line-notice";
import type { CheckedAgent, Difference } from "./outputs";
import { useDifferenceText } from "./use-difference-text";

/** Each agent with its version and the numbers that lead to it, as Retell has them and as they should be. */
export function Lines() {
  const t = useTranslations("assistant.lines");
  const query = useLines();
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

function Checked({ checked: { isConfigured, agents } }: { checked: Outputs["assistant"]["lines"] }) {
  const t = useTranslations("assistant.lines");
  if (agents.length === 0) return <p className="py-3 text-muted-foreground">{t("none")}</p>;
  return (
    <>
      <ul>
        {agents.map((agent) => (
          <Agent key={agent.numbers[0]?.phoneNumber} agent={agent} isConfigured={isConfigured} />
        ))}
      </ul>
      {!isConfigured && <p className="border-t py-3 text-muted-foreground">{t("noKey")}</p>}
    </>
  );
}

function Agent({ agent, isConfigured }: { agent: CheckedAgent; isConfigured: boolean }) {
  const t = useTranslations("assistant.lines");
  const { agentName, version, numbers } = agent;
  const ok = differencesOf(agent).length === 0;
  return (
    <li className="border-t py-3 first:border-t-0">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <span className="min-w-0 break-words font-medium">{agentName ?? t("nobody")}</span>
        {isConfigured && (
          <StatusMark icon={ok ? CircleCheck : CircleAlert} tone={ok ? "success" : "warning"}>
            {t(ok ? "ok" : "differs")}
          </StatusMark>
        )}
      </div>
      <ul className="pt-1">
        {numbers.map(({ phoneNumber, branchName }) => (
          <li key={phoneNumber} className="pt-1.5">
            <span className="tabular-nums">{formatPhone(phoneNumber)}</span>
            <span className="break-words text-muted-foreground text-table"> · {branchName}</span>
          </li>
        ))}
      </ul>
      {(version !== null || !ok) && <Details agent={agent} />}
    </li>
  );
}

/** For whoever sets things up; owners need none of these words. */
function Details({ agent: { version, differences, numbers } }: { agent: CheckedAgent }) {
  const t = useTranslations("assistant.lines");
  const drifted = numbers.filter((number) => number.differences.length > 0);
  return (
    <details className="pt-1.5">
      <summary className="flex min-h-11 cursor-pointer items-center text-muted-foreground text-table hover:text-foreground md:min-h-8">
        {t("details")}
      </summary>
      {version !== null && <p className="text-table">{t("version", { version })}</p>}
      <Differences differences={differences} />
      {drifted.map((number) => (
        <div key={number.phoneNumber} className="pt-1">
          <p className="text-table tabular-nums">{formatPhone(number.phoneNumber)}</p>
          <Differences differences={number.differences} />
        </div>
      ))}
    </details>
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
