import type { BookingPayload } from "./payloads";

/** A booking at Cal.com in our own terms, whichever way it reached us: API answer, poll or webhook. */
export interface CalcomBooking {
  /** Missing only in the abbreviated webhook format that partners were documented. */
  uid: string | null;
  /** Cal.com's number, unique within one Cal.com. */
  id: number | null;
  status: "accepted" | "pending" | "cancelled" | "rejected";
  start: Date;
  end: Date;
  eventTypeId: number | null;
  /** Slug or title of the event type, where the id is not told. */
  eventTypeName: string | null;
  /** The booking this one replaces: a reschedule makes a new one. */
  previousUid: string | null;
  /** The booking that replaced this one. */
  nextUid: string | null;
  /** Our appointment's id, as the metadata has it. Whoever books there can write it: only `marker` proves it ours. */
  appointmentId: number | null;
  marker: string | null;
  hostEmails: string[];
  attendee: { name: string | null; email: string | null; phone: string | null } | null;
  /** At most as long as we keep one. */
  cancellationReason: string | null;
}

/** Cal.com invents an address for callers who gave only a number; it is nobody's mailbox. */
const isInvented = (email: string) => email.endsWith("@sms.cal.com");

export function normaliseAttendee(
  raw: { name?: string | null; email?: string | null; phoneNumber?: string | null } | undefined,
): CalcomBooking["attendee"] {
  if (!raw) return null;
  return {
    name: raw.name?.trim().slice(0, 255) || null,
    email: raw.email && !isInvented(raw.email) ? raw.email.slice(0, 255) : null,
    phone: raw.phoneNumber ?? null,
  };
}

/** Cal.com sends an empty text where nobody gave a reason, and people may write as much as they like. */
export const normaliseReason = (raw: string | null | undefined): string | null =>
  raw?.trim().slice(0, 500) || null;

export function appointmentIdOf(metadata: Record<string, unknown> | null | undefined): number | null {
  const id = Number(metadata?.appointmentId);
  return Number.isSafeInteger(id) && id > 0 ? id : null;
}

export const markerOf = (metadata: Record<string, unknown> | null | undefined): string | null =>
  typeof metadata?.appointmentMarker === "string" ? metadata.appointmentMarker : null;

export function toCalcomBooking(payload: BookingPayload): CalcomBooking {
  return {
    uid: payload.uid,
    id: payload.id,
    status: payload.status,
    start: payload.start,
    end: payload.end,
    eventTypeId: payload.eventType?.id ?? payload.eventTypeId ?? null,
    eventTypeName: payload.eventType?.slug ?? null,
    previousUid: payload.rescheduledFromUid || null,
    nextUid: payload.rescheduledToUid || null,
    appointmentId: appointmentIdOf(payload.metadata),
    marker: markerOf(payload.metadata),
    hostEmails: (payload.hosts ?? []).flatMap((host) => host.email ?? []),
    attendee: normaliseAttendee(payload.attendees?.[0]),
    cancellationReason: normaliseReason(payload.cancellationReason),
  };
}
