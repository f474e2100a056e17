import type { BookingRule } from "@/contracts/booking-rules";

export const noRule: BookingRule = {
  moveHoursBefore: null,
  cancelHoursBefore: null,
  maxMoves: null,
  maxCancellationsPerMonth: null,
  feeText: null,
};

/** Several rules as one: field by field, the first that says something; what nobody says stays open. */
export function mergeRules(narrowestFirst: readonly BookingRule[]): BookingRule {
  const first = <Field extends keyof BookingRule>(field: Field): BookingRule[Field] =>
    narrowestFirst.find((rule) => rule[field] !== null)?.[field] ?? null;
  return {
    moveHoursBefore: first("moveHoursBefore"),
    cancelHoursBefore: first("cancelHoursBefore"),
    maxMoves: first("maxMoves"),
    maxCancellationsPerMonth: first("maxCancellationsPerMonth"),
    feeText: first("feeText"),
  };
}
