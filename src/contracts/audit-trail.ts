import { z } from "zod";
import { plainDate, rowId } from "./form-fields";
import { trailActors } from "./trail-actors";

/** Small enough to stand in a sentence: a setting, a price, a week of hours. */
const plainValue = z.union([z.string().max(1000), z.number(), z.boolean(), z.null()]);
export type PlainValue = z.output<typeof plainValue>;

/** What a field was and is. */
export const fieldChange = z.object({ field: z.string(), from: plainValue, to: plainValue });
export type FieldChange = z.output<typeof fieldChange>;

export const trailFilter = z.object({
  actor: z.enum(trailActors).default("people"),
  /** One person of them. */
  userId: rowId.optional(),
  /** What it was done to, as events name it: `appointment`, `staff`. */
  kind: z.string().max(40).optional(),
  /** One of that kind, whoever did it. */
  entityId: rowId.optional(),
  /** Days of the business's zone, both inclusive. */
  fromDate: plainDate.optional(),
  toDate: plainDate.optional(),
});
export type TrailFilter = z.input<typeof trailFilter>;

export const trailList = trailFilter.extend({
  cursor: z
    .string()
    .regex(/^[<>]\d{1,14}\.\d{1,15}$/)
    .optional(),
});
export type TrailList = z.input<typeof trailList>;
