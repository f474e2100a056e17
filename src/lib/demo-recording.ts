interface Turn {
  role: "agent" | "user";
  startMs: number;
  endMs: number;
}

/**
 * Where the stand-in for Retell serves a made-up recording: the link itself says who speaks when, so that it needs no
 * file and sounds the same after every restart. It answers until then; long calls lose their end, for links have a limit.
 */
export function demoRecordingPath(
  retellCallId: string,
  durationMs: number,
  turns: readonly Turn[],
  until: Date,
): string {
  const spoken = turns
    .slice(0, 120)
    .map(({ role, startMs, endMs }) => `${role === "agent" ? "a" : "u"}${startMs}-${endMs}`)
    .join(".");
  return `/recordings/${retellCallId}/recording.wav?ms=${Math.round(durationMs)}&until=${until.getTime()}&turns=${spoken}`;
}

/** The same back from the link. */
export function readDemoRecording(query: URLSearchParams) {
  const turns = (query.get("turns") ?? "").split(".").flatMap((text): Turn[] => {
    const [, voice, start, end] = /^([au])(\d{1,7})-(\d{1,7})$/.exec(text) ?? [];
    if (!voice) return [];
    return [{ role: voice === "a" ? "agent" : "user", startMs: Number(start), endMs: Number(end) }];
  });
  const durationMs = Math.min(Number(query.get("ms")) || 0, 3_600_000);
  return { durationMs, turns, until: Number(query.get("until")) || 0 };
}
