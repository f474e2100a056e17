"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { useTRPC } from "@/trpc/client";
import { CallbackSheet } from "../callbacks/callback-sheet";
import { CallerLine } from "../caller-line";
import { DetailSkeleton } from "../detail-skeleton";
import { Duration } from "../duration";
import { OutcomeBadge } from "../outcome-badge";
import { PageHeader } from "../page-header";
import { QueryErrorState } from "../query-error-state";
import { RunningDuration } from "../running-duration";
import { Section } from "../section";
import { Time } from "../time";
import type { WalkAddress } from "./address";
import { CallActions } from "./call-actions";
import { CallFacts } from "./call-facts";
import { CallTrouble } from "./call-trouble";
import { CallWalk } from "./call-walk";
import type { Call } from "./lay-transcript";
import { CallTimeline } from "./player/call-timeline";
import { createPlayhead, PlayheadProvider } from "./player/playhead";
import { Transcript } from "./transcript";

/** What was said, and what came of it. `walk` is the list one came from. */
export function CallPage({ callId, walk }: { callId: number; walk: WalkAddress }) {
  const t = useTranslations("calls");
  const trpc = useTRPC();
  const [callbackId, openCallback] = useState<number | null>(null);
  const query = useQuery(trpc.calls.get.queryOptions({ callId }));
  const call = query.data;
  if (!call) return query.isError ? <QueryErrorState query={query} /> : <DetailSkeleton />;
  const lengthMs = lengthOf(call);
  return (
    <>
      <CallWalk callId={callId} walk={walk} />
      <PageHeader
        title={
          <CallerLine
            name={call.customerName}
            phone={call.fromNumber}
            firstTime={call.firstTime}
            className="flex-wrap font-normal [&>:first-child]:font-semibold"
          />
        }
        description={<Moment call={call} />}
        actions={<CallActions call={call} onOpenCallback={openCallback} />}
      />
      <CallTrouble call={call} />
      {call.summary && (
        <p lang={call.language} className="max-w-prose pb-5 text-base">
          {call.summary}
        </p>
      )}
      <AtPlayhead key={`${callId} ${lengthMs}`} lengthMs={lengthMs}>
        <div className="grid gap-x-12 gap-y-9 lg:grid-cols-[minmax(0,1fr)_20rem]">
          <Section title={t("transcript.title")} className="min-w-0">
            <CallTimeline call={call} />
            <Transcript call={call} />
          </Section>
          <CallFacts call={call} onOpenCallback={openCallback} />
        </div>
      </AtPlayhead>
      <CallbackSheet callbackId={callbackId} onClose={() => openCallback(null)} />
    </>
  );
}

/** A running call has no length to move in. */
function AtPlayhead({ lengthMs, children }: { lengthMs: number | null; children: ReactNode }) {
  const [playhead] = useState(() => (lengthMs === null ? undefined : createPlayhead(lengthMs)));
  return <PlayheadProvider value={playhead}>{children}</PlayheadProvider>;
}

/** Milliseconds from the first to the last that is known of a call, or null while it runs. */
function lengthOf({ status, durationSec, utterances, tools }: Call): number | null {
  if (status === "ongoing") return null;
  const last = Math.max(0, ...utterances.map(({ endMs }) => endMs ?? 0), ...tools.map(({ atMs }) => atMs));
  return Math.max((durationSec ?? 0) * 1_000, last) || null;
}

function Moment({ call }: { call: Call }) {
  return (
    <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <Time value={call.startTimestamp} timeZone={call.timeZone} form="page" />
      {call.status === "ongoing" ? (
        <RunningDuration since={call.startTimestamp} />
      ) : (
        call.durationSec !== null && <Duration seconds={call.durationSec} />
      )}
      <span className="text-foreground">
        <OutcomeBadge outcome={call.outcome} status={call.status} />
      </span>
    </span>
  );
}
