import type { Utterance } from "../lay-transcript";

/** A sentence without timed words lasts until the next begins, or as long as one takes to say. */
const guessMsPerLetter = 70;

export interface Turn {
  position: number;
  role: Utterance["role"];
  startMs: number;
  endMs: number;
}

/** Who spoke from when to when, in order. Sentences without a time of their own are left out. */
export function turnsOf(utterances: readonly Utterance[]): Turn[] {
  const timed = utterances.filter((utterance) => utterance.startMs !== null);
  return timed.map(({ position, role, startMs, endMs, content }, index) => {
    const start = startMs ?? 0;
    const next = timed[index + 1]?.startMs ?? Number.POSITIVE_INFINITY;
    return {
      position,
      role,
      startMs: start,
      endMs: endMs ?? Math.min(next, start + content.length * guessMsPerLetter),
    };
  });
}

/**
 * Which word of a sentence is being said: its index, 0 for the whole of a sentence without timed words, -1 when it is
 * not this sentence's turn.
 */
export function spokenWord({ startMs, endMs, words, content }: Utterance, atMs: number): number {
  if (startMs === null || atMs < startMs) return -1;
  if (atMs >= (endMs ?? startMs + content.length * guessMsPerLetter)) return -1;
  return words ? words.findLastIndex(([, wordMs]) => wordMs <= atMs) : 0;
}
