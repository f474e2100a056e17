"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { addDays } from "@/lib/plain-date";
import { cn } from "../class-names";
import { Button } from "../ui/button";
import { useAddress, useToday } from "./use-address";

/** Back, today, forward: by the week on the desk's week, by the day otherwise. */
export function DateSteps() {
  const t = useTranslations("appointments.steps");
  const [address, setAddress] = useAddress();
  const today = useToday();
  const date = address.date ?? today;
  const go = (days: number) => setAddress({ date: addDays(date, days) });
  const weekly = address.view === "week";
  const arrows = (
    days: number,
    icon: React.ReactNode,
    [day, week]: ["previousDay" | "nextDay", "previousWeek" | "nextWeek"],
  ) => (
    <>
      <Button size="icon" aria-label={t(day)} onClick={() => go(days)} className={cn(weekly && "md:hidden")}>
        {icon}
      </Button>
      {weekly && (
        <Button size="icon" aria-label={t(week)} onClick={() => go(7 * days)} className="max-md:hidden">
          {icon}
        </Button>
      )}
    </>
  );
  return (
    <div className="flex items-center gap-1.5">
      {arrows(-1, <ChevronLeft />, ["previousDay", "previousWeek"])}
      <Button onClick={() => setAddress({ date: null })}>{t("today")}</Button>
      {arrows(1, <ChevronRight />, ["nextDay", "nextWeek"])}
    </div>
  );
}
