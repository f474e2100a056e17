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
  formTeam,
  inFairOrder,
  openTime,
  possibleStarts,
  roomStarts,
  roomsAt,
  workTime,
} from "./calendar";

export type Verdict = { free: true; choice: Choice } | { free: false; reason: SlotRefusal; label?: string };

/** Whether a start is free, for whom and where, fairest choice first; otherwise the first reason against it. */
export function judgeStart(calendar: Calendar, start: number, staffId?: number): Verdict {
  const { service } = calendar;
  const wanted = { start, end: start + service.durationMinutes * minuteMs };
  const instant = { start, end: start + 1 };
  // Where more than one person is needed, the one asked for brings others along.
  const alone = staffId !== undefined && service.staffNeeded === 1;
  const staff = calendar.staff.filter((p) => p.qualified && (!alone || p.id === staffId));
  const limits = bookable(calendar);

  if (start < calendar.now) return { free: false, reason: "past" };
  if (!formTeam(calendar, staff, staffId)) return { free: false, reason: "staff_not_qualified" };
  if (start < limits.start) return { free: false, reason: "too_soon" };
  if (start >= limits.end) return { free: false, reason: "too_far" };

  const branches = calendar.branches.map((branch) => {
    const days = localDays(wanted, branch.timeZone) as [LocalDay, ...LocalDay[]];
    return { branch, days, open: openTime(branch, days) };
  });
  const openBranches = branches.filter(({ open }) => covers(open, wanted));
  if (!openBranches[0]) return { free: false, ...closedBecause(branches) };

  const working = openBranches
    .map(({ branch, days, open }) => ({
      branch,
      open,
      people: staff
        .map((person) => ({ person, work: workTime(person, branch, days) }))
        .filter(({ work }) => covers(work, wanted)),
    }))
    .filter(({ people }) =>
      formTeam(
        calendar,
        people.map(({ person }) => person),
        staffId,
      ),
    );
  if (working.length === 0) return { free: false, reason: "staff_off" };

  const [day] = openBranches[0].days;
  const choices = working.flatMap(({ branch, open, people }): Choice[] => {
    const free = people
      .filter(({ person, work }) => covers(possibleStarts(calendar, person, open, work), instant))
      .map(({ person }) => person);
    const team = formTeam(
      calendar,
      inFairOrder(free, (person) => person, day),
      staffId,
    );
    const rooms = roomsAt(calendar, branch);
    const resource = rooms?.find((room) => covers(roomStarts(calendar, room, [instant]), instant)) ?? null;
    return team && (!rooms || resource) ? [{ team, branch, resource }] : [];
  });
  const [choice] = inFairOrder(choices, ({ team }) => team[0], day);
  const onGrid = start % (cellMinutes * minuteMs) === 0;
  return choice && onGrid ? { free: true, choice } : { free: false, reason: "taken" };
}

/** Of branches of which none is open. */
export function closedBecause(branches: { branch: CalendarBranch; days: [LocalDay, ...LocalDay[]] }[]): {
  reason: "holiday" | "closed";
  label?: string;
} {
  const reasons = branches.map(({ branch, days }) => closedOn(branch, days[0].date));
  const reason = reasons.every((r) => r !== undefined) ? reasons[0] : undefined;
  return {
    reason: reason?.kind === "holiday" ? "holiday" : "closed",
    ...(reason?.label ? { label: reason.label } : {}),
  };
}
