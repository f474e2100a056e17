"use client";

import dynamic from "next/dynamic";
import { useFormatter, useTranslations } from "next-intl";
import { type ReactNode, useId, useMemo } from "react";
import { cn } from "../class-names";
import { backdropOf, isUnattended, type PersonDay } from "./backdrop";
import { ColumnBackdrop } from "./column-backdrop";
import { useAbsenceNotes, useClosedNotes, useUsualNotes } from "./day-notes";
import { layoutSlips } from "./layout-slips";
import { NowLine } from "./now-line";
import type { CalendarDay } from "./outputs";
import { type Plan, sameColumn } from "./replanning/plan";
import { PlannedSlip } from "./replanning/planned-slip";
import { type CalendarItem, Slip } from "./slip";
import type { StaffLook } from "./staff-mark";

export interface ShownReplanning {
  /** What is being moved or lengthened, or waits for the server. */
  plan: Plan | undefined;
  pending: boolean;
  mayChange: (item: CalendarItem) => boolean;
}

const hourLines =
  "bg-[repeating-linear-gradient(to_bottom,transparent_0_calc(var(--hour)-1px),var(--border)_calc(var(--hour)-1px)_var(--hour))]";

/** An empty place of a column: where a new appointment could be. */
export interface Spot {
  date: string;
  staffId: number | undefined;
  branchId: number | undefined;
  minute: number;
}

const EmptySpot = dynamic(() => import("./empty-spot").then((module) => module.EmptySpot), { ssr: false });

interface DayColumnProps {
  day: Omit<CalendarDay, "branches">;
  items: readonly CalendarItem[];
  /** What stands above the column; the day itself is read aloud in any case. */
  heading: ReactNode;
  /** Added to what is read aloud, where columns are people or branches. */
  spokenName?: string;
  /** Whose hours stand behind the slips; without, only the business's. */
  person?: PersonDay;
  hours: { from: number; to: number };
  looks: ReadonlyMap<number, StaffLook>;
  timeZone: string;
  selectedId: number | null;
  /** Where columns are people: whose. */
  staffId?: number;
  /** Where columns are branches: which. */
  branchId?: number;
  /** Without room for what is as always: that is only read aloud. */
  isNarrow?: boolean;
  slotStepMinutes: number;
  /** Opens a new appointment in this column; without it nothing can be booked here. */
  onBook?: (spot: Spot) => void;
  replanning: ShownReplanning;
  onOpen: (id: number) => void;
  className?: string;
}

/** One day, or one person's day: closed time grey, appointments side by side. Spans the calendar's two rows. */
export function DayColumn(props: DayColumnProps) {
  const { day, items, heading, spokenName, person, hours, looks, timeZone, selectedId, onOpen, className } =
    props;
  const t = useTranslations("appointments");
  const format = useFormatter();
  const id = useId();
  const { staffId, branchId, onBook } = props;
  const { plan, pending, mayChange } = props.replanning;
  const isHere = plan !== undefined && sameColumn(plan.column, { date: day.date, staffId, branchId });
  const placed = useMemo(() => layoutSlips(items), [items]);
  const spokenDay = format.dateTime(new Date(day.date), {
    weekday: "long",
    day: "numeric",
    month: "long",
    timeZone: "UTC",
  });
  const usual = useUsualNotes(day, looks, person, branchId !== undefined);
  const unusual = [...useClosedNotes(day), ...useAbsenceNotes(day, looks, person)].join(" · ");
  const notes = [usual, unusual].filter(Boolean).join(" · ");
  const shownNotes = props.isNarrow ? unusual : notes;
  return (
    <section
      aria-labelledby={id}
      data-day={day.date}
      className={cn("row-span-2 grid min-w-0 grid-rows-subgrid border-l", className)}
    >
      <header className="sticky top-14 z-20 min-w-0 border-b bg-background md:top-0">
        <h2 id={id} className="sr-only">
          {[spokenName, spokenDay, notes, t("count", { count: items.length })].filter(Boolean).join(", ")}
        </h2>
        {heading}
        {shownNotes && (
          <p aria-hidden="true" title={notes} className="truncate px-2 pb-1.5 text-muted-foreground text-xs">
            {shownNotes}
          </p>
        )}
      </header>
      <div
        data-hours=""
        data-date={day.date}
        data-staff={staffId}
        data-branch={branchId}
        className="relative"
        style={{ height: `calc(var(--hour) * ${hours.to - hours.from})` }}
      >
        <ColumnBackdrop parts={backdropOf(day.open, person, hours)} fromHour={hours.from} />
        <div aria-hidden="true" className={cn("absolute inset-0", hourLines)} />
        {onBook && !day.allClosed && (
          <EmptySpot
            date={day.date}
            timeZone={timeZone}
            hours={hours}
            stepMinutes={props.slotStepMinutes}
            firstMinute={Math.min(
              ...(person ?? { work: day.open }).work.map((part) => part.startsMinute),
              hours.to * 60 - 60,
            )}
            column={[spokenName, spokenDay].filter(Boolean).join(", ")}
            onBook={(minute) => onBook({ date: day.date, staffId, branchId, minute })}
          />
        )}
        <ul>
          {placed.map((slip, index) => (
            <li key={slip.item.id}>
              <Slip
                placed={slip}
                look={slip.item.staffId === null ? undefined : looks.get(slip.item.staffId)}
                fromMinute={hours.from * 60}
                selected={slip.item.id === selectedId}
                unattended={isUnattended(
                  day.staff.find((one) => one.staffId === slip.item.staffId),
                  slip.item,
                )}
                movable={mayChange(slip.item)}
                leaving={slip.item.id === plan?.item.id}
                showStaff={staffId === undefined}
                tabStop={index === 0}
                onOpen={onOpen}
              />
            </li>
          ))}
        </ul>
        {plan && isHere && (
          <PlannedSlip
            plan={plan}
            look={looks.get(plan.column.staffId ?? plan.item.staffId ?? 0)}
            pending={pending}
            fromMinute={hours.from * 60}
          />
        )}
        <NowLine date={day.date} timeZone={timeZone} hours={hours} />
      </div>
    </section>
  );
}
