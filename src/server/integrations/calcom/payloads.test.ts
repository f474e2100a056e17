import { describe, expect, test } from "vitest";
import { z } from "zod";
import { toCalcomBooking } from "./booking";
import { bookingPayload, eventTypePayload } from "./payloads";
import { parseCalcomWebhook } from "./webhook-payloads";

/** A booking of API 2024-08-13 with every field that contracts.md (B3) names. */
const everything = {
  id: 42,
  uid: "uid_new",
  title: "Beratung",
  description: "",
  hosts: [
    {
      id: 1,
      name: "Jana",
      email: "jana@example.com",
      displayEmail: "jana@example.com",
      username: "jana",
      timeZone: "Europe/Berlin",
    },
  ],
  status: "accepted",
  cancellationReason: "",
  cancelledByEmail: "a@example.com",
  reschedulingReason: "later",
  rescheduledByEmail: "a@example.com",
  rescheduledFromUid: "uid_old",
  rescheduledToUid: "uid_next",
  start: "2026-12-01T09:00:00.000Z",
  end: "2026-12-01T09:30:00.000Z",
  duration: 30,
  eventTypeId: 7,
  eventType: { id: 7, slug: "beratung" },
  meetingUrl: "https://x.example",
  location: "integrations:daily",
  absentHost: false,
  createdAt: "2026-11-22T18:00:00.000Z",
  updatedAt: "2026-11-22T18:00:00.000Z",
  metadata: { appointmentId: "17", appointmentMarker: "proof" },
  rating: 5,
  icsUid: "x@cal.com",
  attendees: [
    {
      name: "Max",
      email: "4915112345678@sms.cal.com",
      displayEmail: "x",
      timeZone: "Europe/Berlin",
      language: "de",
      absent: false,
      phoneNumber: "+4915112345678",
    },
  ],
  guests: ["guest@example.com"],
  bookingFieldsResponses: { notes: "x" },
};
const { id, uid, status, start, end } = everything;

describe("a booking of the API", () => {
  test("is read with every field, and with none that may be missing", () => {
    expect(toCalcomBooking(bookingPayload.parse(everything))).toEqual({
      uid: "uid_new",
      id: 42,
      status: "accepted",
      start: new Date(start),
      end: new Date(end),
      eventTypeId: 7,
      eventTypeName: "beratung",
      previousUid: "uid_old",
      nextUid: "uid_next",
      appointmentId: 17,
      marker: "proof",
      hostEmails: ["jana@example.com"],
      attendee: { name: "Max", email: null, phone: "+4915112345678" },
      cancellationReason: null,
    });
    const least = toCalcomBooking(bookingPayload.parse({ id, uid, status, start, end }));
    expect(least).toMatchObject({ eventTypeId: null, hostEmails: [], attendee: null, appointmentId: null });
  });

  test("has no reason where it is empty, and only as much of a long one as is kept", () => {
    const reasonOf = (cancellationReason: string) => [
      toCalcomBooking(bookingPayload.parse({ ...everything, cancellationReason })).cancellationReason,
      notice("BOOKING_CANCELLED", { ...calendarEvent, cancellationReason }),
    ];
    for (const [said, kept] of [
      ["", null],
      [" \n", null],
      [" krank ", "krank"],
      ["x".repeat(3_000), "x".repeat(500)],
    ] as const)
      expect(reasonOf(said)).toMatchObject([kept, { booking: { cancellationReason: kept } }]);
  });

  test("whose status is a new one counts as not agreed, and does not hide the others of its page", () => {
    const page = z.array(bookingPayload).parse([{ ...everything, status: "awaiting_host" }, everything]);
    expect(page.map(({ status }) => status)).toEqual(["pending", "accepted"]);
    expect(bookingPayload.safeParse({ ...everything, status: undefined }).success).toBe(false);
  });

  test("has no instant where one is null", () => {
    expect(bookingPayload.safeParse({ ...everything, start: null }).success).toBe(false);
  });

  test.each(Object.keys(everything).filter((key) => !["id", "uid", "status", "start", "end"].includes(key)))(
    "may have null as %s",
    (key) => {
      expect(bookingPayload.safeParse({ ...everything, [key]: null }).error).toBeUndefined();
    },
  );

  test("belongs to an event type of a person, a team, or nobody", () => {
    const type = { id: 7, title: "Beratung", slug: "beratung", lengthInMinutes: 30 };
    const owners = [{}, { users: [{ name: "Jana" }] }, { hosts: [{ userId: 1, name: "Jana" }], users: null }];
    for (const owner of owners) expect(eventTypePayload.safeParse({ ...type, ...owner }).success).toBe(true);
  });
});

