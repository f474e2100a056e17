import type { PhoneCallResponse } from "retell-sdk/resources/call";

export type Word = PhoneCallResponse.Utterance.Word;

/** Milliseconds of precision: Retell's word times have three decimals. */
const round = (seconds: number) => Math.round(seconds * 1000) / 1000;

/** Seconds a word takes to say: longer words take longer, and a full stop takes a breath. */
function speakingSeconds(word: string): number {
  const pause = /[.!?…]$/.test(word) ? 0.28 : /[,;:]$/.test(word) ? 0.14 : 0.03;
  return 0.09 + 0.045 * word.length + pause;
}

/** Words with start and end in seconds since the call began; `scale` turns speech time into the call's time. */
export function timeWords(text: string, startSeconds: number, scale: (seconds: number) => number): Word[] {
  let at = startSeconds;
  return text
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => {
      const start = at;
      at += scale(speakingSeconds(word));
      return { word, start: round(start), end: round(at) };
    });
}
