import { useFormatter, useTranslations } from "next-intl";
import { useMemo } from "react";

/** A Monday. */
const monday = Date.UTC(2024, 0, 1);

/** Names of weekdays, 1 = Monday … 7 = Sunday, and "Mo–Fr, So" for several. */
export function useWeekdays() {
  const format = useFormatter();
  const t = useTranslations("common.time");
  return useMemo(() => {
    const name = (weekday: number, weekdayStyle: "long" | "short") =>
      format
        .dateTime(new Date(monday + (weekday - 1) * 86_400_000), { weekday: weekdayStyle, timeZone: "UTC" })
        .replace(".", "");
    const short = (weekday: number) => name(weekday, "short");
    const several = (weekdays: readonly number[]) =>
      runsOf(weekdays)
        .map(([first, last]) => {
          if (first === last) return short(first);
          return t("range", { start: short(first), end: short(last) });
        })
        .join(", ");
    return { long: (weekday: number) => name(weekday, "long"), short, several };
  }, [format, t]);
}

/** Neighbouring days as [first, last]; two of them stay two. */
export function runsOf(weekdays: readonly number[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const weekday of [...weekdays].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && weekday === last[1] + 1) last[1] = weekday;
    else runs.push([weekday, weekday]);
  }
  return runs.flatMap(([first, last]): [number, number][] =>
    last === first + 1
      ? [
          [first, first],
          [last, last],
        ]
      : [[first, last]],
  );
}
