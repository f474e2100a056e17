"use client";

import { useFormatter, useTranslations } from "next-intl";
import { addDays, mondayOf } from "@/lib/plain-date";
import { cn } from "../class-names";
import { DayNumber } from "./day-heading";

interface DayStripProps {
  date: string;
  today: string;
  onChange: (date: string) => void;
}

/** The week as seven targets for a thumb. */
export function DayStrip({ date, today, onChange }: DayStripProps) {
  const t = useTranslations("appointments");
  const format = useFormatter();
  const monday = mondayOf(date);
  return (
    <nav aria-label={t("days")} className="-mx-2 mb-2 grid grid-cols-7 md:hidden print:hidden">
      {Array.from({ length: 7 }, (_, index) => addDays(monday, index)).map((day) => {
        const at = new Date(day);
        const current = day === date;
        return (
          <button
            key={day}
            type="button"
            aria-current={current ? "date" : undefined}
            aria-label={format.dateTime(at, {
              weekday: "long",
              day: "numeric",
              month: "long",
              timeZone: "UTC",
            })}
            onClick={() => onChange(day)}
            className={cn(
              "flex h-12 flex-col items-center justify-center gap-0.5 rounded-control text-muted-foreground text-xs",
              current && "bg-primary-soft text-primary-text",
            )}
          >
            {format.dateTime(at, { weekday: "short", timeZone: "UTC" }).replace(".", "")}
            <span className="text-sm">
              <DayNumber date={day} today={today} />
            </span>
          </button>
        );
      })}
    </nav>
  );
}
