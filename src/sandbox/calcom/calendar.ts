import { Temporal } from "temporal-polyfill";
import type { CalcomAccount } from "./account";
import type { CalcomEventType } from "./fixtures";

/** Everybody at the consultancy works Monday to Friday, nine to five. */
const OPENS = "09:00";
const CLOSES = "17:00";
const LAST_WORKING_DAY = 5;
/** How far ahead one may book. */
const WINDOW_DAYS = 180;

const minutes = (count: number) => count * 60_000;

function isWorkingTime(account: CalcomAccount, startMs: number, endMs: number): boolean {
  const zone = account.fixtures.timeZone;
  const start = Temporal.Instant.fromEpochMilliseconds(startMs).toZonedDateTimeISO(zone);
  const day = start.toPlainDate();
  const opens = day.toZonedDateTime({ timeZone: zone, plainTime: OPENS }).epochMilliseconds;
  const closes = day.toZonedDateTime({ timeZone: zone, plainTime: CLOSES }).epochMilliseconds;
  return day.dayOfWeek <= LAST_WORKING_DAY && startMs >= opens && endMs <= closes;
}

/** Hosts of the event type with nothing else at that time; the one with the fewest bookings first. */
export function freeHosts(
  account: CalcomAccount,
  eventType: CalcomEventType,
  startMs: number,
  ignoredUid?: string,
): number[] {
  const endMs = startMs + minutes(eventType.lengthInMinutes);
  if (!isWorkingTime(account, startMs, endMs)) return [];
  const live = account.bookings
    .values()
    .filter(({ status, uid }) => (status === "accepted" || status === "pending") && uid !== ignoredUid);
  const overlaps = ({ start, end }: { start: string; end: string }) =>
    Date.parse(start) < endMs && Date.parse(end) > startMs;
  const load = (hostId: number) => live.filter((booking) => booking.hostId === hostId).length;
  return eventType.hostIds
    .filter((hostId) => !live.some((booking) => booking.hostId === hostId && overlaps(booking)))
    .sort((a, b) => load(a) - load(b) || a - b);
}

/** Whether notice and window allow this start at all. */
export function isWithinWindow(eventType: CalcomEventType, startMs: number, nowMs: number): boolean {
  const earliest = nowMs + minutes(eventType.minimumBookingNotice);
  return startMs >= earliest && startMs <= nowMs + minutes(WINDOW_DAYS * 24 * 60);
}

export interface SlotQuery {
  eventType: CalcomEventType;
  fromMs: number;
  toMs: number;
  /** A booking that is to be moved does not stand in its own way. */
  ignoredUid?: string;
}

/** Free starts in the range, one event length apart from opening on. */
export function freeSlots(account: CalcomAccount, query: SlotQuery): number[] {
  const { eventType, fromMs, toMs, ignoredUid } = query;
  const zone = account.fixtures.timeZone;
  const nowMs = Date.now();
  const reserved = new Set(
    account.reservations
      .values()
      .filter(({ eventTypeId, until }) => eventTypeId === eventType.id && Date.parse(until) > nowMs)
      .map(({ start }) => Date.parse(start)),
  );
  const slots: number[] = [];
  const firstDay = Temporal.Instant.fromEpochMilliseconds(fromMs).toZonedDateTimeISO(zone).toPlainDate();
  for (let day = firstDay; ; day = day.add({ days: 1 })) {
    const opens = day.toZonedDateTime({ timeZone: zone, plainTime: OPENS }).epochMilliseconds;
    if (opens > toMs) return slots;
    const step = minutes(eventType.lengthInMinutes);
    for (let at = opens; at + step <= opens + minutes(8 * 60); at += step) {
      const fits = at >= fromMs && at < toMs && isWithinWindow(eventType, at, nowMs) && !reserved.has(at);
      if (fits && freeHosts(account, eventType, at, ignoredUid).length > 0) slots.push(at);
    }
  }
}
