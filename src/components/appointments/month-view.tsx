"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { type Outputs, useTRPC } from "@/trpc/client";
import { cn } from "../class-names";
import { QueryErrorState } from "../query-error-state";
import { Skeleton } from "../ui/skeleton";
import { DayNumber } from "./day-heading";
import { useClosedNotes } from "./day-notes";
import { monthRequestFor } from "./month-request";
import { usePeriod } from "./period";
import { useAddress, useToday } from "./use-address";

type MonthDay = Outputs["appointments"]["month"]["days"][number];

/** A month at a glance: how full each day is and where it is closed; a day opens itself. */
export function MonthView() {
  const trpc = useTRPC();
  const [address, setAddress] = useAddress();
  const today = useToday();
  const format = useFormatter();
  const period = usePeriod();
  const month = (address.date ?? today).slice(0, 7);
  const request = monthRequestFor(address, today);
  const query = useQuery(
    trpc.appointments.month.queryOptions(request, { placeholderData: keepPreviousData }),
  );
  if (query.isError && !query.data) return <QueryErrorState query={query} />;
  const days = query.data?.days;
  if (!days) return <Skeleton className="h-[34rem] w-full" />;
  const weeks = Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7));
  return (
    <table
      aria-busy={query.isPlaceholderData}
      className={cn(
        "-mx-4 w-[calc(100%+2rem)] table-fixed border-collapse border-y transition-opacity duration-150 md:mx-0 md:w-full md:border-x",
        query.isPlaceholderData && "opacity-60",
      )}
    >
      <caption className="sr-only">{period}</caption>
      <thead>
        <tr>
          {weeks[0]?.map(({ date }) => (
            <th key={date} scope="col" className="h-9 px-2 text-left font-normal text-muted-foreground">
              {format.dateTime(new Date(date), { weekday: "short", timeZone: "UTC" }).replace(".", "")}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]?.date}>
            {week.map((day) => (
              <td key={day.date} className="border-t border-l p-0 align-top first:border-l-0">
                <DayCell
                  day={day}
                  today={today}
                  inMonth={day.date.startsWith(month)}
                  onOpen={() => setAddress({ view: "day", date: day.date })}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface DayCellProps {
  day: MonthDay;
  today: string;
  inMonth: boolean;
  onOpen: () => void;
}

function DayCell({ day, today, inMonth, onOpen }: DayCellProps) {
  const t = useTranslations("appointments");
  const format = useFormatter();
  const spoken = format.dateTime(new Date(day.date), {
    weekday: "long",
    day: "numeric",
    month: "long",
    timeZone: "UTC",
  });
  const reasons = useClosedNotes(day);
  const usuallyClosed = day.open.length === 0 && reasons.length === 0;
  const notes = usuallyClosed ? t("closed") : reasons.join(" · ");
  return (
    <button
      type="button"
      aria-label={[spoken, t("count", { count: day.count }), notes].filter(Boolean).join(", ")}
      aria-current={day.date === today ? "date" : undefined}
      onClick={onOpen}
      className={cn(
        "flex h-16 w-full flex-col items-start gap-0.5 overflow-hidden px-1.5 py-1 text-left -outline-offset-2 transition-colors duration-150 hover:bg-hover md:h-24 md:px-2 md:py-1.5",
        day.open.length === 0 && "bg-muted",
      )}
    >
      <span
        className={cn(
          day.date !== today && "[&>*]:min-w-0",
          !inMonth && "[&>*]:font-normal [&>*]:text-muted-foreground",
        )}
      >
        <DayNumber date={day.date} today={today} />
      </span>
      {day.count > 0 && (
        <span className={cn("tabular-nums", !inMonth && "text-muted-foreground")}>
          <span className="md:hidden">{day.count}</span>
          <span className="max-md:hidden">{t("count", { count: day.count })}</span>
        </span>
      )}
      {notes && (
        <span
          title={notes}
          className={cn(
            "mt-auto w-full truncate text-muted-foreground text-xs max-md:text-[0.6875rem]",
            // On the phone grey says it; only what is unusual has a word.
            usuallyClosed && "max-md:hidden",
          )}
        >
          {notes}
        </span>
      )}
    </button>
  );
}
