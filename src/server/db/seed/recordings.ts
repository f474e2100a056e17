import { demoRecordingPath } from "@/lib/demo-recording";
import type { DemoConversation, DemoTurn } from "./conversations";

/** Recordings leave Retell after a week, as our agents ask it to. */
const retentionMs = 7 * 24 * 3_600_000;

/** What a call's row says of its recording; the stand-in serves the sound. */
export function recordingOf(
  { recording, turns, durationMs }: DemoConversation,
  at: Date,
  url: string,
  id: string,
) {
  if (!recording) return {};
  const until = new Date(at.getTime() + retentionMs);
  const link = `${url}${demoRecordingPath(id, durationMs, turns, until)}`;
  return {
    recordingDecision: recording.decision,
    recordingDecidedMs: recording.atMs,
    recordingUrl: recording.decision === "granted" ? link : null,
  };
}

/** Long words take longer: each has its share of the turn's letters. */
export function timeWords({ content, startMs, endMs }: DemoTurn) {
  const perLetter = (endMs - startMs) / content.length;
  let at = 0;
  return content.split(" ").map((word) => {
    const start = startMs + at * perLetter;
    at += word.length + 1;
    return { word, startMs: Math.round(start), endMs: Math.round(start + word.length * perLetter) };
  });
}
