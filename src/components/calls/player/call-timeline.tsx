"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useEffect, useMemo, useRef, useState } from "react";
import { formatDuration } from "../../duration";
import { isForPage } from "../../shell/shortcuts/key-switch";
import type { Call } from "../lay-transcript";
import { MomentMarks } from "./moment-marks";
import { groupMoments, momentsOf } from "./moments";
import { type Playhead, usePlayhead } from "./playhead";
import { turnsOf } from "./spoken";
import { columns, drawBars } from "./strip-bars";

const RecordingControls = dynamic(() =>
  import("./recording-controls").then((module) => module.RecordingControls),
);

const stepMs = 5_000;
/** A thumb needs 24 px; on the narrowest phone that is so much of the strip. */
const apartShare = 0.078;

/** The whole call at a glance: who spoke when and what happened, with the recording where there is one. */
export function CallTimeline({ call }: { call: Call }) {
  const t = useTranslations("calls.player");
  const playhead = usePlayhead();
  const [peaks, setPeaks] = useState<number[] | null>(null);
  const durationMs = playhead?.durationMs ?? 0;
  const turns = useMemo(() => turnsOf(call.utterances), [call.utterances]);
  const groups = useMemo(() => groupMoments(momentsOf(call), durationMs * apartShare), [call, durationMs]);
  useStepKeys(playhead);
  useScrollAway(playhead);
  if (!playhead || durationMs === 0 || turns.length === 0) return null;
  return (
    <section
      aria-label={t("title")}
      className="sticky top-14 z-10 -mx-4 flex flex-col gap-1.5 border-b bg-background px-4 py-3 md:top-0 md:-mx-2 md:px-2 print:hidden"
    >
      {call.hasRecording && <RecordingControls callId={call.id} playhead={playhead} onPeaks={setPeaks} />}
      <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3">
        <MomentMarks
          groups={groups}
          durationMs={durationMs}
          recording={call.recordingDecision}
          onJump={playhead.seek}
        />
        <div className="flex flex-col justify-around text-muted-foreground text-xs" aria-hidden="true">
          <span>{t("agent")}</span>
          <span className="text-primary-text">{t("caller")}</span>
        </div>
        <Strip playhead={playhead} turns={turns} peaks={peaks} />
      </div>
    </section>
  );
}

interface StripProps {
  playhead: Playhead;
  turns: ReturnType<typeof turnsOf>;
  peaks: number[] | null;
}

function Strip({ playhead, turns, peaks }: StripProps) {
  const t = useTranslations("calls.player");
  const { durationMs } = playhead;
  const bars = useMemo(() => drawBars(turns, durationMs, peaks), [turns, durationMs, peaks]);
  const box = useRef<HTMLDivElement>(null);
  const slider = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const show = () => {
      const atMs = Math.max(0, playhead.atMs());
      box.current?.style.setProperty("--at", `${(100 * atMs) / durationMs}%`);
      box.current?.toggleAttribute("data-pointed", playhead.atMs() >= 0);
      if (!slider.current) return;
      slider.current.value = String(Math.round(atMs / 100) * 100);
      const spoken = t("position", {
        at: formatDuration(atMs / 1_000),
        length: formatDuration(durationMs / 1_000),
      });
      if (slider.current.getAttribute("aria-valuetext") !== spoken)
        slider.current.setAttribute("aria-valuetext", spoken);
    };
    show();
    return playhead.subscribe(show);
  }, [playhead, durationMs, t]);
  return (
    <div ref={box} className="group relative h-14" data-waveform={peaks ? "" : undefined}>
      <input
        ref={slider}
        type="range"
        min={0}
        max={durationMs}
        step={100}
        defaultValue={0}
        aria-label={t("slider")}
        className="peer absolute inset-0 z-10 size-full cursor-pointer opacity-0"
        onChange={({ target }) => playhead.seek(Number(target.value))}
        onKeyDown={(event) => {
          const step = steps[event.key];
          if (step === undefined) return;
          event.preventDefault();
          playhead.step(step);
        }}
      />
      <div className="absolute inset-0 rounded-sm peer-focus-visible:outline-2 peer-focus-visible:outline-primary peer-focus-visible:outline-offset-2">
        <Drawing bars={bars} className="group-data-pointed:opacity-45" />
        <div className="absolute inset-0" style={{ clipPath: "inset(0 calc(100% - var(--at, 0%)) 0 0)" }}>
          <Drawing bars={bars} />
        </div>
        <div
          className="absolute inset-y-0 hidden w-0.5 -translate-x-1/2 bg-foreground group-data-pointed:block"
          style={{ left: "var(--at, 0%)" }}
        />
      </div>
    </div>
  );
}

function Drawing({ bars, className }: { bars: ReturnType<typeof drawBars>; className?: string }) {
  return (
    <svg
      viewBox={`0 0 ${columns} 2`}
      preserveAspectRatio="none"
      aria-hidden="true"
      className={`absolute inset-0 size-full ${className ?? ""}`}
    >
      <path d={bars.agent} className="fill-muted-foreground" />
      <path d={bars.caller} className="fill-primary" />
    </svg>
  );
}

const steps: Record<string, number> = { ArrowLeft: -stepMs, ArrowRight: stepMs };

/** ← and → go five seconds back and on, wherever on the page one is but not while typing. */
function useStepKeys(playhead: Playhead | undefined) {
  useEffect(() => {
    if (!playhead) return;
    const press = (event: KeyboardEvent) => {
      const step = steps[event.key];
      if (step === undefined || event.shiftKey || !isForPage(event)) return;
      event.preventDefault();
      playhead.step(step);
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [playhead]);
}

/** Whoever scrolls while it plays wants to read elsewhere: the text stops moving along. */
function useScrollAway(playhead: Playhead | undefined) {
  useEffect(() => {
    if (!playhead) return;
    const stop = () => playhead.isPlaying() && playhead.stopFollowing();
    addEventListener("wheel", stop, { passive: true });
    addEventListener("touchmove", stop, { passive: true });
    return () => {
      removeEventListener("wheel", stop);
      removeEventListener("touchmove", stop);
    };
  }, [playhead]);
}