/** What a webhook of version 2021-10-20 says about a booking (B5). */
const calendarEvent = {
  type: "beratung",
  title: "Beratung",
  description: null,
  additionalNotes: "",
  startTime: "2026-12-01T09:00:00Z",
  endTime: "2026-12-01T09:30:00Z",
  organizer: {
    id: 1,
    name: "Jana",
    email: "jana@example.com",
    username: "jana",
    timeZone: "Europe/Berlin",
    language: { locale: "de" },
    utcOffset: 60,
    timeFormat: "HH:mm",
    usernameInOrg: null,
  },
  attendees: [
    {
      name: "Max",
      firstName: "Max",
      lastName: "",
      email: "max@example.com",
      phoneNumber: null,
      timeZone: "Europe/Berlin",
      language: { locale: "de" },
      utcOffset: 60,
    },
  ],
  location: "Parkstraße 1",
  uid: "uid_new",
  bookingId: 42,
  iCalUID: "x@cal.com",
  iCalSequence: 0,
  eventTypeId: 7,
  customInputs: {},
  responses: { name: { label: "name", value: "Max", isHidden: false } },
  userFieldsResponses: {},
  destinationCalendar: null,
  conferenceData: null,
  videoCallData: null,
  appsStatus: null,
  seatsPerTimeSlot: null,
  schedulingType: null,
  team: { id: 1, name: "Team", members: [{ id: 2, name: "Ole", email: "ole@example.com" }] },
  status: "ACCEPTED",
  eventTitle: "Beratung",
  eventDescription: null,
  requiresConfirmation: false,
  price: 0,
  currency: "eur",
  length: 30,
  smsReminderNumber: null,
  hashedLink: null,
  assignmentReason: null,
  metadata: { appointmentId: "17", appointmentMarker: "proof" },
};
const notice = (triggerEvent: string, payload: unknown) =>
  parseCalcomWebhook({ triggerEvent, createdAt: "2026-11-22T18:00:00.000Z", payload }).notice;

describe("a webhook", () => {
  test.each([
    ["BOOKING_CREATED", "accepted"],
    ["BOOKING_PAID", "accepted"],
    ["BOOKING_REQUESTED", "pending"],
    ["BOOKING_RESCHEDULED", "accepted"],
    ["BOOKING_CANCELLED", "cancelled"],
    ["BOOKING_REJECTED", "rejected"],
  ])("%s is a booking that is %s", (trigger, as) => {
    const payload = { ...calendarEvent, rescheduleUid: "uid_old", cancellationReason: null };
    expect(notice(trigger, payload)).toEqual({
      kind: "booking",
      booking: {
        uid: "uid_new",
        id: 42,
        status: as,
        start: new Date("2026-12-01T09:00:00Z"),
        end: new Date("2026-12-01T09:30:00Z"),
        eventTypeId: 7,
        eventTypeName: "beratung",
        previousUid: ["accepted", "pending"].includes(as) ? "uid_old" : null,
        nextUid: null,
        appointmentId: 17,
        marker: "proof",
        hostEmails: ["jana@example.com", "ole@example.com"],
        attendee: { name: "Max", email: "max@example.com", phone: null },
        cancellationReason: null,
      },
    });
  });

  test("that names itself as what it replaced replaced nothing", () => {
    const told = notice("BOOKING_RESCHEDULED", { ...calendarEvent, rescheduleUid: calendarEvent.uid });
    expect(told).toMatchObject({ booking: { uid: "uid_new", previousUid: null } });
  });

  test.each(Object.keys(calendarEvent).filter((key) => !["startTime", "endTime"].includes(key)))(
    "may have null as %s, or not have it",
    (key) => {
      const { [key as "uid"]: _, ...without } = calendarEvent;
      expect(notice("BOOKING_CREATED", { ...calendarEvent, [key]: null }).kind).toBe("booking");
      expect(notice("BOOKING_CREATED", without).kind).toBe("booking");
    },
  );

  test("that names no booking, or no time, is none", () => {
    expect(() => notice("BOOKING_CREATED", { ...calendarEvent, uid: null, bookingId: null })).toThrow();
    expect(() => notice("BOOKING_CREATED", { ...calendarEvent, startTime: null })).toThrow();
  });

  test("about a meeting's end is read flat and in an envelope", () => {
    const row = {
      id: 42,
      uid: "uid_new",
      userId: 1,
      startTime: "2026-12-01T09:00:00.000Z",
      endTime: "2026-12-01T09:30:00.000Z",
      status: "ACCEPTED",
      eventTypeId: 7,
      metadata: null,
      responses: {},
      attendees: [],
    };
    const ended = { kind: "ended", uid: "uid_new" };
    expect(parseCalcomWebhook({ triggerEvent: "MEETING_ENDED", ...row }).notice).toEqual(ended);
    expect(notice("MEETING_ENDED", row)).toEqual(ended);
    expect(notice("MEETING_ENDED", calendarEvent)).toEqual(ended);
  });

  test("about a no-show names the booking by its uid", () => {
    const report = { message: "x", bookingUid: "uid_new", bookingId: 42 };
    const who = (noShow: boolean) => ({ ...report, attendees: [{ email: "max@example.com", noShow }] });
    const said = (noShow: boolean) => ({ kind: "no_show", uid: "uid_new", noShow });
    expect(notice("BOOKING_NO_SHOW_UPDATED", who(true))).toEqual(said(true));
    expect(notice("BOOKING_NO_SHOW_UPDATED", who(false))).toEqual(said(false));
    expect(notice("BOOKING_NO_SHOW_UPDATED", report)).toEqual(said(false));
  });

  test.each(["PING", "MEETING_STARTED", "FORM_SUBMITTED", "OOO_CREATED", "something new"])(
    "%s is kept and ignored, whatever it carries",
    (trigger) => {
      for (const payload of [undefined, null, [], { type: "Test" }])
        expect(notice(trigger, payload).kind).toBe("ignored");
    },
  );
});
