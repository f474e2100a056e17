"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { addDays, mondayOf } from "@/lib/plain-date";
import { cn } from "../class-names";
import { DayNumber } from "./day-heading";

interface DayStripProps {
  date: string;
  today: string;
  onChange: (date: string) => void;
}

/** The week as seven targets for a thumb, and the weeks beside it. */
export function DayStrip({ date, today, onChange }: DayStripProps) {
  const t = useTranslations("appointments");
  const format = useFormatter();
  const monday = mondayOf(date);
  return (
    <nav aria-label={t("days")} className="-mx-4 mb-1 grid grid-cols-9 md:hidden print:hidden">
      <Target aria-label={t("steps.previousWeek")} onClick={() => onChange(addDays(date, -7))}>
        <ChevronLeft className="size-4" />
      </Target>
      {Array.from({ length: 7 }, (_, index) => addDays(monday, index)).map((day) => {
        const at = new Date(day);
        const current = day === date;
        return (
          <Target
            key={day}
            aria-current={current ? "date" : undefined}
            aria-label={format.dateTime(at, {
              weekday: "long",
              day: "numeric",
              month: "long",
              timeZone: "UTC",
            })}
            onClick={() => onChange(day)}
            className={current ? "bg-primary-soft text-primary-text" : undefined}
          >
            {format.dateTime(at, { weekday: "short", timeZone: "UTC" }).replace(".", "")}
            <span className="text-sm">
              <DayNumber date={day} today={today} />
            </span>
          </Target>
        );
      })}
      <Target aria-label={t("steps.nextWeek")} onClick={() => onChange(addDays(date, 7))}>
        <ChevronRight className="size-4" />
      </Target>
    </nav>
  );
}

const Target = ({ className, ...props }: ComponentProps<"button">) => (
  <button
    type="button"
    {...props}
    className={cn(
      "flex h-12 flex-col items-center justify-center gap-0.5 rounded-control text-muted-foreground text-xs",
      className,
    )}
  />
);
