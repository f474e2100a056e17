import { setTimeout as sleep } from "node:timers/promises";

export const paces = ["instant", "brisk", "real"] as const;
export type Pace = (typeof paces)[number];

/** How fast people talk in each pace, against real speech. */
const SPEED: Record<Exclude<Pace, "instant">, number> = { brisk: 5, real: 1 };

/** An instant call pretends to have begun earlier, so that its end is not in the future. */
const INSTANT_HEAD_START_MS = 90_000;

/** Time within one call. `brisk` and `real` follow the wall clock, so that every timestamp agrees with it. */
export interface CallClock {
  startedAt: number;
  /** Seconds since the call began. */
  now(): number;
  /** How many seconds this much speech takes at the pace. */
  scale(speechSeconds: number): number;
  /** Lets speech time pass. */
  pass(speechSeconds: number): Promise<void>;
  /** Real milliseconds that went by while a tool ran. */
  elapsed(ms: number): void;
}

export function createClock(pace: Pace): CallClock {
  if (pace === "instant") {
    let seconds = 0;
    return {
      startedAt: Date.now() - INSTANT_HEAD_START_MS,
      now: () => seconds,
      scale: (speech) => speech,
      pass: async (speech) => {
        seconds += speech;
      },
      elapsed: (ms) => {
        seconds += ms / 1000;
      },
    };
  }
  const speed = SPEED[pace];
  const startedAt = Date.now();
  const began = performance.now();
  return {
    startedAt,
    now: () => (performance.now() - began) / 1000,
    scale: (speech) => speech / speed,
    pass: async (speech) => {
      await sleep((speech * 1000) / speed);
    },
    elapsed: () => undefined,
  };
}
