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
