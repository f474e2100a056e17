import type { BookingRule } from "@/contracts/booking-rules";
import type { AppointmentAction, ChangeRefusal } from "@/contracts/change-refusals";
import { hourMs } from "@/lib/calendar-time";

export interface Change {
  action: AppointmentAction;
  /** Start of the appointment as it stands. */
  start: Date;
  now: Date;
  /** How often the customer moved it already. */
  moveCount: number;
  /** By this customer, in this calendar month of the branch. */
  cancellationsThisMonth: number;
}

export type ChangeVerdict = { allowed: true } | ({ allowed: false; feeText: string | null } & ChangeRefusal);

/**
 * Whether a customer may make this change. Hours are elapsed time, not the clock on the wall: 24 hours before an
 * appointment are 24 hours of notice on every day of the year, and it is the same number that is spoken as the rest.
 */
export function judgeChange(rule: BookingRule, change: Change): ChangeVerdict {
  const refusal = findRefusal(rule, change);
  return refusal ? { allowed: false, feeText: rule.feeText, ...refusal } : { allowed: true };
}

function findRefusal(rule: BookingRule, change: Change): ChangeRefusal | undefined {
  const { action, moveCount, cancellationsThisMonth } = change;
  const { maxMoves, maxCancellationsPerMonth } = rule;
  const hoursBefore = (action === "move" ? rule.moveHoursBefore : rule.cancelHoursBefore) ?? 0;
  const leftMs = change.start.getTime() - change.now.getTime();
  if (leftMs < hoursBefore * hourMs) return { reason: "too_late", hoursBefore, leftMs };
  if (action === "move" && maxMoves !== null && moveCount >= maxMoves)
    return { reason: "too_many_moves", limit: maxMoves };
  if (
    action === "cancel" &&
    maxCancellationsPerMonth !== null &&
    cancellationsThisMonth >= maxCancellationsPerMonth
  )
    return { reason: "too_many_cancellations", limit: maxCancellationsPerMonth };
  return undefined;
}
