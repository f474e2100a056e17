"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { Reading, Understanding } from "@/lib/german-time";
import { clockText } from "@/lib/german-time/calendar";
import { wallTimeOf } from "@/lib/plain-date";

/** Day and clock time that a page can be opened at; of several days the first. */
export function wallOf(reading: Reading, timeZone: string): { date?: string; at?: string } {
  switch (reading.kind) {
    case "instant": {
      const { date, minute } = wallTimeOf(reading.start, timeZone);
      return { date, at: clockText(minute) };
    }
    case "day":
      return { date: reading.date };
    case "days":
      return { date: reading.dates[0], at: reading.time };
    case "window":
      return { date: wallTimeOf(reading.start, timeZone).date };
    case "time":
      return { at: reading.time };
    case "daypart":
      return {};
  }
}

/** The one reading there is, or none. */
export const soleReading = (time: Understanding): Reading | undefined =>
  time.kind === "ambiguous" || time.kind === "past" || time.kind === "invalid" || time.kind === "none"
    ? undefined
    : time;

/** A reading in words: "Dienstag, 24. November, 14:30", "Di 24. Nov und 2 weitere Tage, 08:00–12:00". */
export function useReadingText() {
  const t = useTranslations("appointments.quick");
  const format = useFormatter();
  const time = useTranslations("common.time");
  const day = (date: string) =>
    format.dateTime(new Date(date), { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" });
  return (reading: Reading, timeZone: string): string => {
    switch (reading.kind) {
      case "instant": {
        const { date, minute } = wallTimeOf(reading.start, timeZone);
        return time("page", { date: day(date), time: clockText(minute) });
      }
      case "day":
        return day(reading.date);
      case "days": {
        const [first = "", ...others] = reading.dates;
        const hours = reading.time ?? rangeOf(reading);
        const days = t("days", { first: day(first), more: others.length });
        return hours ? time("page", { date: days, time: hours }) : days;
      }
      case "window": {
        const start = wallTimeOf(reading.start, timeZone);
        const from = clockText(start.minute);
        if (!reading.end) return t("from", { day: day(start.date), time: from });
        const end = wallTimeOf(reading.end, timeZone);
        const isDay = end.date === start.date;
        if (isDay)
          return time("page", {
            date: day(start.date),
            time: time("range", { start: from, end: clockText(end.minute) }),
          });
        return t("until", { from: day(start.date), until: day(end.date) });
      }
      case "time":
        return reading.time;
      case "daypart":
        return time("range", { start: reading.from, end: reading.to });
    }
  };
}

const rangeOf = ({ from, to }: { from?: string; to?: string }) => (from && to ? `${from}–${to}` : undefined);
