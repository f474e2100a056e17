import { z } from "zod";
import { appointmentIdOf, type CalcomBooking, markerOf, normaliseAttendee, normaliseReason } from "./booking";
import { instant } from "./payloads";

const text = z.string().nullish();

/** The calendar event inside a webhook; `uid` and `eventTypeId` are missing in the abbreviated partner format. */
const calendarEvent = z.looseObject({
  uid: z.string().min(1).max(191).nullish(),
  bookingId: z.number().int().nullish(),
  eventTypeId: z.number().int().nullish(),
  type: text,
  title: text,
  startTime: instant,
  endTime: instant,
  organizer: z.looseObject({ email: text, name: text }).nullish(),
  team: z.looseObject({ members: z.array(z.looseObject({ email: text })).nullish() }).nullish(),
  attendees: z.array(z.looseObject({ name: text, email: text, phoneNumber: text })).nullish(),
  metadata: z.record(z.string(), z.unknown()).nullish(),
  rescheduleUid: text,
  cancellationReason: text,
});

/** A row of Cal.com's own table, which the scheduled triggers send flat, or a calendar event. */
const endedMeeting = z.looseObject({ uid: z.string().min(1).max(191).nullish() });

const noShowReport = z.looseObject({
  bookingUid: z.string().min(1).max(191),
  bookingId: z.number().int().nullish(),
  attendees: z.array(z.looseObject({ email: text, noShow: z.boolean().nullish() })).nullish(),
});

const envelope = z.looseObject({
  triggerEvent: z.string().min(1).max(64),
  createdAt: z.string().nullish(),
  /** Missing where a scheduled trigger sends a row of Cal.com's table flat. */
  payload: z.unknown().optional(),
});

export type CalcomNotice =
  /** A booking as it is now. */
  | { kind: "booking"; booking: CalcomBooking }
  | { kind: "no_show"; uid: string; noShow: boolean }
  | { kind: "ended"; uid: string }
  | { kind: "ignored"; reason: string };

export interface CalcomWebhook {
  trigger: string;
  createdAt: string | null;
  notice: CalcomNotice;
}

const statusByTrigger = {
  BOOKING_CREATED: "accepted",
  BOOKING_RESCHEDULED: "accepted",
  BOOKING_PAID: "accepted",
  BOOKING_REQUESTED: "pending",
  BOOKING_CANCELLED: "cancelled",
  BOOKING_REJECTED: "rejected",
} as const;

/** Both payload shapes of Cal.com into one. @throws ZodError when a known trigger carries no booking */
export function parseCalcomWebhook(json: unknown): CalcomWebhook {
  const { triggerEvent: trigger, createdAt = null, payload, ...flat } = envelope.parse(json);
  const answer = (notice: CalcomNotice): CalcomWebhook => ({ trigger, createdAt, notice });
  if (trigger in statusByTrigger) {
    return answer({
      kind: "booking",
      booking: fromCalendarEvent(trigger as keyof typeof statusByTrigger, payload),
    });
  }
  if (trigger === "BOOKING_NO_SHOW_UPDATED") {
    const report = noShowReport.parse(payload);
    return answer({
      kind: "no_show",
      uid: report.bookingUid,
      noShow: (report.attendees ?? []).some((attendee) => attendee.noShow),
    });
  }
  if (trigger === "MEETING_ENDED") {
    const { uid } = endedMeeting.parse(payload ?? flat);
    return uid ? answer({ kind: "ended", uid }) : answer({ kind: "ignored", reason: "meeting without uid" });
  }
  return answer({ kind: "ignored", reason: trigger === "PING" ? "ping" : "trigger not used" });
}

function fromCalendarEvent(trigger: keyof typeof statusByTrigger, payload: unknown): CalcomBooking {
  const event = calendarEvent.parse(payload);
  if (!event.uid && !event.bookingId) {
    throw new z.ZodError([
      { code: "custom", path: ["payload", "uid"], message: "neither uid nor bookingId", input: payload },
    ]);
  }
  const status = statusByTrigger[trigger];
  const isLive = status === "accepted" || status === "pending";
  return {
    uid: event.uid ?? null,
    id: event.bookingId ?? null,
    status,
    start: event.startTime,
    end: event.endTime,
    eventTypeId: event.eventTypeId ?? null,
    eventTypeName: event.type ?? null,
    // Not in BOOKING_RESCHEDULED alone: a move that a host has to confirm comes as BOOKING_REQUESTED.
    previousUid: isLive && event.rescheduleUid !== event.uid ? event.rescheduleUid || null : null,
    nextUid: null,
    appointmentId: appointmentIdOf(event.metadata),
    marker: markerOf(event.metadata),
    hostEmails: [
      event.organizer?.email,
      ...(event.team?.members ?? []).map((member) => member.email),
    ].flatMap((email) => email ?? []),
    attendee: normaliseAttendee(event.attendees?.[0]),
    cancellationReason: normaliseReason(event.cancellationReason),
  };
}
