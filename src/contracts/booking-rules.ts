import { z } from "zod";
import { callerProofs } from "./tenants";

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

/** Why a person of the business lets a change happen that a rule forbids. */
export const overrideReason = z.string().trim().min(3).max(500);
