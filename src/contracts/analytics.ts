import { z } from "zod";

const id = z.number().int().positive();
const day = z.iso.date();
const longestDays = 731;

/** Days on the wall of each call's branch, both inclusive. */
export const analyticsRequest = z
  .object({
    fromDate: day,
    toDate: day,
    branchId: id.optional(),
    agentId: id.optional(),
  })
  .refine(({ fromDate, toDate }) => fromDate <= toDate, { path: ["toDate"] })
  .refine(({ fromDate, toDate }) => (Date.parse(toDate) - Date.parse(fromDate)) / 86_400_000 < longestDays, {
    path: ["fromDate"],
  });
export type AnalyticsRequest = z.infer<typeof analyticsRequest>;
