const longestMs = 2_147_000_000;

/** Milliseconds until the first of these changes by the clock alone, for `refetchInterval`; false if none does. */
export function untilNextChange(rows: readonly { changesAt: Date | null }[] | undefined): number | false {
  const times = (rows ?? []).flatMap(({ changesAt }) => changesAt?.getTime() ?? []);
  if (times.length === 0) return false;
  return Math.min(Math.max(Math.min(...times) - Date.now() + 250, 1_000), longestMs);
}
