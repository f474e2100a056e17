"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useNow, useTranslations } from "next-intl";
import { useEffect } from "react";
import { addDays, mondayOf } from "@/lib/plain-date";
import { useTRPC } from "@/trpc/client";
import { useBusiness } from "../business-context";
import { cn } from "../class-names";
import { QueryErrorState } from "../query-error-state";
import { calendarRequestFor } from "./address";
import { CalendarGrid } from "./calendar-grid";
import { CalendarSkeleton } from "./calendar-skeleton";
import { type CalendarDay, DayColumn } from "./day-column";
import { DayHeading } from "./day-heading";
import { DayPrint } from "./day-print";
import { DayStrip } from "./day-strip";
import { usePeriod } from "./period";
import { ReplanBar } from "./replanning/replan-bar";
import { useCarryOut } from "./replanning/use-carry-out";
import { useReplanning } from "./replanning/use-replanning";
import type { CalendarItem } from "./slip";
import { staffColumns } from "./staff-columns";
import { StaffHeading } from "./staff-heading";
import { useStaffLooks } from "./staff-mark";
import { useAddress, useToday } from "./use-address";
import { visibleDates, visibleHours } from "./visible-time";

const RefusedPlan = dynamic(() => import("./replanning/refused-plan").then((module) => module.RefusedPlan));

/** A week with a column per day, or a day with a column per person; on the phone one day at a time. */
export function Calendar() {
  const t = useTranslations("appointments");
  const [address, setAddress] = useAddress();
  const { timeZone } = useBusiness();
  const today = useToday();
  const looks = useStaffLooks();
  const period = usePeriod();
  const query = useCalendarWeek();

  const { pending, refused, forget, carryOut } = useCarryOut();
  const mayChange = useMayChange();

  const date = address.date ?? today;
  const show = (next: string) => setAddress({ date: next });
  const strip = <DayStrip date={date} today={today} onChange={show} />;
  const shown = query.data;
  const hours = visibleHours(shown?.days.flatMap((day) => day.open) ?? [], shown?.appointments ?? []);
  const { plan, by, stopped, handlers, takeKey } = useReplanning({
    items: shown?.appointments ?? [],
    hours,
    stepMinutes: shown?.slotStepMinutes ?? 15,
    mayChange: (item) => !pending && mayChange(item),
    onDone: carryOut,
  });
  if (!shown)
    return (
      <>
        {strip}
        {query.isError ? <QueryErrorState query={query} /> : <CalendarSkeleton />}
      </>
    );

  const { days, openWeekdays, appointments, complete } = shown;
  const dates = visibleDates(
    days.map((day) => day.date),
    openWeekdays,
    appointments,
    today,
  );
  const shared = {
    replanning: { plan: plan ?? pending, pending: !plan && pending !== undefined, mayChange },
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
        className={cn(oneDay && "print:hidden")}
        handlers={handlers}
        takeKey={takeKey}
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
                staffId={id}
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
      {oneDay && <DayPrint people={people} />}
      <ReplanBar plan={plan} by={by} stopped={stopped} looks={looks} />
      {refused && <RefusedPlan refused={refused} onClose={forget} onRetry={carryOut} />}
    </>
  );
}

/** What is ahead or still running, for who may change it. */
function useMayChange() {
  const { can } = useBusiness();
  const now = useNow({ updateInterval: 60_000 });
  const writes = can("appointments:write");
  return ({ status, endTime }: CalendarItem) =>
    writes && (status === "pending" || status === "scheduled") && endTime > now;
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
