import { z } from "zod";

/** Shapes of Cal.com's API v2 that we read. Loose: unknown fields pass, the ones named here must not lie. */
/** Strings only: coercion alone would make 1970 of null. */
export const instant = z.string().pipe(z.coerce.date());

export const slotsPayload = z.record(z.string(), z.array(z.looseObject({ start: z.string() })));

export const reservationPayload = z.looseObject({
  reservationUid: z.string().min(1).max(191),
  reservationUntil: instant,
});

const person = z.looseObject({ name: z.string().nullish(), email: z.string().nullish() });

/** Cal.com's list grows ("awaiting_host"): what is not known to be agreed is not. */
const bookingStatus = z.union([
  z.enum(["accepted", "pending", "cancelled", "rejected"]),
  z.string().transform(() => "pending" as const),
]);

export const bookingPayload = z.looseObject({
  id: z.number().int(),
  uid: z.string().min(1).max(191),
  status: bookingStatus,
  start: instant,
  end: instant,
  createdAt: instant.nullish(),
  updatedAt: instant.nullish(),
  eventTypeId: z.number().int().nullish(),
  eventType: z.looseObject({ id: z.number().int(), slug: z.string().nullish() }).nullish(),
  hosts: z.array(person).nullish(),
  attendees: z.array(person.extend({ phoneNumber: z.string().nullish() })).nullish(),
  metadata: z.record(z.string(), z.unknown()).nullish(),
  rescheduledFromUid: z.string().nullish(),
  rescheduledToUid: z.string().nullish(),
  cancellationReason: z.string().nullish(),
  absentHost: z.boolean().nullish(),
});
export type BookingPayload = z.infer<typeof bookingPayload>;

export const eventTypePayload = z.looseObject({
  id: z.number().int(),
  title: z.string(),
  slug: z.string(),
  lengthInMinutes: z.number().int().positive(),
  hidden: z.boolean().nullish(),
  hosts: z.array(person).nullish(),
  users: z.array(person).nullish(),
});
export type EventTypePayload = z.infer<typeof eventTypePayload>;

export const teamPayload = z.looseObject({ id: z.number().int(), slug: z.string().nullish() });

export const envelope = z.looseObject({ status: z.literal("success"), data: z.unknown() });

export const errorEnvelope = z.looseObject({
  error: z.union([z.string(), z.looseObject({ message: z.string().optional() })]).optional(),
  message: z.string().optional(),
});
