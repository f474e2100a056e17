import { Temporal } from "temporal-polyfill";
import type { Booking, CalcomAccount } from "./account";

/** Cal.com's triggers this stand-in sends. */
export type BookingTrigger =
  | "BOOKING_CREATED"
  | "BOOKING_REQUESTED"
  | "BOOKING_RESCHEDULED"
  | "BOOKING_CANCELLED"
  | "BOOKING_REJECTED";

const STATUS: Record<BookingTrigger, string> = {
  BOOKING_CREATED: "ACCEPTED",
  BOOKING_RESCHEDULED: "ACCEPTED",
  BOOKING_REQUESTED: "PENDING",
  BOOKING_CANCELLED: "CANCELLED",
  BOOKING_REJECTED: "REJECTED",
};

const envelope = (triggerEvent: string, payload: unknown) => ({
  triggerEvent,
  createdAt: new Date().toISOString(),
  payload,
});

/** Minutes east of UTC on that day. */
function utcOffset(instant: string, timeZone: string): number {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).offsetNanoseconds / 60_000_000_000;
}

const field = (label: string, value: unknown) => ({ label, value, isHidden: false });

/** Body of a booking webhook; `extra` holds what only this trigger carries. */
export function bookingWebhook(
  account: CalcomAccount,
  trigger: BookingTrigger,
  booking: Booking,
  extra: Record<string, unknown> = {},
) {
  const eventType = account.eventType(booking.eventTypeId);
  const host = account.host(booking.hostId);
  const { timeZone, team } = account.fixtures;
  const { attendee } = booking;
  const [firstName = "", ...lastNames] = attendee.name.split(" ");
  const organizer = {
    id: booking.hostId,
    name: host?.name ?? "",
    email: host?.email ?? "",
    username: host?.username ?? "",
    usernameInOrg: host?.username ?? "",
    timeZone,
    timeFormat: "HH:mm",
    language: { locale: "de" },
    utcOffset: utcOffset(booking.start, timeZone),
  };
  const isTeam = eventType?.teamId !== undefined && team !== undefined;
  return envelope(trigger, {
    type: eventType?.slug ?? "",
    title: booking.title,
    description: "",
    additionalNotes: typeof booking.responses.notes === "string" ? booking.responses.notes : "",
    customInputs: {},
    startTime: booking.start,
    endTime: booking.end,
    organizer,
    attendees: [
      {
        name: attendee.name,
        firstName,
        lastName: lastNames.join(" "),
        email: attendee.email,
        ...(attendee.phoneNumber ? { phoneNumber: attendee.phoneNumber } : {}),
        timeZone: attendee.timeZone,
        language: { locale: attendee.language },
        utcOffset: utcOffset(booking.start, attendee.timeZone),
      },
    ],
    location: "integrations:daily",
    uid: booking.uid,
    bookingId: booking.id,
    iCalUID: `${booking.uid}@Cal.com`,
    iCalSequence: booking.rescheduledFromUid ? 1 : 0,
    eventTypeId: booking.eventTypeId,
    responses: {
      name: field("your_name", attendee.name),
      email: field("email_address", attendee.email),
      ...(attendee.phoneNumber ? { attendeePhoneNumber: field("phone_number", attendee.phoneNumber) } : {}),
      ...(booking.responses.notes ? { notes: field("additional_notes", booking.responses.notes) } : {}),
    },
    userFieldsResponses: {},
    destinationCalendar: null,
    conferenceData: null,
    schedulingType: isTeam ? "ROUND_ROBIN" : null,
    ...(isTeam ? { team: { id: team.id, name: team.name, members: [] } } : {}),
    status: STATUS[trigger],
    eventTitle: eventType?.title ?? "",
    eventDescription: "",
    requiresConfirmation: eventType?.requiresConfirmation ?? false,
    price: 0,
    currency: "eur",
    length: eventType?.lengthInMinutes ?? 0,
    hashedLink: null,
    assignmentReason: null,
    metadata: booking.metadata,
    ...extra,
  });
}

export function noShowWebhook(booking: Booking) {
  const { email, absent } = booking.attendee;
  return envelope("BOOKING_NO_SHOW_UPDATED", {
    message: absent ? `${email} marked as no-show` : `${email} unmarked as no-show`,
    bookingUid: booking.uid,
    bookingId: booking.id,
    attendees: [{ email, noShow: absent }],
  });
}

/** The scheduled triggers are flat: a database row with the trigger's name, without an envelope. */
export function meetingEndedWebhook(booking: Booking) {
  return {
    triggerEvent: "MEETING_ENDED",
    id: booking.id,
    uid: booking.uid,
    idempotencyKey: null,
    userId: booking.hostId,
    eventTypeId: booking.eventTypeId,
    title: booking.title,
    description: "",
    customInputs: null,
    responses: { name: booking.attendee.name, email: booking.attendee.email, ...booking.responses },
    startTime: booking.start,
    endTime: booking.end,
    location: "integrations:daily",
    createdAt: booking.createdAt,
    updatedAt: booking.updatedAt,
    status: "ACCEPTED",
    paid: false,
    metadata: booking.metadata,
    attendees: [
      {
        email: booking.attendee.email,
        name: booking.attendee.name,
        timeZone: booking.attendee.timeZone,
        locale: booking.attendee.language,
        phoneNumber: booking.attendee.phoneNumber ?? null,
        noShow: booking.attendee.absent,
      },
    ],
  };
}

/** What the dashboard's "Ping test" sends: no booking, no uid. */
export function pingWebhook() {
  const now = new Date();
  return envelope("PING", {
    type: "Test",
    title: "Test trigger event",
    description: "",
    startTime: now.toISOString(),
    endTime: now.toISOString(),
    attendees: [
      {
        email: "jdoe@example.com",
        name: "John Doe",
        timeZone: "Europe/London",
        language: { locale: "en" },
        utcOffset: 0,
      },
    ],
    organizer: {
      name: "Cal",
      email: "no-reply@cal.com",
      timeZone: "Europe/London",
      language: { locale: "en" },
      utcOffset: 0,
    },
  });
}
