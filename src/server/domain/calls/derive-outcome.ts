import { and, eq } from "drizzle-orm";
import { appointments, callbacks, calls, toolInvocations } from "@/server/db/schema";
import type { PlatformContext, TenantContext } from "../_core/context";
import { recordEvent } from "../_core/record-event";
import { type Transaction, transact } from "../_core/transact";
import { bookedCents } from "../analytics/call-marks";
import { closeDelivery } from "../webhook-inbox/close-delivery";
import { loadCallMessage } from "./call-message";
import { callOutcome, isSuccess, wasBooked } from "./call-outcome";
import { type CallRow, lockCall } from "./queries";

/**
 * What came of the call that a message ended. Our own rows say it, so it is known even where the rest of the message
 * could not be read.
 */
export async function concludeCall(ctx: PlatformContext, inboxId: number): Promise<void> {
  const message = await loadCallMessage(ctx, inboxId);
  if (message?.final) await updateCallOutcome(message.ctx, message.callId);
}

/** Last step of processing; then the message is done with. */
export async function finishMessage(ctx: PlatformContext, inboxId: number): Promise<void> {
  await concludeCall(ctx, inboxId);
  await closeDelivery(ctx.db, inboxId, "processed");
}

/**
 * Derives outcome, success and, for a hidden caller who booked, the customer from our own rows. May run again at any
 * time, e.g. when an outside calendar confirmed an appointment late. Does nothing while the call runs.
 */
export async function updateCallOutcome(ctx: TenantContext, callId: number): Promise<void> {
  await transact(ctx.db, async (tx) => {
    const call = await lockCall(ctx, tx, callId);
    if (call.status === "ongoing") return;
    const { customerId, made, ...evidence } = await gatherEvidence(ctx, tx, call);
    const outcome = callOutcome({ ...evidence, disconnectionReason: call.disconnectionReason });
    if (call.processedAt !== null && call.outcome === outcome) return;
    await tx
      .update(calls)
      .set({
        outcome,
        callSuccessful: isSuccess(outcome),
        bookedCents: bookedCents({ appointments: made }),
        customerId: call.customerId ?? customerId,
        processedAt: call.processedAt ?? new Date(),
      })
      .where(and(eq(calls.tenantId, ctx.tenant.id), eq(calls.id, callId)));
    await recordEvent(ctx, tx, "call.processed", callId, { callId, outcome });
  });
}

async function gatherEvidence(ctx: TenantContext, tx: Transaction, call: CallRow) {
  const tenantId = ctx.tenant.id;
  const made = await tx
    .select({
      status: appointments.status,
      cancelledAt: appointments.cancelledAt,
      priceCents: appointments.priceCents,
      customerId: appointments.customerId,
    })
    .from(appointments)
    .where(and(eq(appointments.tenantId, tenantId), eq(appointments.callId, call.id)));
  const requested = await tx
    .select({ customerId: callbacks.customerId })
    .from(callbacks)
    .where(and(eq(callbacks.tenantId, tenantId), eq(callbacks.callId, call.id)));
  const succeeded = await tx
    .select({ name: toolInvocations.name })
    .from(toolInvocations)
    .where(
      and(
        eq(toolInvocations.tenantId, tenantId),
        eq(toolInvocations.callId, call.id),
        eq(toolInvocations.status, "succeeded"),
      ),
    );
  return {
    made,
    booked: made.some((appointment) => wasBooked(appointment, call.endTimestamp)),
    callbackRequested: requested.length > 0,
    succeededTools: succeeded.map((row) => row.name),
    customerId: [...made, ...requested].find((row) => row.customerId !== null)?.customerId ?? null,
  };
}
