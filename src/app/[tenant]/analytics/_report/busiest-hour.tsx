import { useTranslations } from "next-intl";
import { type HourCalls, useHourWords } from "./hour-words";

/** The answer one reads the map for, in a sentence. */
export function BusiestHour({ hours, missed }: { hours: readonly HourCalls[]; missed: boolean }) {
  const t = useTranslations("analytics.hours");
  const { weekdayName } = useHourWords();
  const busiest = hours.reduce<HourCalls | undefined>(
    (most, one) => (one.calls > (most?.calls ?? 0) ? one : most),
    undefined,
  );
  if (!busiest) return <p className="pt-3 text-muted-foreground">{t("noneMissed")}</p>;
  const { weekday, hour, calls, of } = busiest;
  const values = { weekday: weekdayName(weekday, "long"), hour, next: (hour + 1) % 24, calls, of };
  return <p className="pt-3">{t(missed ? "mostMissed" : "mostCalls", values)}</p>;
}
