/** What a customer may want of an appointment that is there already. */
export type AppointmentAction = "move" | "cancel";

/** Why a rule forbids a change, with the numbers that a sentence needs. */
export type ChangeRefusal =
  /** `leftMs`: until the start; negative once it has begun. */
  | { reason: "too_late"; hoursBefore: number; leftMs: number }
  | { reason: "too_many_moves"; limit: number }
  | { reason: "too_many_cancellations"; limit: number };

export const changeRefusalCodes = {
  too_late: "appointment.change_too_late",
  too_many_moves: "appointment.too_many_moves",
  too_many_cancellations: "appointment.too_many_cancellations",
} as const satisfies Record<ChangeRefusal["reason"], string>;

/** What the refusal carries to a screen: the rule's numbers, as `details` of the error. */
export interface ChangeRefusalDetails {
  action: AppointmentAction;
  hoursBefore?: number;
  /** Until the start; negative once it has begun. */
  minutesLeft?: number;
  limit?: number;
  /** What the business says about late changes. */
  feeText?: string;
}
