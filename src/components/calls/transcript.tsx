"use client";

import { ArrowDown, MessageSquareOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMemo, useRef } from "react";
import { cn } from "../class-names";
import { EmptyState } from "../empty-state";
import { LiveDot } from "../live-dot";
import { Button } from "../ui/button";
import { type Call, layTranscript } from "./lay-transcript";
import { Sentence } from "./sentence";
import { ToolNote } from "./tool-note";
import { TraceLine } from "./trace-line";
import { useFollowEnd } from "./use-follow-end";
import { useJumpOnClick } from "./use-jump-on-click";

/** Notes float beside the text: unfolding one moves the notes below it, never the conversation. */
const inMargin = "mb-5 @2xl:float-right @2xl:clear-right @2xl:w-54 @2xl:pt-0.5";

/** Two voices, and in the margin what the agent asked of us meanwhile. A running call grows at its end. */
export function Transcript({ call }: { call: Call }) {
  const t = useTranslations("calls.transcript");
  const blocks = useMemo(
    () => layTranscript(call.utterances, call.tools, call.traces),
    [call.utterances, call.tools, call.traces],
  );
  const running = call.status === "ongoing";
  const { end, following, show } = useFollowEnd(running, call.utterances.length + call.tools.length);
  const text = useRef<HTMLDivElement>(null);
  useJumpOnClick(text);
  return (
    <div ref={text} className="@container relative">
      <div role="log" aria-label={t("title")} aria-live={running ? "polite" : "off"}>
        <ol className="flow-root pt-5">
          {blocks.map((block, index) => (
            <li
              key={block.utterance?.position ?? `tools-${index}`}
              className="fade-in mt-5 animate-in duration-200 first:mt-0"
            >
              {block.tools.length > 0 && (
                <ul aria-label={t("tools")} className={cn("flex flex-col gap-2.5", inMargin)}>
                  {block.tools.map((tool) => (
                    <li key={tool.id}>
                      <ToolNote tool={tool} timeZone={call.timeZone} language={call.language} />
                    </li>
                  ))}
                </ul>
              )}
              {block.traces.length > 0 && (
                <ul aria-label={t("traces")} className="mb-5 flex flex-col gap-1.5 last:mb-0 @2xl:mr-62">
                  {block.traces.map((trace) => (
                    <li key={trace.id}>
                      <TraceLine trace={trace} language={call.language} />
                    </li>
                  ))}
                </ul>
              )}
              {block.utterance && (
                <div className="@2xl:mr-62">
                  <Sentence
                    utterance={block.utterance}
                    made={block.made}
                    answer={block.answer}
                    callerName={call.customerName}
                    language={call.language}
                  />
                </div>
              )}
            </li>
          ))}
        </ol>
      </div>
      {blocks.length === 0 && !running && (
        <EmptyState
          icon={MessageSquareOff}
          title={t(call.outcome || call.status === "failed" ? "none" : "soon")}
        >
          {t(call.outcome || call.status === "failed" ? "noneHint" : "soonHint")}
        </EmptyState>
      )}
      {running && (
        <p className="flex items-center gap-2 pt-5 text-muted-foreground">
          <LiveDot />
          {t(blocks.length === 0 ? "ringing" : "running")}
        </p>
      )}
      <div ref={end} className="scroll-mb-24 pb-2 md:scroll-mb-8" />
      {running && !following && (
        <div className="sticky bottom-20 flex justify-center md:bottom-6">
          <Button size="small" onClick={show} className="rounded-full shadow-float">
            <ArrowDown />
            {t("toEnd")}
          </Button>
        </div>
      )}
    </div>
  );
}
