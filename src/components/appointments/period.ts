"use client";

import { useFormatter, useTranslations } from "next-intl";
import { addDays, mondayOf, weekNumberOf } from "@/lib/plain-date";
import { useAddress, useToday } from "./use-address";

/** What the calendar shows, in words: "23.–29. November 2026 · KW 48". */
export function usePeriod(): string {
  const [address] = useAddress();
  const today = useToday();
  const { dayText, weekText, monthText } = usePeriodTexts(address.date ?? today);
  if (address.view === "month") return monthText;
  return address.view === "day" ? dayText : weekText;
}

export function usePeriodTexts(date: string): {
  dayText: string;
  /** For a narrow screen: without the year. */
  shortDayText: string;
  weekText: string;
  monthText: string;
} {
  const t = useTranslations("appointments");
  const format = useFormatter();
  const monday = new Date(mondayOf(date));
  const sunday = new Date(addDays(mondayOf(date), 6));
  const words = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" } as const;
  const week = weekNumberOf(date);
  const short = { weekday: "short", day: "numeric", month: "long", timeZone: "UTC" } as const;
  return {
    dayText: t("period", { days: format.dateTime(new Date(date), { weekday: "long", ...words }), week }),
    shortDayText: t("period", { days: format.dateTime(new Date(date), short).replace(".,", ""), week }),
    monthText: format.dateTime(new Date(date), { month: "long", year: "numeric", timeZone: "UTC" }),
    weekText: t("period", { days: plainSpaces(format.dateTimeRange(monday, sunday, words)), week }),
  };
}

/** Server and browser bring their own tables, and these differ in which thin space stands around a dash. */
const plainSpaces = (text: string) => text.replace(/\s/g, " ");
