"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { addDays, mondayOf } from "@/lib/plain-date";
import { useTRPC } from "@/trpc/client";
import { useBusiness } from "../business-context";
import { QueryErrorState } from "../query-error-state";
import { calendarRequestFor } from "./address";
import { CalendarGrid } from "./calendar-grid";
import { CalendarSkeleton } from "./calendar-skeleton";
import { type CalendarDay, DayColumn } from "./day-column";
import { DayHeading } from "./day-heading";
import { DayStrip } from "./day-strip";
import { usePeriod } from "./period";
import { staffColumns } from "./staff-columns";
import { StaffHeading } from "./staff-heading";
import { useStaffLooks } from "./staff-mark";
import { useAddress, useToday } from "./use-address";
import { visibleDates, visibleHours } from "./visible-time";

/** A week with a column per day, or a day with a column per person; on the phone one day at a time. */
export function Calendar() {
  const t = useTranslations("appointments");
  const [address, setAddress] = useAddress();
  const { timeZone } = useBusiness();
  const today = useToday();
  const looks = useStaffLooks();
  const period = usePeriod();
  const query = useCalendarWeek();

  const date = address.date ?? today;
  const show = (next: string) => setAddress({ date: next });
  const strip = <DayStrip date={date} today={today} onChange={show} />;
  if (!query.data)
    return (
      <>
        {strip}
        {query.isError ? <QueryErrorState query={query} /> : <CalendarSkeleton />}
      </>
    );

  const { days, openWeekdays, appointments, complete } = query.data;
  const hours = visibleHours(
    days.flatMap((day) => day.open),
    appointments,
  );
  const dates = visibleDates(
    days.map((day) => day.date),
    openWeekdays,
    appointments,
    today,
  );
  const shared = {
    hours,
    looks,
    timeZone,
    selectedId: address.appointment,
    onOpen: (id: number) => setAddress({ appointment: id }),
  };
  const people = address.view === "day" ? staffColumns(looks, appointments, date, address.staff) : [];
  const oneDay = address.view === "day";

  const shownDays = days.filter((day) => dates.includes(day.date));
  const widthOf = ({ date, open }: CalendarDay) =>
    open.length > 0 || appointments.some((item) => item.date === date) ? "wide" : "narrow";

  return (
    <>
      {strip}
      {!complete && <p className="pb-3 text-warning-text">{t("incomplete")}</p>}
        <CalendarGrid
          label={period}
          hours={hours}
          columns={oneDay ? people.map(() => "wide" as const) : shownDays.map(widthOf)}
          busy={query.isPlaceholderData}
          onSwipe={(step) => show(addDays(date, step))}
        >
          {days.map((day) => (
            <DayColumn
              key={day.date}
              {...shared}
              day={day}
              items={appointments.filter((item) => item.date === day.date)}
              person={day.staff.find(({ staffId }) => staffId === address.staff)}
              heading={
                <div className="hidden md:block">
                  <DayHeading
                    date={day.date}
                    today={today}
                    onOpen={(date) => setAddress({ view: "day", date })}
                  />
                </div>
              }
              className={dayVisibility(day.date === date, !oneDay && dates.includes(day.date))}
            />
          ))}
          {people.map(({ id, name, items }) => {
            const day = days.find((d) => d.date === date);
            return (
              day && (
                <DayColumn
                  key={id}
                  {...shared}
                  day={day}
                  items={items}
                  spokenName={name ?? t("nobody")}
                  person={day.staff.find(({ staffId }) => staffId === id)}
                  heading={
                    <StaffHeading name={name ?? t("nobody")} look={looks.get(id)} count={items.length} />
                  }
                  className="max-md:hidden"
                />
              )
            );
          })}
        </CalendarGrid>
    </>
  );
}

function dayVisibility(onPhone: boolean, onDesk: boolean): string {
  if (onPhone && onDesk) return "";
  if (onPhone) return "md:hidden";
  return onDesk ? "max-md:hidden" : "hidden";
}

/** The shown week; its neighbours are fetched ahead, so that turning the page waits for nothing. */
function useCalendarWeek() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [address] = useAddress();
  const today = useToday();
  const request = calendarRequestFor(address, today);
  const query = useQuery(
    trpc.appointments.calendar.queryOptions(request, {
      // Another filter dims what is there; another week has nothing in common with it.
      placeholderData: (previous) => (previous?.days[0]?.date === request.fromDate ? previous : undefined),
    }),
  );
  const settled = query.isSuccess && !query.isPlaceholderData;
  const { fromDate, staffId, branchId } = request;
  useEffect(() => {
    if (!settled) return;
    for (const step of [7, -7]) {
      const neighbour = { fromDate: mondayOf(addDays(fromDate, step)), days: 7, staffId, branchId };
      queryClient.prefetchQuery(trpc.appointments.calendar.queryOptions(neighbour));
    }
  }, [settled, fromDate, staffId, branchId, queryClient, trpc]);
  return query;
}
