import { z } from "zod";
import { type callbackOutcomes, callbackViews, priorities } from "./calls";
import { requiredText, rowId } from "./form-fields";

const callbackId = z.number().int().positive();
const notes = z.string().trim().max(5000);

export const callbackRef = z.object({ callbackId });

/** `booked` is for the job that finds the booking; people say what they heard. */
const saidOutcomes = ["reached", "no_interest", "wrong_number"] as const satisfies readonly Exclude<
  (typeof callbackOutcomes)[number],
  "booked"
>[];

/** What was typed while on the phone goes along with what came of it; NULL takes the notes away. */
const notesAlong = { notes: notes.nullable().optional() };

export const callbackCompletion = z.object({
  callbackId,
  outcome: z.enum(saidOutcomes).default("reached"),
  ...notesAlong,
});
export type CallbackCompletion = z.input<typeof callbackCompletion>;

export const callbackPostponement = z.object({ callbackId, dueAt: z.date(), ...notesAlong });
export type CallbackPostponement = z.infer<typeof callbackPostponement>;

export const callbackChange = z.object({
  callbackId,
  priority: z.enum(priorities).optional(),
  ...notesAlong,
});
export type CallbackChange = z.infer<typeof callbackChange>;

/** As the front desk writes one down: out of the blue, for somebody known, or because of a call. */
export const callbackForm = z.object({
  name: z.string().trim().max(255, "too_long"),
  phone: requiredText(40),
  reason: z.string().trim().max(1000, "too_long"),
  priority: z.enum(priorities),
  callId: rowId.optional(),
  customerId: rowId.optional(),
});
export type CallbackForm = z.infer<typeof callbackForm>;

export const callbackListRequest = z.object({
  view: z.enum(callbackViews).default("open"),
  /** As a page before handed it out. */
  cursor: z
    .string()
    .regex(/^[<>]\d{1,14}\.\d{1,14}\.\d{1,15}$/)
    .optional(),
});
export type CallbackListRequest = z.input<typeof callbackListRequest>;
