import type { BookingRule } from "@/contracts/booking-rules";

/** What holds where a rule is silent: a value of the business, or whatever each branch says. */
export type Inherited = { [Field in keyof BookingRule]: { value: BookingRule[Field] } | "perBranch" };

/** For a branch that of the business; for a service, a branch that has its own comes between. */
export function inheritedBy(
  [business]: [BookingRule],
  branches: readonly { rule: BookingRule }[] = [],
): Inherited {
  const field = <Field extends keyof BookingRule>(name: Field) =>
    branches.some(({ rule }) => rule[name] !== null) ? ("perBranch" as const) : { value: business[name] };
  return {
    moveHoursBefore: field("moveHoursBefore"),
    cancelHoursBefore: field("cancelHoursBefore"),
    maxMoves: field("maxMoves"),
    maxCancellationsPerMonth: field("maxCancellationsPerMonth"),
    feeText: field("feeText"),
  };
}
