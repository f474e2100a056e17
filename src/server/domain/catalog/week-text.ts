interface WeeklyRange {
  weekday: number;
  startsMinute: number;
  endsMinute: number;
}

/** A usual week in one line for an event, "1 480-1080;2 480-1080": weekday 1 = Monday, minutes since midnight. */
export const weekText = (ranges: readonly WeeklyRange[]): string =>
  ranges
    .map(({ weekday, startsMinute, endsMinute }) => ({ weekday, startsMinute, endsMinute }))
    .sort((a, b) => a.weekday - b.weekday || a.startsMinute - b.startsMinute)
    .map(({ weekday, startsMinute, endsMinute }) => `${weekday} ${startsMinute}-${endsMinute}`)
    .join(";");
