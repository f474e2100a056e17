"use client";

import { Pause, Play, RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { useBusiness } from "../../business-context";
import { formatDuration } from "../../duration";
import { isForPage } from "../../shell/shortcuts/key-switch";
import { Button } from "../../ui/button";
import { NativeSelect } from "../../ui/native-select";
import { type Playhead, rates, useAtPlayhead } from "./playhead";
import { useRecording } from "./use-recording";

interface RecordingControlsProps {
  callId: number;
  playhead: Playhead;
  onPeaks: (peaks: number[]) => void;
}

/** Play and pause, where one is, and how fast. Says honestly when there is nothing to hear any more. */
export function RecordingControls({ callId, playhead, onPeaks }: RecordingControlsProps) {
  const t = useTranslations("calls.player");
  const { slug } = useBusiness();
  const [attempt, setAttempt] = useState(0);
  const state = useRecording(`/api/call-recordings/${slug}/${callId}`, attempt, onPeaks);
  const [rate, setRate] = useState(1);
  const audio = useAudio(playhead, state.kind === "ready" ? state.source : undefined);
  useEffect(() => {
    if (audio.current) audio.current.playbackRate = rate;
  });
  useSpaceKey(playhead);
  const playing = useAtPlayhead((at) => at?.isPlaying() ?? false);
  const seconds = useAtPlayhead((at) => Math.floor(Math.max(0, at?.atMs() ?? 0) / 1_000));
  if (state.kind === "expired" || state.kind === "unreachable")
    return (
      <p className="flex min-h-9 flex-wrap items-center gap-x-3 gap-y-1 text-muted-foreground">
        {t(state.kind)}
        {state.kind === "unreachable" && (
          <Button size="small" onClick={() => setAttempt(attempt + 1)}>
            <RotateCcw />
            {t("again")}
          </Button>
        )}
      </p>
    );
  const ready = state.kind === "ready";
  return (
    <div className="flex items-center gap-4">
      <Button
        variant="primary"
        size="icon"
        className="rounded-full"
        disabled={!ready}
        aria-label={t(playing ? "pause" : "play")}
        title={t(playing ? "pauseKey" : "playKey")}
        onClick={playhead.toggle}
      >
        {playing ? <Pause /> : <Play />}
      </Button>
      {/* One line in both states, so that nothing below it jumps when the recording is there. */}
      <p className={`min-w-0 flex-1 truncate tabular-nums ${ready ? "" : "text-muted-foreground"}`}>
        {ready
          ? t("position", {
              at: formatDuration(seconds),
              length: formatDuration(playhead.durationMs / 1_000),
            })
          : t("loading")}
      </p>
      <NativeSelect
        aria-label={t("rate")}
        className="w-24"
        value={String(rate)}
        onValueChange={(value) => setRate(Number(value))}
      >
        {rates.map((one) => (
          <option key={one} value={one}>
            {t("times", { rate: one })}
          </option>
        ))}
      </NativeSelect>
    </div>
  );
}

function useAudio(playhead: Playhead, source: string | undefined) {
  const audio = useRef<HTMLAudioElement>(null);
  useEffect(() => {
    if (!source) return;
    const element = new Audio(source);
    element.preload = "auto";
    audio.current = element;
    const detach = playhead.attach(element);
    return () => {
      detach();
      element.removeAttribute("src");
      audio.current = null;
    };
  }, [playhead, source]);
  return audio;
}

const pressable = "button, a, summary, label, [role=button]";

/** Space plays and pauses, unless what has the focus is pressed by it. */
function useSpaceKey(playhead: Playhead) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== " " || event.repeat || !playhead.hasMedia() || !isForPage(event)) return;
      if (event.target instanceof Element && event.target.closest(pressable)) return;
      event.preventDefault();
      playhead.toggle();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [playhead]);
}
