import { useFormatter, useTranslations } from "next-intl";
import { clockOf, minuteOf } from "@/lib/clock-minutes";
import { covers, union } from "@/lib/intervals";
import { readClock } from "@/lib/read-clock";
import { useRangeText } from "./week-view";

interface Open {
  startsMinute: number;
  endsMinute: number;
}

/** What to say of working hours beyond those in which the branch is open; undefined where they lie within. */
export function useOpeningHint() {
  const t = useTranslations("team.staff.hours");
  const format = useFormatter();
  const rangeText = useRangeText([]);
  return (open: readonly Open[], { from, to }: { from: string; to: string }): string | undefined => {
    if (readClock(from) !== from || readClock(to) !== to) return undefined;
    const wanted = { start: minuteOf(from, "start"), end: minuteOf(to, "end") };
    const hours = union(
      open.map(({ startsMinute, endsMinute }) => ({ start: startsMinute, end: endsMinute })),
    );
    if (wanted.start >= wanted.end || covers(hours, wanted)) return undefined;
    if (hours.length === 0) return t("closedThen");
    const texts = hours.map(({ start, end }) => rangeText({ from: clockOf(start), to: clockOf(end) }));
    return t("openThen", { hours: format.list(texts) });
  };
}
