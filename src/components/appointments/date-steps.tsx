"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { addDays } from "@/lib/plain-date";
import { Button } from "../ui/button";
import { addMonths } from "./month-request";
import { useAddress, useToday } from "./use-address";

const steps = {
  day: { back: "previousDay", on: "nextDay", by: addDays },
  week: {
    back: "previousWeek",
    on: "nextWeek",
    by: (date: string, weeks: number) => addDays(date, 7 * weeks),
  },
  month: { back: "previousMonth", on: "nextMonth", by: addMonths },
} as const;

/** Back, today, forward: by the month, the week or the day. */
export function DateSteps() {
  const t = useTranslations("appointments.steps");
  const [{ view, date: shown }, setAddress] = useAddress();
  const today = useToday();
  const date = shown ?? today;
  const { back, on, by } = view === "list" ? steps.week : steps[view];
  return (
    <div className="flex items-center gap-1.5">
      <Button size="icon" aria-label={t(back)} onClick={() => setAddress({ date: by(date, -1) })}>
        <ChevronLeft />
      </Button>
      <Button onClick={() => setAddress({ date: null })}>{t("today")}</Button>
      <Button size="icon" aria-label={t(on)} onClick={() => setAddress({ date: by(date, 1) })}>
        <ChevronRight />
      </Button>
    </div>
  );
}

/** For the phone, where the days stand below: only on another day. */
export function TodayButton() {
  const t = useTranslations("appointments.steps");
  const [{ date }, setAddress] = useAddress();
  const today = useToday();
  if (date === null || date === today) return null;
  return (
    <Button className="px-3 md:hidden" onClick={() => setAddress({ date: null })}>
      {t("today")}
    </Button>
  );
}
