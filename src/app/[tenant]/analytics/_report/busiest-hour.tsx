import { useTranslations } from "next-intl";
import type { HourCalls } from "./hour-words";

/** The answer one reads the map for, in a sentence: of all days together, because one day's hours hold few calls. */
export function BusiestHour({ hours, missed }: { hours: readonly HourCalls[]; missed: boolean }) {
  const t = useTranslations("analytics.hours");
  const sums = Array.from({ length: 24 }, (_, hour) => {
    const here = hours.filter((one) => one.hour === hour);
    const sum = (key: "calls" | "of") => here.reduce((all, one) => all + one[key], 0);
    return { hour, next: (hour + 1) % 24, calls: sum("calls"), of: sum("of") };
  });
  const [busiest] = sums.sort((a, b) => b.calls - a.calls);
  if (!busiest || busiest.calls === 0) return <p className="pt-3 text-muted-foreground">{t("noneMissed")}</p>;
  return <p className="pt-3">{t(missed ? "mostMissed" : "mostCalls", busiest)}</p>;
}
