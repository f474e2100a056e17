"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { Outputs } from "@/trpc/client";
import { cn } from "../class-names";
import { ToggleGroup, ToggleGroupItem } from "../ui/toggle-group";
import { useWholeDayText } from "./use-whole-day-text";

export type FreeDay = Outputs["appointments"]["freeTimes"]["days"][number];

interface FreeDaysProps {
  days: readonly FreeDay[];
  shown: string | undefined;
  onOpen: (date: string) => void;
}

/** The days side by side; what has free times stands out, and a day without any says why when it is opened. */
export function FreeDays({ days, shown, onOpen }: FreeDaysProps) {
  const t = useTranslations("appointments.freeTimes");
  const format = useFormatter();
  const dayText = useWholeDayText();
  return (
    <ToggleGroup
      aria-label={t("days")}
      values={days.map(({ date }) => date)}
      value={shown}
      className="grid grid-cols-7 gap-1"
    >
      {days.map(({ date, slots }) => (
        <ToggleGroupItem
          key={date}
          value={date}
          aria-label={t("day", {
            day: dayText(date),
            count: slots.length,
          })}
          onClick={() => onOpen(date)}
          className={cn(
            "flex h-14 flex-col items-center justify-center rounded-control text-muted-foreground text-xs transition-colors duration-150 hover:bg-hover",
            slots.length > 0 && "bg-muted",
            date === shown && "bg-primary-soft text-primary-text hover:bg-primary-soft",
          )}
        >
          {format.dateTime(new Date(date), { weekday: "short", timeZone: "UTC" }).replace(".", "")}
          <span
            className={cn(
              "text-sm tabular-nums",
              slots.length > 0 && "font-semibold",
              date !== shown && slots.length > 0 && "text-foreground",
            )}
          >
            {Number(date.slice(8))}
          </span>
        </ToggleGroupItem>
      ))}
    </ToggleGroup>
  );
}
