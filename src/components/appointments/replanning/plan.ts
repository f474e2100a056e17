import type { CalendarItem } from "../slip";

/** Where a slip can stand: a day, or the day of one person or one branch. */
export interface Column {
  date: string;
  /** Absent where columns are not people: the person stays. */
  staffId?: number;
  /** Absent where columns are not branches: the branch stays. */
  branchId?: number;
}

/** Where an appointment would stand after the change, in minutes since midnight on the wall of its branch. */
export interface Plan {
  item: CalendarItem;
  kind: "move" | "resize";
  column: Column;
  startMinute: number;
  endMinute: number;
}

/** Time is owned in cells of five minutes. */
const cellMinutes = 5;
const dayMinutes = 24 * 60;

export const sameColumn = (a: Column, b: Column) =>
  a.date === b.date && a.staffId === b.staffId && a.branchId === b.branchId;

/** Before anything was changed. */
export const unchangedPlan = (item: CalendarItem, kind: Plan["kind"], column: Column): Plan => ({
  item,
  kind,
  column,
  startMinute: item.startMinute,
  endMinute: item.endMinute,
});

export const isUnchanged = ({ item, column, startMinute, endMinute }: Plan) =>
  startMinute === item.startMinute &&
  endMinute === item.endMinute &&
  column.date === item.date &&
  (column.staffId === undefined || column.staffId === item.staffId) &&
  (column.branchId === undefined || column.branchId === item.branchId);

/** The start snaps to the business's step; the length stays, and the day is not left. */
export function moveTo(plan: Plan, column: Column, startMinute: number, stepMinutes: number): Plan {
  const length = plan.item.endMinute - plan.item.startMinute;
  const latest = Math.floor((dayMinutes - Math.min(length, dayMinutes)) / stepMinutes) * stepMinutes;
  const snapped = Math.round(startMinute / stepMinutes) * stepMinutes;
  const start = Math.min(Math.max(snapped, 0), latest);
  return { ...plan, kind: "move", column, startMinute: start, endMinute: start + length };
}

/** By one step on the grid: a start beside it comes onto it first. */
export function stepStart(plan: Plan, direction: 1 | -1, stepMinutes: number): Plan {
  const steps = plan.startMinute / stepMinutes;
  const next = direction === 1 ? Math.floor(steps) + 1 : Math.ceil(steps) - 1;
  return moveTo(plan, plan.column, next * stepMinutes, stepMinutes);
}

/** The end snaps to five minutes and stays after the start, on the same day. */
export function endAt(plan: Plan, endMinute: number): Plan {
  const { startMinute } = plan.item;
  const snapped = Math.round(endMinute / cellMinutes) * cellMinutes;
  const end = Math.min(Math.max(snapped, startMinute + cellMinutes), dayMinutes);
  return { ...plan, kind: "resize", startMinute, endMinute: end };
}

export const stepEnd = (plan: Plan, direction: 1 | -1) =>
  endAt(plan, plan.endMinute + direction * cellMinutes);
