import { Temporal } from "temporal-polyfill";
import type { Booking, CalcomAccount } from "./account";
import type { CalcomEventType } from "./fixtures";

/** A booking as API version 2024-08-13 shows it. */
export function bookingView(account: CalcomAccount, booking: Booking) {
  const eventType = account.eventType(booking.eventTypeId);
  const host = account.host(booking.hostId);
  const { attendee } = booking;
  return {
    id: booking.id,
    uid: booking.uid,
    title: booking.title,
    description: "",
    hosts: host
      ? [
          {
            id: host.id,
            name: host.name,
            email: host.email,
            displayEmail: host.email,
            username: host.username,
            timeZone: account.fixtures.timeZone,
          },
        ]
      : [],
    status: booking.status,
    cancellationReason: booking.cancellationReason,
    reschedulingReason: booking.reschedulingReason,
    rescheduledFromUid: booking.rescheduledFromUid,
    rescheduledToUid: booking.rescheduledToUid,
    start: booking.start,
    end: booking.end,
    duration: (Date.parse(booking.end) - Date.parse(booking.start)) / 60_000,
    eventTypeId: booking.eventTypeId,
    eventType: { id: booking.eventTypeId, slug: eventType?.slug ?? "" },
    location: "integrations:daily",
    absentHost: booking.absentHost,
    createdAt: booking.createdAt,
    updatedAt: booking.updatedAt,
    metadata: booking.metadata,
    icsUid: `${booking.uid}@Cal.com`,
    attendees: [
      {
        name: attendee.name,
        email: attendee.email,
        displayEmail: attendee.email,
        timeZone: attendee.timeZone,
        language: attendee.language,
        absent: attendee.absent,
        ...(attendee.phoneNumber ? { phoneNumber: attendee.phoneNumber } : {}),
      },
    ],
    guests: booking.guests,
    bookingFieldsResponses: { name: attendee.name, email: attendee.email, ...booking.responses },
  };
}

const basicEventType = (eventType: CalcomEventType) => ({
  id: eventType.id,
  lengthInMinutes: eventType.lengthInMinutes,
  title: eventType.title,
  slug: eventType.slug,
  description: "",
  locations: [{ type: "integration", integration: "cal-video" }],
  bookingFields: [
    { type: "name", isDefault: true, slug: "name", required: true, disableOnPrefill: false },
    { type: "email", isDefault: true, slug: "email", required: false, disableOnPrefill: false },
    { type: "phone", isDefault: true, slug: "attendeePhoneNumber", required: false, disableOnPrefill: false },
  ],
  recurrence: null,
  disableGuests: false,
  slotInterval: null,
  minimumBookingNotice: eventType.minimumBookingNotice,
  beforeEventBuffer: 0,
  afterEventBuffer: 0,
  metadata: {},
  price: 0,
  currency: "eur",
  hidden: false,
  confirmationPolicy: eventType.requiresConfirmation
    ? { type: "always", blockUnconfirmedBookingsInBooker: true }
    : { disabled: true },
  scheduleId: null,
});

/** An event type as version 2024-06-14 shows it; hosts of a team come without their addresses. */
export function eventTypeView(account: CalcomAccount, eventType: CalcomEventType) {
  const people = eventType.hostIds.flatMap((id) => account.host(id) ?? []);
  const { team } = account.fixtures;
  if (eventType.teamId === undefined || !team) {
    const [owner] = people;
    return {
      ...basicEventType(eventType),
      ownerId: owner?.id,
      users: people.map(({ id, name, username }) => ({ id, name, username, avatarUrl: null, metadata: {} })),
    };
  }
  return {
    ...basicEventType(eventType),
    teamId: team.id,
    ownerId: null,
    parentEventTypeId: null,
    schedulingType: "roundRobin",
    assignAllTeamMembers: false,
    hosts: people.map(({ id, name, username }) => ({
      userId: id,
      name,
      username,
      mandatory: false,
      priority: "medium",
      avatarUrl: null,
    })),
    team: { id: team.id, slug: team.slug, name: team.name, bannerUrl: null, logoUrl: null },
  };
}

/** "2050-09-05T09:00:00.000+02:00"; in UTC with a Z. */
export function slotTime(startMs: number, timeZone: string): { day: string; start: string } {
  const zoned = Temporal.Instant.fromEpochMilliseconds(startMs).toZonedDateTimeISO(timeZone);
  const text = zoned.toString({ timeZoneName: "never", fractionalSecondDigits: 3 });
  return {
    day: zoned.toPlainDate().toString(),
    start: timeZone === "UTC" ? text.replace("+00:00", "Z") : text,
  };
}
