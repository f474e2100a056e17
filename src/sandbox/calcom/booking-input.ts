import { z } from "zod";
import { badRequest } from "./refusal";

/** Bodies of the booking endpoints, version 2024-08-13. Unknown fields are dropped without a word, as Cal.com does. */
const LANGUAGES = ["de", "en", "fr", "it", "es", "nl", "pl", "pt", "tr"] as const;

const start = z.iso.datetime({ offset: true, error: "start must be a valid ISO 8601 date string" });

export const createInput = z.object({
  start,
  eventTypeId: z.int().optional(),
  eventTypeSlug: z.string().optional(),
  username: z.string().optional(),
  teamSlug: z.string().optional(),
  attendee: z.object(
    {
      name: z.string({ error: "attendee.name must be a string" }).min(1),
      timeZone: z.string({ error: "attendee.timeZone must be a valid IANA time zone" }),
      email: z.email({ error: "attendee.email must be an email" }).optional(),
      phoneNumber: z.string().optional(),
      language: z
        .enum(LANGUAGES, { error: "attendee.language must be one of the allowed values" })
        .optional(),
    },
    { error: "attendee should not be null or undefined" },
  ),
  guests: z.array(z.email()).default([]),
  bookingFieldsResponses: z.record(z.string(), z.unknown()).default({}),
  metadata: z
    .record(
      z.string().max(40, "metadata keys must not be longer than 40 characters"),
      z
        .string({ error: "metadata values must be strings" })
        .max(500, "metadata values must not be longer than 500"),
    )
    .refine((entries) => Object.keys(entries).length <= 50, "metadata must not have more than 50 keys")
    .default({}),
  lengthInMinutes: z.int().optional(),
});

export const rescheduleInput = z.object({ start, reschedulingReason: z.string().optional() });
export const cancelInput = z.object({ cancellationReason: z.string().optional() });
export const declineInput = z.object({ reason: z.string().optional() });
export const absentInput = z.object({
  host: z.boolean().optional(),
  attendees: z.array(z.object({ email: z.string(), absent: z.boolean() })).default([]),
});

/** The body in this shape, or Cal.com's refusal of it. */
export function read<T extends z.ZodType>(schema: T, body: unknown): z.output<T> {
  const parsed = schema.safeParse(body ?? {});
  if (parsed.success) return parsed.data;
  throw badRequest(parsed.error.issues.map(({ message }) => message).join(", "));
}
