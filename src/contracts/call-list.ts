import { z } from "zod";
import { callMarks } from "./call-marks";
import { callOutcomes, callSorts } from "./calls";
import { pageSizes } from "./page-sizes";

/** What may narrow the list of calls; the same for walking from one call to the next. */
export const callFilter = z.object({
  outcomes: z.array(z.enum(callOutcomes)).max(callOutcomes.length).optional(),
  customerId: z.number().int().positive().optional(),
  /** Of branch and agent 0 are the calls of none. */
  branchId: z.number().int().nonnegative().optional(),
  agentId: z.number().int().nonnegative().optional(),
  /** How far the call came, or why it came to nothing. */
  mark: z.enum(callMarks).optional(),
  /** 1 = Monday … 7 = Sunday, and a full hour; each only within a range of days, on the wall of the business. */
  weekday: z.number().int().min(1).max(7).optional(),
  hour: z.number().int().min(0).max(23).optional(),
  /** Whether somebody still has to call back. */
  callbackOpen: z.literal(true).optional(),
  /** Part of a caller's name or number, in any spelling. */
  search: z.string().trim().max(255).optional(),
  /** A day that goes with the calendar, instead of the two below. */
  day: z.literal("today").optional(),
  /** Both inclusive, in the business's zone. */
  fromDate: z.iso.date().optional(),
  toDate: z.iso.date().optional(),
});
export type CallFilter = z.infer<typeof callFilter>;

export const callListRequest = callFilter.extend({
  /** Newest first unless said otherwise. */
  sort: z.enum(callSorts).optional(),
  /** As a page before handed it out. */
  cursor: z.string().max(40).optional(),
  pageRows: z.literal(pageSizes).optional(),
});
export type CallListRequest = z.infer<typeof callListRequest>;
