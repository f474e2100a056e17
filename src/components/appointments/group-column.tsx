"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "../class-names";
import { DayColumn } from "./day-column";
import type { DeskColumn } from "./desk-columns";
import { GroupHeading } from "./group-heading";
import { StaffHeading } from "./staff-heading";

type Shared = Pick<
  ComponentProps<typeof DayColumn>,
  "hours" | "looks" | "timeZone" | "selectedId" | "slotStepMinutes" | "onBook" | "replanning" | "onOpen"
>;

interface GroupColumnProps extends Shared {
  column: DeskColumn;
  /** The only person one looks at. */
  chosenStaff: number | null;
  /** Of its day. */
  isFirst: boolean;
  /** Stands above the first column of each day of a week. */
  dayHeading?: ReactNode;
}

/** On the desk: the day of one person or of one branch. */
export function GroupColumn({ column, chosenStaff, isFirst, dayHeading, ...shared }: GroupColumnProps) {
  const t = useTranslations("appointments");
  const { day, items, staffId, branchId } = column;
  const isWholeDay = staffId === undefined && branchId === undefined;
  const name = column.name ?? t(branchId === undefined ? "nobody" : "noBranch");
  const look = staffId === undefined ? undefined : shared.looks.get(staffId);
  const whose = staffId ?? chosenStaff;
  return (
    <DayColumn
      {...shared}
      day={day}
      items={items}
      staffId={staffId}
      branchId={branchId}
      isNarrow={dayHeading !== undefined}
      spokenName={isWholeDay ? undefined : name}
      person={day.staff.find((person) => person.staffId === whose)}
      heading={
        dayHeading ? (
          <>
            <div className="h-10">{isFirst && dayHeading}</div>
            {isWholeDay ? <div className="h-7" /> : <GroupHeading name={name} look={look} />}
          </>
        ) : (
          <StaffHeading name={name} look={look} count={items.length} />
        )
      }
      className={cn("max-md:hidden", dayHeading && isFirst && "border-l-2")}
    />
  );
}
