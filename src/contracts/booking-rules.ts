import { z } from "zod";
import { callerProofs } from "./tenants";

export const appointmentActions = ["move", "cancel"] as const;
/** What a customer may want of an appointment that is there already. */
export type AppointmentAction = (typeof appointmentActions)[number];

const limit = (most: number) => z.number().int().min(0).max(most).nullable();

/** What customers may still do themselves. NULL leaves it to the wider rule; where nobody says, it is open. */
export const bookingRule = z.object({
  /** Elapsed hours before the start; 0 means until the start. */
  moveHoursBefore: limit(720),
  cancelHoursBefore: limit(720),
  /** How often one appointment may be moved. */
  maxMoves: limit(20),
  /** How many appointments one customer may cancel in a calendar month of the branch. */
  maxCancellationsPerMonth: limit(50),
  /** What is said where a change comes too late. */
  feeText: z
    .string()
    .trim()
    .max(500)
    .nullable()
    .transform((text) => text || null),
});
export type BookingRule = z.output<typeof bookingRule>;

const id = z.number().int().positive();

/** The rule of one branch or one service; of the whole business where neither is named. */
export const bookingRuleChange = z
  .object({ branchId: id.optional(), serviceId: id.optional(), rule: bookingRule })
  .refine(({ branchId, serviceId }) => branchId === undefined || serviceId === undefined);
export type BookingRuleChange = z.input<typeof bookingRuleChange>;

/** How the phone deals with callers, for the whole business. */
export const callPolicy = z.object({
  /** Book, move and cancel only after the caller agreed to this very slot. */
  spokenYesRequired: z.boolean(),
  /** How long an offered time is kept for the call it was offered in. */
  holdMinutes: z.number().int().min(1).max(15),
  callerProof: z.enum(callerProofs),
  /** Says "halb drei" instead of "14 Uhr 30". */
  saysHalfHours: z.boolean(),
});
export type CallPolicy = z.output<typeof callPolicy>;

/** Why a rule forbids a change, with the numbers that a sentence needs. */
export type ChangeRefusal =
  /** `leftMs`: until the start; negative once it has begun. */
  | { reason: "too_late"; hoursBefore: number; leftMs: number }
  | { reason: "too_many_moves"; limit: number }
  | { reason: "too_many_cancellations"; limit: number };

export const changeRefusalCodes = {
  too_late: "appointment.change_too_late",
  too_many_moves: "appointment.too_many_moves",
  too_many_cancellations: "appointment.too_many_cancellations",
} as const satisfies Record<ChangeRefusal["reason"], string>;

/** Why a person of the business lets a change happen that a rule forbids. */
export const overrideReason = z.string().trim().min(3).max(500);
