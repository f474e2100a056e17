import { z } from "zod";
import { minutes, optionalText, requiredText, rowId, version } from "./form-fields";

const gap = z
  .object({ startsMinute: minutes(5, 720), endsMinute: minutes(10, 720) })
  .refine(({ startsMinute, endsMinute }) => startsMinute < endsMinute, {
    path: ["endsMinute"],
    error: "gap_order",
  });

const details = z.object({
  name: requiredText(255),
  description: optionalText(2000),
  /** Other names callers use for it. */
  synonyms: z.array(requiredText(100)).max(30, "too_many"),
  durationMinutes: minutes(5, 720),
  bufferBeforeMinutes: minutes(0, 240),
  bufferAfterMinutes: minutes(0, 240),
  priceCents: z.number({ error: "price" }).int("price").min(0, "price").max(10_000_000, "price"),
  staffNeeded: z.coerce
    .number<string | number>("number")
    .int("number")
    .min(1, "too_small")
    .max(5, "too_large"),
  /** Minutes from the start in which the people are free while it works by itself. */
  gaps: z.array(gap).max(6, "too_many"),
  staffIds: z.array(rowId).max(500),
  /** It needs one of these; none: it needs no room. */
  resourceIds: z.array(rowId).max(200),
});

type GapCheck = Pick<z.output<typeof details>, "durationMinutes" | "gaps">;

/** A gap lies inside the service, with work before and after it, and meets no other. */
function checkGaps({ durationMinutes, gaps }: GapCheck, ctx: z.RefinementCtx): void {
  gaps.forEach(({ startsMinute, endsMinute }, index) => {
    const complain = (field: string, message: string) =>
      ctx.addIssue({ code: "custom", path: ["gaps", index, field], message });
    if (endsMinute >= durationMinutes) complain("endsMinute", "gap_inside");
    const clashes = gaps.some(
      (other, at) => at < index && other.startsMinute <= endsMinute && startsMinute <= other.endsMinute,
    );
    if (clashes) complain("startsMinute", "gap_overlap");
  });
}

/** What a service is, without who does it and where. */
export const serviceOffer = details
  .omit({ staffNeeded: true, staffIds: true, resourceIds: true })
  .superRefine(checkGaps);
export type ServiceOffer = z.output<typeof serviceOffer>;

export const newService = details.superRefine(checkGaps);
export type NewService = z.input<typeof newService>;

export const serviceChange = details.extend({ serviceId: rowId, version }).superRefine(checkGaps);
export type ServiceChange = z.input<typeof serviceChange>;
