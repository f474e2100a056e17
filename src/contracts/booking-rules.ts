import { z } from "zod";
import { optionalText } from "./form-fields";
import { callerProofs } from "./tenants";

/** A whole number; left empty, there is no limit of its own. */
const limit = (most: number) =>
  z
    .union([z.number(), z.string().trim()])
    .nullable()
    .transform((typed) => (typed === null || typed === "" ? null : Number(typed)))
    .pipe(z.number("number").int("number").min(0, "too_small").max(most, "too_large").nullable());

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
  feeText: optionalText(500),
});
export type BookingRule = z.output<typeof bookingRule>;

const id = z.number().int().positive();

/** The rule of one branch or one service; of the whole business where neither is named. */
export const bookingRuleChange = bookingRule
  .extend({ branchId: id.optional(), serviceId: id.optional() })
  .refine(({ branchId, serviceId }) => branchId === undefined || serviceId === undefined);
export type BookingRuleChange = z.input<typeof bookingRuleChange>;

/** How the phone deals with callers, for the whole business. */
export const callPolicy = z.object({
  /** Book, move and cancel only after the caller agreed to this very slot. */
  spokenYesRequired: z.boolean(),
  /** How long an offered time is kept for the call it was offered in. */
  holdMinutes: z.coerce
    .number<string | number>("number")
    .int("number")
    .min(1, "too_small")
    .max(15, "too_large"),
  callerProof: z.enum(callerProofs),
  /** Says "halb drei" instead of "14 Uhr 30". */
  saysHalfHours: z.boolean(),
});
export type CallPolicy = z.output<typeof callPolicy>;

/** Why a person of the business lets a change happen that a rule forbids. */
export const overrideReason = z.string().trim().min(3).max(500);
