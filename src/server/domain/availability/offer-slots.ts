import type { Slot } from "@/contracts/appointments";
import { dayMs, gridPoints, type LocalDay, localDays, minuteMs } from "@/lib/calendar-time";
import type { Interval } from "@/lib/intervals";
import {
  type Calendar,
  type CalendarPerson,
  type CalendarResource,
  type Choice,
  daysOf,
  formTeam,
  inFairOrder,
  openTime,
  possibleStarts,
  roomStarts,
  roomsAt,
  workTime,
} from "./calendar";

export const maxAlternatives = 3;

export function toSlot(calendar: Calendar, start: number, { team, branch, resource }: Choice): Slot {
  const { service } = calendar;
  const [person, ...further] = team;
  return {
    start: new Date(start),
    end: new Date(start + service.durationMinutes * minuteMs),
    serviceId: service.id,
    serviceName: service.name,
    staffId: person.id,
    staffName: person.name,
    furtherStaffIds: further.map(({ id }) => id),
    furtherStaffNames: further.map(({ name }) => name),
    resourceId: resource?.id ?? null,
    resourceName: resource?.name ?? null,
    branchId: branch.id,
    branchName: branch.name,
    timeZone: branch.timeZone,
    priceCents: service.priceCents,
    calendarSource: calendar.calendarSource,
    calcomEventTypeId: person.calcomEventTypeId ?? null,
  };
}

/**
 * The bookable times of the calendar's range on the slot grid: one per start and branch, with the people whose turn
 * it is, or with the one asked for, and a room where one is needed. By start, then branch.
 */
export function offerSlots(calendar: Calendar, staffId?: number): Slot[] {
  const alone = staffId !== undefined && calendar.service.staffNeeded === 1;
  const staff = calendar.staff.filter((p) => p.qualified && (!alone || p.id === staffId));
  const offered: { start: number; choice: Choice }[] = [];
  for (const branch of calendar.branches) {
    const days = daysOf(calendar, branch);
    const open = openTime(branch, days);
    const people = staff.map((person) => ({
      who: person,
      possible: possibleStarts(calendar, person, open, workTime(person, branch, days)),
    }));
    const rooms = roomsAt(calendar, branch)?.map((room) => ({
      who: room,
      possible: roomStarts(calendar, room, [calendar.range]),
    }));
    for (const day of days) {
      // Whose turn it is that day goes first and keeps every start they can take.
      const byStart = whoCan(
        calendar,
        day,
        inFairOrder(people, ({ who }) => who, day),
      );
      const roomsByStart = rooms && whoCan(calendar, day, rooms);
      for (const [start, candidates] of byStart) {
        const team = formTeam(calendar, candidates, staffId);
        const resource = roomsByStart?.get(start)?.[0] ?? null;
        if (team && (!roomsByStart || resource)) offered.push({ start, choice: { team, branch, resource } });
      }
    }
  }
  return offered
    .sort((a, b) => a.start - b.start || a.choice.branch.id - b.choice.branch.id)
    .map(({ start, choice }) => toSlot(calendar, start, choice));
}

/** The starts of a day on the slot grid, each with those who can take it, in the order given. */
function whoCan<T extends CalendarPerson | CalendarResource>(
  calendar: Calendar,
  day: LocalDay,
  each: readonly { who: T; possible: readonly Interval[] }[],
): Map<number, T[]> {
  const byStart = new Map<number, T[]>();
  for (const { who, possible } of each) {
    for (const start of gridPoints(day, possible, calendar.slotStepMinutes)) {
      if (start < calendar.range.start || start >= calendar.range.end) continue;
      const others = byStart.get(start);
      if (others) others.push(who);
      else byStart.set(start, [who]);
    }
  }
  return byStart;
}

/**
 * What to offer instead of a wish: up to two other times of the same day (nearest first), the same time on the next
 * open day, then whatever of these is left, then the next free time. A wished person comes before others, and the
 * coming week before the rest of the calendar's range.
 */
export function suggestAlternatives(calendar: Calendar, wish: { start: number; staffId?: number }): Slot[] {
  const week = { ...calendar, range: firstWeek(calendar.range) };
  const found: Slot[] = [];
  for (const staffId of new Set([wish.staffId, undefined])) {
    for (const searched of [week, calendar]) {
      if (found.length < maxAlternatives)
        found.push(...nearestTo(wish.start, offersOf(searched, { staffId })));
    }
  }
  return distinct(found).slice(0, maxAlternatives);
}

export const firstWeek = ({ start, end }: Interval): Interval => ({
  start,
  end: Math.min(end, start + 7 * dayMs),
});

/** All that is free in a calendar's range. */
export interface Offers {
  calendar: Calendar;
  slots: readonly Slot[];
}

export const offersOf = (calendar: Calendar, { staffId }: { staffId?: number }): Offers => ({
  calendar,
  slots: offerSlots(calendar, staffId),
});

/** The best of them for a wish, at most three. */
export function nearestTo(wished: number, { calendar, slots }: Offers): Slot[] {
  // A wish outside the searched range (long past, too far ahead) has no neighbourhood: rank from the range's start.
  const { start, end } = calendar.range;
  const wish = start <= wished && wished < end ? wished : start;
  const zone = calendar.branches[0]?.timeZone;
  const [wishDay, ...laterDays] = zone ? localDays({ start: wish, end }, zone) : [];
  if (!wishDay) return [];
  const distance = (slot: Slot) => Math.abs(slot.start.getTime() - wish);
  const sameDay = slots
    .filter(({ start }) => wishDay.start <= start.getTime() && start.getTime() < wishDay.end)
    .sort((a, b) => distance(a) - distance(b));
  const wallTime = wallTimeOf(wishDay, wish);
  const sameTimes = new Set(laterDays.flatMap((day) => instantsAt(day, wallTime)));
  const sameTime = slots.filter(({ start }) => sameTimes.has(start.getTime()));
  return distinct([...sameDay.slice(0, 2), ...sameTime.slice(0, 1), ...sameDay, ...sameTime, ...slots]).slice(
    0,
    maxAlternatives,
  );
}

/** Milliseconds since midnight on the wall. */
function wallTimeOf(day: LocalDay, instant: number): number {
  const stretch = day.stretches.find((s) => s.start <= instant && instant < s.end);
  return instant + (stretch?.offset ?? 0) - Date.parse(day.date);
}

function instantsAt(day: LocalDay, wallTime: number): number[] {
  return day.stretches
    .map((stretch) => ({ stretch, at: Date.parse(day.date) + wallTime - stretch.offset }))
    .filter(({ stretch, at }) => stretch.start <= at && at < stretch.end)
    .map(({ at }) => at);
}

/** One slot per start, the first of them: a second branch at the same minute is no other time. */
function distinct(slots: readonly Slot[]): Slot[] {
  const seen = new Set<number>();
  return slots.filter(({ start }) => !seen.has(start.getTime()) && seen.add(start.getTime()));
}
