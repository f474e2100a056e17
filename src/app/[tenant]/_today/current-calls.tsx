"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useBusiness } from "@/components/business-context";
import { CallerLine } from "@/components/caller-line";
import { Duration } from "@/components/duration";
import { EmptyState } from "@/components/empty-state";
import { OutcomeBadge } from "@/components/outcome-badge";
import { QueryErrorState } from "@/components/query-error-state";
import { RunningDuration } from "@/components/running-duration";
import { Section } from "@/components/section";
import { type Outputs, useTRPC } from "@/trpc/client";
import { HeldTime } from "./held-time";
import { RowSkeletons } from "./row-skeletons";
import { untilNextChange } from "./until-next-change";

type CurrentCall = Outputs["today"]["currentCalls"][number];

export function CurrentCalls() {
  const t = useTranslations("today.running");
  const trpc = useTRPC();
  // Changes arrive by themselves; what only the clock changes is asked for at its time.
  const query = useQuery(
    trpc.today.currentCalls.queryOptions(undefined, {
      refetchInterval: ({ state }) => untilNextChange(state.data),
    }),
  );
  return (
    <Section title={t("title")}>
      {query.isPending && <RowSkeletons rows={1} />}
      {query.isError && !query.data && <QueryErrorState query={query} />}
      {query.data?.length === 0 && (
        <EmptyState title={t("none")} className="pt-3.5 pb-0">
          {t("noneHint")}
        </EmptyState>
      )}
      <ul aria-live="polite" aria-relevant="additions">
        {query.data?.map((call) => (
          <li key={call.id} className="fade-in animate-in border-b duration-200">
            <CurrentCallRow call={call} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function CurrentCallRow({ call }: { call: CurrentCall }) {
  const { slug, timeZone } = useBusiness();
  const running = call.status === "ongoing";
  return (
    <Link
      href={`/${slug}/calls/${call.id}`}
      prefetch={false}
      className="-mx-3 flex flex-col gap-1.5 rounded-control px-3 py-3 transition-colors duration-150 hover:bg-muted"
    >
      <span className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <CallerLine
          name={call.customerName}
          phone={call.fromNumber}
          firstTime={call.firstTime}
          className="flex-wrap"
        />
        <span className="flex shrink-0 items-center gap-3 text-table">
          <OutcomeBadge outcome={call.outcome} status={call.status} />
          {running ? (
            <RunningDuration since={call.startTimestamp} className="min-w-9 text-right" />
          ) : (
            call.durationSec !== null && (
              <Duration seconds={call.durationSec} className="text-muted-foreground" />
            )
          )}
        </span>
      </span>
      <LastWords call={call} running={running} />
      {call.held && <HeldTime held={call.held} timeZone={call.timeZone ?? timeZone} />}
    </Link>
  );
}

/** The last sentence, with whoever said it; while the agent looks something up, what that is. */
function LastWords({ call, running }: { call: CurrentCall; running: boolean }) {
  const t = useTranslations("today.running");
  const common = useTranslations("common");
  const tools = useTranslations("terms.tool");
  const { spokenLanguage } = useBusiness();
  const sentence = call.lastSentence;
  return (
    <span className="flex min-h-5 flex-col gap-1 text-muted-foreground">
      {sentence ? (
        <span className="line-clamp-2 min-h-10 md:min-h-5">
          <span className="text-table">{t("speaker", { who: sentence.role })}</span>{" "}
          <span lang={spokenLanguage} className={sentence.role === "agent" ? undefined : "text-foreground"}>
            {common("quote", { text: sentence.content })}
          </span>
        </span>
      ) : (
        running && t("listening")
      )}
      {call.tool && (
        <span className="text-primary-text text-table">
          {t("doing", {
            tool: tools.has(call.tool as "get_context") ? tools(call.tool as "get_context") : call.tool,
          })}
        </span>
      )}
    </span>
  );
}
