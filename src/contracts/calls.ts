export const callStatuses = ["ongoing", "ended", "failed"] as const;
export type CallStatus = (typeof callStatuses)[number];
/** One word for what came of a call, derived from our own rows. */
export const callOutcomes = [
  "booked",
  "moved",
  "cancelled",
  "callback",
  "information",
  "hung_up",
  "transferred",
  "unresolved",
] as const;
export type CallOutcome = (typeof callOutcomes)[number];
/** Calls that ended without an appointment being made, moved or called off. */
export const outcomesWithoutAppointment = [
  "callback",
  "information",
  "hung_up",
  "transferred",
  "unresolved",
] as const satisfies readonly CallOutcome[];
/** Calls that came to nothing: whoever rang got no appointment, no answer and no promise. Reports count the same. */
export const missedOutcomes = ["hung_up", "unresolved"] as const satisfies readonly CallOutcome[];
export const utteranceRoles = ["agent", "user", "transfer_target"] as const;
export type UtteranceRole = (typeof utteranceRoles)[number];
export const recordingDecisions = ["not_asked", "granted", "refused"] as const;
export const callbackStatuses = ["open", "claimed", "done", "expired"] as const;
export type CallbackStatus = (typeof callbackStatuses)[number];
/** What came of a callback. `booked`: the same number booked an appointment, so nobody needs to call any more. */
export const callbackOutcomes = ["reached", "no_interest", "wrong_number", "booked"] as const;
export type CallbackOutcome = (typeof callbackOutcomes)[number];
/** The questions the worklist answers. `done` shows what is settled, the latest first. */
export const callbackViews = ["open", "overdue", "urgent", "mine", "done"] as const;
export type CallbackView = (typeof callbackViews)[number];
export const priorities = ["low", "normal", "high", "urgent"] as const;
/** What people of a business say is wrong with a call. */
export const callReportKinds = [
  "misheard",
  "wrong_answer",
  "wrong_booking",
  "not_booked",
  "technical",
] as const;
export const noteLimit = 2_000;
export const tagLimit = 40;

/** The orders of the list; "-" is descending. */
export const callSorts = ["startTimestamp", "-startTimestamp"] as const;
