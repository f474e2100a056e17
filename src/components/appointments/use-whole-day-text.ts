import { useFormatter } from "next-intl";

/** "2026-11-26" as "Donnerstag, 26. November". */
export function useWholeDayText() {
  const format = useFormatter();
  return (date: string) =>
    format.dateTime(new Date(date), { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" });
}
