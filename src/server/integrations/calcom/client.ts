import { z } from "zod";
import { type CalcomBooking, toCalcomBooking } from "./booking";
import { CalcomError } from "./errors";
import { type CalcomGate, shareAnswer } from "./gate";
import { bookingPayload, eventTypePayload, reservationPayload, slotsPayload, teamPayload } from "./payloads";
import { type CalcomAccount, type CalcomRequest, requestCalcom } from "./request";

const bookings = "2024-08-13";
const slots = "2024-09-04";
const eventTypes = "2024-06-14";

export interface NewCalcomBooking {
  eventTypeId: number;
  start: Date;
  attendee: { name: string; email?: string; phoneNumber?: string; timeZone: string; language: "de" | "en" };
  /** Found again by this after a timeout, before anything is repeated. */
  appointmentId: number;
  /** Proves that the booking is ours. */
  marker: string;
  notes?: string;
}

/**
 * Cal.com API v2 for one account; the only way there. Times are instants in UTC, `timeoutMs` bounds each request.
 * Every request passes the gate; the same question asked twice at once is asked once. All throw CalcomError; nothing
 * is retried here.
 */
export function createCalcomClient(account: CalcomAccount, timeoutMs: number, gate: CalcomGate) {
  async function send<T extends z.ZodType>(what: Omit<CalcomRequest, "timeoutMs">, data: T) {
    await gate.admit();
    try {
      const answer = await requestCalcom(account, { ...what, timeoutMs }, data);
      await gate.report();
      return answer;
    } catch (error) {
      if (error instanceof CalcomError) await gate.report(error);
      throw error;
    }
  }
  const request = <T extends z.ZodType>(what: Omit<CalcomRequest, "timeoutMs">, data: T) =>
    what.method === undefined
      ? shareAnswer(JSON.stringify([gate.account, what.path, what.query, what.version]), () =>
          send(what, data),
        )
      : send(what, data);

  return {
    /** Free starts of an event type between two instants. */
    async listSlots(eventTypeId: number, from: Date, to: Date): Promise<Date[]> {
      const query = { eventTypeId, start: from.toISOString(), end: to.toISOString(), timeZone: "UTC" };
      const byDay = await request({ path: "/slots", version: slots, query }, slotsPayload);
      return Object.values(byDay)
        .flat()
        .map((slot) => new Date(slot.start))
        .filter((start) => !Number.isNaN(start.getTime()))
        .sort((a, b) => a.getTime() - b.getTime());
    },

    async createBooking(booking: NewCalcomBooking): Promise<CalcomBooking> {
      const { name, email, phoneNumber, timeZone, language } = booking.attendee;
      const created = await request(
        {
          method: "POST",
          path: "/bookings",
          version: bookings,
          body: {
            eventTypeId: booking.eventTypeId,
            start: booking.start.toISOString(),
            attendee: {
              name,
              timeZone,
              language,
              ...(email && { email }),
              ...(phoneNumber && { phoneNumber }),
            },
            // Cal.com refuses metadata values that are no strings.
            metadata: { appointmentId: String(booking.appointmentId), appointmentMarker: booking.marker },
            ...(booking.notes && { bookingFieldsResponses: { notes: booking.notes.slice(0, 500) } }),
          },
        },
        bookingPayload,
      );
      // A cached answer for somebody else's booking has been seen: only ours counts.
      const result = toCalcomBooking(created);
      if (
        result.appointmentId !== booking.appointmentId ||
        result.start.getTime() !== booking.start.getTime()
      ) {
        throw new CalcomError("unavailable", `answer is about another booking (${result.uid})`);
      }
      return result;
    },

    /** Keeps a free start for us: others are not offered it. A reservation is no booking and needs none to end. */
    async reserveSlot(
      eventTypeId: number,
      start: Date,
      minutes: number,
    ): Promise<{ uid: string; until: Date }> {
      const body = { eventTypeId, slotStart: start.toISOString(), reservationDuration: minutes };
      const made = await request(
        { method: "POST", path: "/slots/reservations", version: slots, body },
        reservationPayload,
      );
      return { uid: made.reservationUid, until: made.reservationUntil };
    },

    async releaseReservation(uid: string): Promise<void> {
      const path = `/slots/reservations/${encodeURIComponent(uid)}`;
      await request({ method: "DELETE", path, version: slots }, z.unknown());
    },

    async getBooking(uid: string): Promise<CalcomBooking> {
      return toCalcomBooking(
        await request({ path: `/bookings/${encodeURIComponent(uid)}`, version: bookings }, bookingPayload),
      );
    },

    /** Makes a new booking with a new uid; the old one is cancelled by Cal.com. */
    async rescheduleBooking(uid: string, start: Date, reason: string): Promise<CalcomBooking> {
      const moved = await request(
        {
          method: "POST",
          path: `/bookings/${encodeURIComponent(uid)}/reschedule`,
          version: bookings,
          body: { start: start.toISOString(), reschedulingReason: reason },
        },
        bookingPayload,
      );
      return toCalcomBooking(moved);
    },

    async cancelBooking(uid: string, reason: string): Promise<CalcomBooking> {
      const cancelled = await request(
        {
          method: "POST",
          path: `/bookings/${encodeURIComponent(uid)}/cancel`,
          version: bookings,
          body: { cancellationReason: reason },
        },
        bookingPayload,
      );
      return toCalcomBooking(cancelled);
    },

    /** Bookings that changed since an instant, oldest change first, at most one page of 250. */
    async listChangedBookings(
      since: Date,
      skip: number,
    ): Promise<{ booking: CalcomBooking; updatedAt: Date | null }[]> {
      const query = { afterUpdatedAt: since.toISOString(), sortUpdatedAt: "asc", take: 250, skip };
      const changed = await request({ path: "/bookings", version: bookings, query }, z.array(bookingPayload));
      return changed.map((payload) => ({
        booking: toCalcomBooking(payload),
        updatedAt: payload.updatedAt ?? null,
      }));
    },

    /** All bookings that are not over yet, by start, one page of 250. */
    async listUpcomingBookings(skip: number): Promise<CalcomBooking[]> {
      const query = { status: "upcoming,unconfirmed", sortStart: "asc", take: 250, skip };
      const upcoming = await request(
        { path: "/bookings", version: bookings, query },
        z.array(bookingPayload),
      );
      return upcoming.map(toCalcomBooking);
    },

    /** The live booking that carries our appointment's id and marker, made since `createdAfter`. Asked before a create is repeated. */
    async findOurBooking(
      { appointmentId, marker }: Pick<NewCalcomBooking, "appointmentId" | "marker">,
      eventTypeId: number,
      createdAfter: Date,
    ): Promise<CalcomBooking | undefined> {
      const query = {
        eventTypeId,
        afterCreatedAt: createdAfter.toISOString(),
        take: 250,
        sortCreated: "desc",
      };
      const found = await request({ path: "/bookings", version: bookings, query }, z.array(bookingPayload));
      return found
        .map(toCalcomBooking)
        .find(
          (booking) =>
            booking.appointmentId === appointmentId &&
            booking.marker === marker &&
            booking.status !== "cancelled" &&
            booking.status !== "rejected",
        );
    },

    /** Event types of the team, or of a single user where there is none. */
    async listEventTypes(owner: { teamSlug: string } | { username: string | null }) {
      if ("teamSlug" in owner) {
        const teams = await request({ path: "/teams", version: undefined }, z.array(teamPayload));
        const team = teams.find((candidate) => candidate.slug === owner.teamSlug);
        if (!team) throw new CalcomError("misconfigured", `no team with the slug ${owner.teamSlug}`);
        return request(
          { path: `/teams/${team.id}/event-types`, version: eventTypes },
          z.array(eventTypePayload),
        );
      }
      const query = { username: owner.username ?? undefined };
      return request({ path: "/event-types", version: eventTypes, query }, z.array(eventTypePayload));
    },
  };
}

export type CalcomClient = ReturnType<typeof createCalcomClient>;
