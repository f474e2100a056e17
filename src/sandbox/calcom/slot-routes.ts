import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { HttpRequest, Router } from "../http/router";
import type { CalcomAccount, Reservation } from "./account";
import { freeHosts, freeSlots } from "./calendar";
import type { CalcomEventType } from "./fixtures";
import { badRequest, eventTypeNotFound, notFound, unprocessable } from "./refusal";
import { success } from "./reply";
import { slotTime } from "./views";

const DEFAULT_RESERVATION_MINUTES = 5;

const slotQuery = z.object({
  start: z.string({ error: "start must be a valid ISO 8601 date string" }),
  end: z.string({ error: "end must be a valid ISO 8601 date string" }),
  eventTypeId: z.coerce.number().int().optional(),
  eventTypeSlug: z.string().optional(),
  username: z.string().optional(),
  teamSlug: z.string().optional(),
  timeZone: z.string().default("UTC"),
  format: z.enum(["time", "range"]).default("time"),
  bookingUidToReschedule: z.string().optional(),
});

const reservationInput = z.object({
  eventTypeId: z.int(),
  slotStart: z.iso.datetime({ offset: true }),
  reservationDuration: z.int().min(1).max(120).default(DEFAULT_RESERVATION_MINUTES),
});

/** A bare date means the whole day; times without a zone are UTC. */
function parseBound(text: string, name: string, isEnd: boolean): number {
  const bare = /^\d{4}-\d{2}-\d{2}$/.test(text);
  const ms = Date.parse(bare ? `${text}T${isEnd ? "23:59:59.999" : "00:00:00.000"}Z` : text);
  if (Number.isNaN(ms)) throw badRequest(`${name} must be a valid ISO 8601 date string`);
  return ms;
}

function findEventType(account: CalcomAccount, query: z.output<typeof slotQuery>): CalcomEventType {
  if (query.eventTypeId !== undefined) {
    const eventType = account.eventType(query.eventTypeId);
    if (!eventType) throw eventTypeNotFound(query.eventTypeId);
    return eventType;
  }
  const eventType = account.fixtures.eventTypes.find(({ slug }) => slug === query.eventTypeSlug);
  if (!eventType || (!query.username && !query.teamSlug)) throw notFound("Event Type not found");
  return eventType;
}

function listSlots(account: CalcomAccount, request: HttpRequest) {
  const parsed = slotQuery.safeParse(Object.fromEntries(request.query));
  if (!parsed.success) throw badRequest(parsed.error.issues.map(({ message }) => message).join(", "));
  const query = parsed.data;
  const eventType = findEventType(account, query);
  const slots = freeSlots(account, {
    eventType,
    fromMs: parseBound(query.start, "start", false),
    toMs: parseBound(query.end, "end", true),
    ignoredUid: query.bookingUidToReschedule,
  });
  const byDay: Record<string, { start: string; end?: string }[]> = {};
  for (const startMs of slots) {
    const { day, start } = slotTime(startMs, query.timeZone);
    const endMs = startMs + eventType.lengthInMinutes * 60_000;
    byDay[day] ??= [];
    byDay[day].push(
      query.format === "range" ? { start, end: slotTime(endMs, query.timeZone).start } : { start },
    );
  }
  return success(byDay);
}

const reservationView = (reservation: Reservation, eventType: CalcomEventType, duration?: number) => ({
  eventTypeId: reservation.eventTypeId,
  slotStart: reservation.start,
  slotEnd: reservation.end,
  slotDuration: eventType.lengthInMinutes,
  reservationUid: reservation.uid,
  reservationDuration: duration,
  reservationUntil: reservation.until,
});

function reserve(account: CalcomAccount, request: HttpRequest) {
  const parsed = reservationInput.safeParse(request.body);
  if (!parsed.success) throw badRequest(z.prettifyError(parsed.error));
  const { eventTypeId, slotStart, reservationDuration } = parsed.data;
  const eventType = account.eventType(eventTypeId);
  if (!eventType) throw eventTypeNotFound(eventTypeId);
  const startMs = Date.parse(slotStart);
  if (freeHosts(account, eventType, startMs).length === 0) {
    throw unprocessable("Can't reserve a slot if the event is already booked.");
  }
  const isReserved = account.reservations
    .values()
    .some(
      (other) =>
        other.eventTypeId === eventTypeId &&
        Date.parse(other.start) === startMs &&
        Date.parse(other.until) > Date.now(),
    );
  if (isReserved) {
    throw unprocessable(
      "This time slot is already reserved by another user. Please choose a different time.",
    );
  }
  const uid = randomUUID();
  const reservation = account.reservations.set(uid, {
    uid,
    eventTypeId,
    start: new Date(startMs).toISOString(),
    end: new Date(startMs + eventType.lengthInMinutes * 60_000).toISOString(),
    until: new Date(Date.now() + reservationDuration * 60_000).toISOString(),
  });
  return success(reservationView(reservation, eventType, reservationDuration), 201);
}

/** Slots and reservations, version 2024-09-04. */
export function addSlotRoutes(router: Router, account: CalcomAccount) {
  const find = (uid: string) => {
    const reservation = account.reservations.get(uid);
    const eventType = reservation && account.eventType(reservation.eventTypeId);
    if (!reservation || !eventType) throw notFound(`Reservation with uid ${uid} not found`);
    return { reservation, eventType };
  };
  router
    .on("GET", "/slots", (request) => listSlots(account, request))
    .on("POST", "/slots/reservations", (request) => reserve(account, request))
    .on("GET", "/slots/reservations/:uid", ({ params }) => {
      const { reservation, eventType } = find(params.uid ?? "");
      return success(reservationView(reservation, eventType));
    })
    .on("DELETE", "/slots/reservations/:uid", ({ params }) => {
      const { reservation } = find(params.uid ?? "");
      account.reservations.delete(reservation.uid);
      return success(null);
    });
}
