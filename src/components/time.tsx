import { useFormatter, useTranslations } from "next-intl";

interface TimeProps {
  value: Date;
  /** With an end, "14:30–15:15". */
  end?: Date;
  /** IANA zone of the branch (or the business) the time belongs to. */
  timeZone: string;
  /** row "Di 24. Nov, 14:30" · page "Dienstag, 24. November, 14:30–15:15" · day "Di 24. Nov" · clock "14:30" */
  form?: "row" | "page" | "day" | "clock";
  className?: string;
}

/** A point in time as this house writes it, always in the zone it is given. */
export function Time({ value, end, timeZone, form = "row", className }: TimeProps) {
  const text = useTimeText({ value, end, timeZone, form });
  return (
    <time dateTime={value.toISOString()} className={className} suppressHydrationWarning>
      {text}
    </time>
  );
}

/** The same words for where no element fits: labels, titles, sentences. */
export function useTimeText({ value, end, timeZone, form = "row" }: Omit<TimeProps, "className">): string {
  const format = useFormatter();
  const t = useTranslations("common.time");
  const clock = (date: Date) =>
    format.dateTime(date, { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone });
  const time = end ? t("range", { start: clock(value), end: clock(end) }) : clock(value);
  if (form === "clock") return time;

  const year = (date: Date) => format.dateTime(date, { year: "numeric", timeZone });
  const otherYear = year(value) !== year(new Date());
  if (form === "page") {
    const date = format.dateTime(value, {
      weekday: "long",
      day: "numeric",
      month: "long",
      year: otherYear ? "numeric" : undefined,
      timeZone,
    });
    return t("page", { date, time });
  }
  const parts = {
    weekday: format.dateTime(value, { weekday: "short", timeZone }).replace(".", ""),
    day: format.dateTime(value, { day: "numeric", timeZone }).replace(".", ""),
    month: format.dateTime(value, { month: "short", timeZone }).replace(".", ""),
  };
  if (form === "day") return t("day", parts);
  return otherYear ? t("rowWithYear", { ...parts, year: year(value), time }) : t("row", { ...parts, time });
}
