"use client";

import { useFormatter, useTranslations } from "next-intl";
import { cn } from "../class-names";

interface DayHeadingProps {
  date: string;
  today: string;
  onOpen: (date: string) => void;
}

/** "Mo 23" above a column; leads to that day alone. */
export function DayHeading({ date, today, onOpen }: DayHeadingProps) {
  const t = useTranslations("appointments");
  const format = useFormatter();
  const at = new Date(date);
  const day = format.dateTime(at, { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" });
  return (
    <button
      type="button"
      aria-label={t("openDay", { day })}
      onClick={() => onOpen(date)}
      className="flex h-10 w-full items-center gap-1.5 px-2 text-left text-muted-foreground -outline-offset-2 transition-colors duration-150 hover:bg-hover"
    >
      {format.dateTime(at, { weekday: "short", timeZone: "UTC" }).replace(".", "")}
      <DayNumber date={date} today={today} />
    </button>
  );
}

export function DayNumber({ date, today }: { date: string; today: string }) {
  return (
    <span
      className={cn(
        "inline-flex h-6 min-w-6 items-center justify-center rounded-full font-semibold text-foreground tabular-nums",
        date === today && "bg-foreground px-1 text-background",
      )}
    >
      {Number(date.slice(8))}
    </span>
  );
}
