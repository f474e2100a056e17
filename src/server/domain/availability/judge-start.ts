import type { SlotRefusal } from "@/contracts/appointments";
import { type LocalDay, localDays, minuteMs } from "@/lib/calendar-time";
import { covers } from "@/lib/intervals";
import {
  bookable,
  type Calendar,
  type CalendarBranch,
  type Choice,
  cellMinutes,
  closedOn,
  inFairOrder,
  openTime,
  possibleStarts,
  workTime,
} from "./calendar";

export type Verdict =
  | { free: true; choices: [Choice, ...Choice[]] }
  | { free: false; reason: SlotRefusal; label?: string };

/** Whether a start is free, and for whom, fairest choice first; otherwise the first reason against it. */
export function judgeStart(calendar: Calendar, start: number, staffId?: number): Verdict {
  const wanted = { start, end: start + calendar.service.durationMinutes * minuteMs };
  const staff = calendar.staff.filter((p) => p.qualified && (staffId === undefined || p.id === staffId));
  const limits = bookable(calendar);

  if (start < calendar.now) return { free: false, reason: "past" };
  if (staff.length === 0) return { free: false, reason: "staff_not_qualified" };
  if (start < limits.start) return { free: false, reason: "too_soon" };
  if (start >= limits.end) return { free: false, reason: "too_far" };

  const branches = calendar.branches.map((branch) => {
    const days = localDays(wanted, branch.timeZone) as [LocalDay, ...LocalDay[]];
    return { branch, days, open: openTime(branch, days) };
  });
  const openBranches = branches.filter(({ open }) => covers(open, wanted));
  if (!openBranches[0]) return closedBecause(branches);

  const working = openBranches
    .flatMap(({ branch, days, open }) =>
      staff.map((person) => ({ person, branch, open, work: workTime(person, branch, days) })),
    )
    .filter(({ work }) => covers(work, wanted));
  if (working.length === 0) return { free: false, reason: "staff_off" };

  const free = working.filter(({ person, open, work }) =>
    covers(possibleStarts(calendar, person, open, work), { start, end: start + 1 }),
  );
  const [first, ...rest] = inFairOrder(free, (choice) => choice, openBranches[0].days[0]);
  const onGrid = start % (cellMinutes * minuteMs) === 0;
  return first && onGrid ? { free: true, choices: [first, ...rest] } : { free: false, reason: "taken" };
}

function closedBecause(branches: { branch: CalendarBranch; days: [LocalDay, ...LocalDay[]] }[]): Verdict {
  const reasons = branches.map(({ branch, days }) => closedOn(branch, days[0].date));
  const reason = reasons.every((r) => r !== undefined) ? reasons[0] : undefined;
  return {
    free: false,
    reason: reason?.kind === "holiday" ? "holiday" : "closed",
    ...(reason?.label ? { label: reason.label } : {}),
  };
}
