import type { Slot } from "@/contracts/appointments";
import { dayMs, gridPoints, type LocalDay, localDays, minuteMs } from "@/lib/calendar-time";
import {
  type Calendar,
  type Choice,
  daysOf,
  inFairOrder,
  openTime,
  possibleStarts,
  workTime,
} from "./calendar";

const maxAlternatives = 3;

export function toSlot(calendar: Calendar, start: number, { person, branch }: Choice): Slot {
  const { service } = calendar;
  return {
    start: new Date(start),
    end: new Date(start + service.durationMinutes * minuteMs),
    serviceId: service.id,
    serviceName: service.name,
    staffId: person.id,
    staffName: person.name,
    branchId: branch.id,
    branchName: branch.name,
    timeZone: branch.timeZone,
    priceCents: service.priceCents,
  };
}

/**
 * The bookable times of the calendar's range on the slot grid: one per start and branch, with the person whose turn
 * it is, or with the one asked for. By start, then branch.
 */
export function offerSlots(calendar: Calendar, staffId?: number): Slot[] {
  const staff = calendar.staff.filter((p) => p.qualified && (staffId === undefined || p.id === staffId));
  const offered: { start: number; choice: Choice }[] = [];
  for (const branch of calendar.branches) {
    const days = daysOf(calendar, branch);
    const open = openTime(branch, days);
    const starts = staff.map((person) => ({
      choice: { person, branch },
      possible: possibleStarts(calendar, person, open, workTime(person, branch, days)),
    }));
    for (const day of days) {
      const taken = new Set<number>();
      // Whose turn it is that day goes first and keeps every start they can take.
      for (const { choice, possible } of inFairOrder(starts, ({ choice }) => choice, day)) {
        for (const start of gridPoints(day, possible, calendar.slotStepMinutes)) {
          if (start < calendar.range.start || start >= calendar.range.end || taken.has(start)) continue;
          taken.add(start);
          offered.push({ start, choice });
        }
      }
    }
  }
  return offered
    .sort((a, b) => a.start - b.start || a.choice.branch.id - b.choice.branch.id)
    .map(({ start, choice }) => toSlot(calendar, start, choice));
}

/**
 * What to offer instead of a wish: up to two other times of the same day (nearest first), the same time on the next
 * open day, then whatever of these is left, then the next free time. A wished person comes before others, and the
 * coming week before the rest of the calendar's range.
 */
export function suggestAlternatives(calendar: Calendar, wish: { start: number; staffId?: number }): Slot[] {
  const { start, end } = calendar.range;
  const week = { ...calendar, range: { start, end: Math.min(end, start + 7 * dayMs) } };
  const found: Slot[] = [];
  for (const staffId of new Set([wish.staffId, undefined])) {
    for (const searched of [week, calendar]) {
      if (found.length < maxAlternatives)
        found.push(...rank(searched, wish.start, offerSlots(searched, staffId)));
    }
  }
  return distinct(found).slice(0, maxAlternatives);
}

function rank(calendar: Calendar, wished: number, slots: readonly Slot[]): Slot[] {
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
