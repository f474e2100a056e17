"use client";

import { useTranslations } from "next-intl";
import { Duration, formatDuration } from "../duration";
import { usePlayhead } from "./player/playhead";

/** A second of the call, which one can go to once the call is over. */
export function JumpTo({ ms }: { ms: number }) {
  const t = useTranslations("calls.player");
  const playhead = usePlayhead();
  if (!playhead) return <Duration seconds={ms / 1_000} />;
  return (
    <button
      type="button"
      onClick={() => playhead.seek(ms)}
      aria-label={t("jump", { time: formatDuration(ms / 1_000) })}
      className="-my-1 min-h-6 min-w-8 rounded-sm underline-offset-4 hover:text-foreground hover:underline"
    >
      <Duration seconds={ms / 1_000} />
    </button>
  );
}
