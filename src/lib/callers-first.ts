/** How long a caller who heard an answer is still expected to ask again. */
const expectedMs = 5_000;

/** Next bundles routes and background work apart, each with its own copy of this module: only globalThis is shared. */
const holder = globalThis as typeof globalThis & { __askproaiCallers?: { waiting: number; lastAt: number } };
holder.__askproaiCallers ??= { waiting: 0, lastAt: Number.NEGATIVE_INFINITY };
const callers = holder.__askproaiCallers;

/** Answers somebody on the phone, and lets everything else know that somebody is. */
export async function answerCaller<T>(work: () => Promise<T>): Promise<T> {
  callers.waiting++;
  try {
    return await work();
  } finally {
    callers.waiting--;
    callers.lastAt = performance.now();
  }
}

/**
 * Whether this process answers somebody on the phone just now, or did a moment ago. Whatever may take a little longer
 * does less at once then: each of its works takes its turn between two steps of an answer.
 */
export const isOnThePhone = () => callers.waiting > 0 || performance.now() - callers.lastAt < expectedMs;
