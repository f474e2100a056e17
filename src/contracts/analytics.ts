import { z } from "zod";

/** How far a call came towards an appointment; who reached one step reached those before it. */
export const funnelStages = ["wished", "offered", "booked", "attended"] as const;
export type FunnelStage = (typeof funnelStages)[number];

/** Why a call came to nothing; the first that applies. */
export const missedReasons = [
  "missed_failed",
  "missed_no_time",
  "missed_declined",
  "missed_hung_up",
  "missed_unclear",
] as const;
export type MissedReason = (typeof missedReasons)[number];

export const callMarks = [...funnelStages, ...missedReasons] as const;
export type CallMark = (typeof callMarks)[number];

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
