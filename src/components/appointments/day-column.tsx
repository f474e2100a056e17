"use client";

import { useFormatter, useTranslations } from "next-intl";
import { type ReactNode, useId, useMemo } from "react";
import { clockOf } from "@/lib/clock-minutes";
import type { Outputs } from "@/trpc/client";
import { cn } from "../class-names";
import { backdropOf, type PersonDay } from "./backdrop";
import { ColumnBackdrop } from "./column-backdrop";
import { layoutSlips } from "./layout-slips";
import { NowLine } from "./now-line";
import type { Plan } from "./replanning/plan";
import { PlannedSlip } from "./replanning/planned-slip";
import { type CalendarItem, Slip } from "./slip";
import type { StaffLook } from "./staff-mark";

export interface ShownReplanning {
  /** What is being moved or lengthened, or waits for the server. */
  plan: Plan | undefined;
  pending: boolean;
  mayChange: (item: CalendarItem) => boolean;
}

export type CalendarDay = Outputs["appointments"]["calendar"]["days"][number];

const hourLines =
  "bg-[repeating-linear-gradient(to_bottom,transparent_0_calc(var(--hour)-1px),var(--border)_calc(var(--hour)-1px)_var(--hour))]";

interface DayColumnProps {
  day: CalendarDay;
  items: readonly CalendarItem[];
  /** What stands above the column; the day itself is read aloud in any case. */
  heading: ReactNode;
  /** Added to what is read aloud, where columns are people. */
  spokenName?: string;
  /** Whose hours stand behind the slips; without, only the business's. */
  person?: PersonDay;
  hours: { from: number; to: number };
  looks: ReadonlyMap<number, StaffLook>;
  timeZone: string;
  selectedId: number | null;
  /** Where columns are people: whose. */
  staffId?: number;
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
  const { plan, pending, mayChange } = props.replanning;
  const isHere = plan?.column.date === day.date && plan.column.staffId === props.staffId;
  const placed = useMemo(() => layoutSlips(items), [items]);
  const spokenDay = format.dateTime(new Date(day.date), {
    weekday: "long",
    day: "numeric",
    month: "long",
    timeZone: "UTC",
  });
  const closed = day.closed.map(({ branchName, label, kind }) => {
    const reason = label ?? t(kind === "holiday" ? "holiday" : "closed");
    return day.allClosed ? reason : `${branchName}: ${reason}`;
  });
  const notes = [...new Set(closed), ...useStaffNotes(day, looks, person)].join(" · ");
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
        {notes && (
          <p aria-hidden="true" title={notes} className="truncate px-2 pb-1.5 text-muted-foreground text-xs">
            {notes}
          </p>
        )}
      </header>
      <div
        data-hours=""
        data-date={day.date}
        data-staff={props.staffId}
        className="relative"
        style={{ height: `calc(var(--hour) * ${hours.to - hours.from})` }}
      >
        <ColumnBackdrop parts={backdropOf(day.open, person, hours)} fromHour={hours.from} />
        <div aria-hidden="true" className={cn("absolute inset-0", hourLines)} />
        <ul>
          {placed.map((slip, index) => (
            <li key={slip.item.id}>
              <Slip
                placed={slip}
                look={slip.item.staffId === null ? undefined : looks.get(slip.item.staffId)}
                fromMinute={hours.from * 60}
                selected={slip.item.id === selectedId}
                movable={mayChange(slip.item)}
                leaving={slip.item.id === plan?.item.id}
                showStaff={spokenName === undefined}
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

/** Of one person the hours of that day; otherwise who is missing all day. */
function useStaffNotes(
  day: CalendarDay,
  looks: ReadonlyMap<number, StaffLook>,
  person: PersonDay | undefined,
): string[] {
  const t = useTranslations("appointments");
  const format = useFormatter();
  if (day.allClosed) return [];
  if (!person) {
    const names = day.staff
      .filter(({ awayAllDay }) => awayAllDay)
      .map(({ staffId }) => looks.get(staffId)?.name);
    const known = names.filter((name) => name !== undefined);
    return known.length > 0 ? [t("awayToday", { names: format.list(known) })] : [];
  }
  if (person.awayAllDay) return [t("backdrop.away")];
  if (person.work.length === 0) return [t("backdrop.off")];
  return [
    person.work
      .map(({ startsMinute, endsMinute }) => `${clockOf(startsMinute)}–${clockOf(endsMinute)}`)
      .join(", "),
  ];
}
