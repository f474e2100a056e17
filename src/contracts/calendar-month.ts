import { z } from "zod";

const id = z.number().int().positive();

/** Whole weeks from a Monday on, in days of the business's zone. */
export const monthRequest = z.object({
  fromDate: z.iso.date(),
  weeks: z.number().int().min(4).max(6),
  staffId: id.optional(),
  branchId: id.optional(),
});
export type MonthRequest = z.infer<typeof monthRequest>;
