import { z } from "zod";
import { type CalcomBooking, toCalcomBooking } from "./booking";
import { CalcomError } from "./errors";
import { bookingPayload, eventTypePayload, slotsPayload, teamPayload } from "./payloads";
import { type CalcomAccount, requestCalcom } from "./request";

const bookings = "2024-08-13";
const slots = "2024-09-04";
const eventTypes = "2024-06-14";

export interface NewCalcomBooking {
  eventTypeId: number;
  start: Date;
  attendee: { name: string; email?: string; phoneNumber?: string; timeZone: string; language: "de" | "en" };
  /** Found again by this after a timeout, before anything is repeated. */
  appointmentId: number;
  notes?: string;
}

/**
 * Cal.com API v2 for one account. Times are instants in UTC, `timeoutMs` bounds each request.
 * All throw CalcomError; nothing is retried here.
 */
export function createCalcomClient(account: CalcomAccount, timeoutMs: number) {
  const request = <T extends z.ZodType>(
    what: Omit<Parameters<typeof requestCalcom>[1], "timeoutMs">,
    data: T,
  ) => requestCalcom(account, { ...what, timeoutMs }, data);

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
            metadata: { appointmentId: String(booking.appointmentId) },
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

    /** The booking that carries our appointment's id, made since `createdAfter`. Asked before a create is repeated. */
    async findOurBooking(
      appointmentId: number,
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
