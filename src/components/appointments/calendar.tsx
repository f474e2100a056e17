"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useNow, useTranslations } from "next-intl";
import { useEffect } from "react";
import { clockOf } from "@/lib/clock-minutes";
import { addDays, mondayOf } from "@/lib/plain-date";
import { useTRPC } from "@/trpc/client";
import { useBusiness } from "../business-context";
import { cn } from "../class-names";
import { QueryErrorState } from "../query-error-state";
import { calendarRequestFor } from "./address";
import { useBranches } from "./branch-filter";
import { CalendarGrid } from "./calendar-grid";
import { CalendarSkeleton } from "./calendar-skeleton";
import { useColumnsBy } from "./columns-by";
import { DayColumn, type Spot } from "./day-column";
import { DayHeading } from "./day-heading";
import { DayStrip } from "./day-strip";
import { branchColumns, type DeskColumn, dayWithin, staffColumns } from "./desk-columns";
import { GroupColumn } from "./group-column";
import type { CalendarDay } from "./outputs";
import { usePeriod } from "./period";
import { ReplanBar } from "./replanning/replan-bar";
import { useCarryOut } from "./replanning/use-carry-out";
import { useReplanning } from "./replanning/use-replanning";
import type { CalendarItem } from "./slip";
import { useStaffLooks } from "./staff-mark";
import { useAddress, useToday } from "./use-address";
import { visibleDates, visibleHours } from "./visible-time";

const NoHoursYet = dynamic(() => import("./no-hours-yet").then((module) => module.NoHoursYet));
const DayPrint = dynamic(() => import("./day-print").then((module) => module.DayPrint));
const RefusedPlan = dynamic(() => import("./replanning/refused-plan").then((module) => module.RefusedPlan));

/** A week or a day with a column per day, person or branch; on the phone one day at a time. */
export function Calendar() {
  const t = useTranslations("appointments");
  const [address, setAddress] = useAddress();
  const { timeZone, can } = useBusiness();
  const { by } = useColumnsBy();
  const branches = useBranches();
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
  const {
    plan,
    by: plannedBy,
    stopped,
    handlers,
    takeKey,
  } = useReplanning({
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

  const book = ({ date, staffId, branchId, minute }: Spot) =>
    setAddress({
      ...{ new: true, service: null, date, at: clockOf(minute) },
      ...{ with: staffId || null, where: branchId || null },
    });
  const dayHeading = (of: string) => (
    <DayHeading date={of} today={today} onOpen={(date) => setAddress({ view: "day", date })} />
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
    slotStepMinutes: shown.slotStepMinutes,
    onOpen: (id: number) => setAddress({ appointment: id }),
    onBook: can("appointments:write") ? book : undefined,
  };
  const oneDay = address.view === "day";
  const shownDays = days.filter((day) => (oneDay ? day.date === date : dates.includes(day.date)));
  const asked = { looks, branches, appointments, staff: address.staff, branch: address.branch };
  const ofDay = (day: CalendarDay) => (by === "branch" ? branchColumns : staffColumns)(day, asked);
  const grouped = by === "days" ? [] : shownDays.map((day) => (oneDay ? ofDay(day) : dayWithin(ofDay, day)));
  const widthOf = ({ open, items }: Pick<DeskColumn, "items"> & Pick<CalendarDay, "open">) =>
    oneDay || open.length > 0 || items.length > 0 ? ("wide" as const) : ("narrow" as const);
  const itemsOf = (day: CalendarDay) => appointments.filter((item) => item.date === day.date);
  const widths =
    by === "days"
      ? shownDays.map((day) => widthOf({ ...day, items: itemsOf(day) }))
      : grouped.flat().map(({ day, items }) => widthOf({ ...day, items }));

  return (
    <>
      {strip}
      {!complete && <p className="pb-3 text-warning-text">{t("incomplete")}</p>}
      {openWeekdays.length === 0 && <NoHoursYet />}
      <CalendarGrid
        label={period}
        hours={hours}
        columns={widths}
        busy={query.isPlaceholderData}
        className={cn(oneDay && "print:hidden")}
        handlers={handlers}
        takeKey={takeKey}
        onSwipe={(step) => show(addDays(date, step))}
      >
        {(by === "days" ? days : days.filter((day) => day.date === date)).map((day) => (
          <DayColumn
            key={day.date}
            {...shared}
            day={day}
            items={itemsOf(day)}
            person={day.staff.find(({ staffId }) => staffId === address.staff)}
            heading={<div className="hidden md:block">{dayHeading(day.date)}</div>}
            className={dayVisibility(day.date === date, by === "days" && dates.includes(day.date))}
          />
        ))}
        {grouped.flatMap((columns) =>
          columns.map((column, index) => (
            <GroupColumn
              key={column.key}
              {...shared}
              column={column}
              chosenStaff={address.staff}
              isFirst={index === 0}
              dayHeading={oneDay ? undefined : dayHeading(column.day.date)}
            />
          )),
        )}
      </CalendarGrid>
      {oneDay && <DayPrint people={shownDays.flatMap((day) => staffColumns(day, asked))} />}
      <ReplanBar plan={plan} by={plannedBy} stopped={stopped} looks={looks} />
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
