import { and, eq } from "drizzle-orm";
import {
  type AppointmentAction,
  type ChangeRefusalDetails,
  changeRefusalCodes,
} from "@/contracts/change-refusals";
import { minuteMs } from "@/lib/calendar-time";
import { customers } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { DomainError } from "../_core/errors";
import type { Transaction } from "../_core/transact";
import type { AppointmentRow } from "../appointments/appointment";
import { isCustomers } from "./actors";
import { judgeAppointmentChange } from "./judge-appointment-change";
import type { ChangeVerdict } from "./judge-change";

/**
 * The wall in front of moving and cancelling, inside their transaction and under the appointment's lock. People of the
 * business pass with a reason, which comes back for the event; jobs and webhooks report facts and are never refused.
 * @throws DomainError `appointment.change_too_late`, `appointment.too_many_moves`,
 *   `appointment.too_many_cancellations`, each with the rule's numbers in its details
 */
export async function requireChangeAllowed(
  ctx: TenantContext,
  tx: Transaction,
  appointment: AppointmentRow,
  action: AppointmentAction,
  overrideReason: string | undefined,
): Promise<{ overrideReason?: string }> {
  const { type } = ctx.actor;
  if (type === "job" || type === "webhook") return {};
  // Two cancellations at once would each see room for one more.
  if (action === "cancel" && isCustomers(ctx.actor)) await lockCustomer(ctx, tx, appointment.customerId);
  const verdict = await judgeAppointmentChange(ctx, appointment, action, tx);
  if (verdict.allowed) return {};
  if (type === "user" && overrideReason !== undefined) return { overrideReason };
  throw refusalOf(verdict, action);
}

async function lockCustomer(ctx: TenantContext, tx: Transaction, customerId: number | null): Promise<void> {
  if (customerId === null) return;
  await tx
    .select({ id: customers.id })
    .from(customers)
    .where(and(eq(customers.tenantId, ctx.tenant.id), eq(customers.id, customerId)))
    .for("update");
}

function refusalOf(
  { reason, feeText, ...verdict }: Exclude<ChangeVerdict, { allowed: true }>,
  action: AppointmentAction,
): DomainError {
  const numbers =
    "leftMs" in verdict
      ? { hoursBefore: verdict.hoursBefore, minutesLeft: Math.floor(verdict.leftMs / minuteMs) }
      : { limit: verdict.limit };
  const details: ChangeRefusalDetails = { action, ...numbers, ...(feeText === null ? {} : { feeText }) };
  return new DomainError(changeRefusalCodes[reason], "conflict", { ...details });
}
