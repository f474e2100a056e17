import { z } from "zod";

/**
 * How an appointment here and its booking at Cal.com differ: another time, cancelled here but not there, there no
 * longer (or never), or over the time of another appointment of ours.
 */
export const driftKinds = ["differs", "open_there", "missing_there", "overlaps"] as const;
export type DriftKind = (typeof driftKinds)[number];

/** What a person can decide. */
export const driftWays = ["keep_ours", "take_theirs", "cancel_both"] as const;
export type DriftWay = (typeof driftWays)[number];

export const waysOut: Record<DriftKind, readonly DriftWay[]> = {
  differs: ["keep_ours", "take_theirs", "cancel_both"],
  open_there: ["keep_ours", "take_theirs"],
  missing_there: ["keep_ours", "take_theirs"],
  overlaps: ["keep_ours", "take_theirs"],
};

export const driftDecision = z.object({
  appointmentId: z.number().int().positive(),
  /** The version the decision rests on; an older one is refused. */
  version: z.number().int().positive().optional(),
});
export type DriftDecision = z.infer<typeof driftDecision>;
