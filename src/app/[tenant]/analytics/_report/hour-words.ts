import { useFormatter } from "next-intl";

export interface HourCalls {
  /** 1 = Monday … 7 = Sunday. */
  weekday: number;
  hour: number;
  calls: number;
  /** All calls of that hour. */
  of: number;
}

export function useHourWords() {
  const format = useFormatter();
  return {
    // 1 January 2024 was a Monday.
    weekdayName: (weekday: number, style: "short" | "long") =>
      format.dateTime(new Date(Date.UTC(2024, 0, weekday)), { weekday: style, timeZone: "UTC" }),
  };
}
