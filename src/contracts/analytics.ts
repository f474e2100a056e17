import { z } from "zod";

const id = z.number().int().positive();
const day = z.iso.date();
const longestDays = 731;

const lengthOf = ({ fromDate, toDate }: { fromDate: string; toDate: string }) =>
  (Date.parse(toDate) - Date.parse(fromDate)) / 86_400_000 + 1;

/** Days on the wall of each call's branch, both inclusive. */
export const analyticsRequest = z
  .object({
    fromDate: day,
    toDate: day,
    /** What it is compared with, an earlier time; without it, as many days right before. */
    before: z.object({ fromDate: day, toDate: day }).optional(),
    branchId: id.optional(),
    agentId: id.optional(),
  })
  .refine(({ fromDate, toDate }) => fromDate <= toDate, { path: ["toDate"] })
  .refine((days) => lengthOf(days) <= longestDays, { path: ["fromDate"] })
  .refine(
    ({ before, fromDate }) =>
      !before ||
      (before.fromDate <= before.toDate && before.toDate < fromDate && lengthOf(before) <= longestDays),
    { path: ["before"] },
  );
export type AnalyticsRequest = z.infer<typeof analyticsRequest>;
