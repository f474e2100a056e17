const firstMs = 1_000;
const longestMs = 60 * 60_000;

/** 1 s, 4 s, 16 s … an hour at most, a quarter more or less, so that what failed together does not return together. */
export function backoffMs(failedTries: number, random = Math.random()): number {
  return Math.min(firstMs * 4 ** (failedTries - 1), longestMs) * (0.75 + random / 2);
}

/** Reads `Retry-After` (seconds, or a date as HTTP or ISO 8601 writes it) in milliseconds from `now`. */
export function retryAfterMs(header: string | null, now = Date.now()): number | undefined {
  if (!header) return undefined;
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), 24 * longestMs) : undefined;
}
