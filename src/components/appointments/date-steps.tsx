"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { addDays } from "@/lib/plain-date";
import { cn } from "../class-names";
import { Button } from "../ui/button";
import { addMonths } from "./month-request";
import { useAddress, useToday } from "./use-address";

/** Back, today, forward: by the month, the week or the desk's day; on the phone its days stand below as targets. */
export function DateSteps() {
  const t = useTranslations("appointments.steps");
  const [address, setAddress] = useAddress();
  const today = useToday();
  const date = address.date ?? today;
  const go = (date: string) => setAddress({ date });
  const { view } = address;
  const arrows = (direction: 1 | -1) => {
    const [icon, words] =
      direction === 1
        ? ([<ChevronRight key="next" />, { day: "nextDay", week: "nextWeek", month: "nextMonth" }] as const)
        : ([
            <ChevronLeft key="previous" />,
            { day: "previousDay", week: "previousWeek", month: "previousMonth" },
          ] as const);
    if (view === "month")
      return (
        <Button size="icon" aria-label={t(words.month)} onClick={() => go(addMonths(date, direction))}>
          {icon}
        </Button>
      );
    const daily = view === "day";
    return (
      <>
        <Button
          size="icon"
          aria-label={t(words.week)}
          onClick={() => go(addDays(date, 7 * direction))}
          className={cn(daily && "md:hidden")}
        >
          {icon}
        </Button>
        {daily && (
          <Button
            size="icon"
            aria-label={t(words.day)}
            onClick={() => go(addDays(date, direction))}
            className="max-md:hidden"
          >
            {icon}
          </Button>
        )}
      </>
    );
  };
  return (
    <div className="flex items-center gap-1.5">
      {arrows(-1)}
      <Button onClick={() => setAddress({ date: null })}>{t("today")}</Button>
      {arrows(1)}
    </div>
  );
}
