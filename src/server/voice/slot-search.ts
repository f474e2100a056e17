import { Temporal } from "temporal-polyfill";
import type { Slot } from "@/contracts/appointments";
import { dayMs, localDate } from "@/lib/calendar-time";
import type { SpeechClock } from "@/lib/speech/moments";
import type { TenantContext } from "@/server/domain/_core/context";
import { findSlots } from "@/server/domain/availability/find-slots";
import { maxOffers } from "./offers";

export interface SearchWish {
  serviceId: number;
  staffId: number | undefined;
  branchId: number | undefined;
}

export interface Daypart {
  from: string;
  to: string;
}

/** Most callers hear times of the next days; the weeks after those are only read where there is nothing. */
const stagesDays = [5, 28];
/** Enough for four weeks of one business; the search stops there anyway. */
const maxSlots = 2_000;

/** Up to three times of one day, early, midday and late: one hears what kind of times there are. */
export async function findOnDay(
  ctx: TenantContext,
  wish: SearchWish,
  date: string,
  timeZone: string,
): Promise<Slot[]> {
  const day = Temporal.PlainDate.from(date);
  const [from, to] = [day, day.add({ days: 1 })].map(
    (d) => new Date(d.toZonedDateTime(timeZone).epochMilliseconds),
  ) as [Date, Date];
  return spread(await findSlots(ctx, { ...wish, from, to, limit: maxSlots }));
}

/** Up to three times on any of some days `YYYY-MM-DD` (sorted), at a clock time or within a part of the day if wished. */
export async function findOnDays(
  ctx: TenantContext,
  wish: SearchWish,
  { dates, time, daypart }: { dates: string[]; time?: string; daypart?: Daypart },
  timeZone: string,
): Promise<Slot[]> {
  const [first, last] = [dates[0], dates.at(-1)];
  if (!first || !last) return [];
  const [from, to] = [Temporal.PlainDate.from(first), Temporal.PlainDate.from(last).add({ days: 1 })].map(
    (d) => new Date(d.toZonedDateTime(timeZone).epochMilliseconds),
  ) as [Date, Date];
  const slots = await findSlots(ctx, { ...wish, from, to, limit: maxSlots });
  return spread(
    slots.filter(
      (slot) =>
        dates.includes(localDate(slot.start.getTime(), slot.timeZone)) &&
        (!time || timeOf(slot) === time) &&
        (!daypart || isWithin(slot, daypart)),
    ),
  );
}

/** Up to three times between two instants. */
export async function findBetween(
  ctx: TenantContext,
  wish: SearchWish,
  from: Date,
  to: Date,
): Promise<Slot[]> {
  return spread(await findSlots(ctx, { ...wish, from, to, limit: maxSlots }));
}

/** The next free times from `from` on, two of the first free day and one of the next; within a part of the day if wished. */
export async function findNext(
  ctx: TenantContext,
  wish: SearchWish,
  clock: SpeechClock,
  { from = clock.now, daypart }: { from?: Date; daypart?: Daypart } = {},
): Promise<Slot[]> {
  for (const days of stagesDays) {
    const to = new Date(from.getTime() + days * dayMs);
    const slots = await findSlots(ctx, { ...wish, from, to, limit: maxSlots });
    const [first, second] = firstTwoDays(slots.filter((slot) => !daypart || isWithin(slot, daypart)));
    if (second.length > 0 || days === stagesDays.at(-1))
      return [...spread(first, 2), ...second.slice(0, 1)].slice(0, maxOffers);
  }
  return [];
}

/** The times, earliest first, of the first two days that have any. */
function firstTwoDays(slots: readonly Slot[]): [Slot[], Slot[]] {
  const days = new Map<string, Slot[]>();
  for (const slot of slots) {
    const date = localDate(slot.start.getTime(), slot.timeZone);
    const day = days.get(date);
    if (day) day.push(slot);
    else if (days.size === 2) break;
    else days.set(date, [slot]);
  }
  const [first = [], second = []] = [...days.values()];
  return [first, second];
}

/** Evenly over what there is, the earliest always among them. */
function spread(slots: Slot[], count = maxOffers): Slot[] {
  const distinct = [...new Map(slots.map((slot) => [slot.start.getTime(), slot])).values()];
  if (distinct.length <= count) return distinct;
  const step = (distinct.length - 1) / (count - 1);
  return Array.from({ length: count }, (_, i) => distinct[Math.round(i * step)]).filter(
    (slot) => slot !== undefined,
  );
}

function isWithin(slot: Slot, { from, to }: Daypart): boolean {
  const time = timeOf(slot);
  return from <= time && time < to;
}

const timeOf = ({ start, timeZone }: Slot) =>
  Temporal.Instant.fromEpochMilliseconds(start.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainTime()
    .toString({ smallestUnit: "minute" });
