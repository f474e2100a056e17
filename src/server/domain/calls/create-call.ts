import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { calls } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { DomainError } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { transact } from "../_core/transact";
import { findOrCreateCustomer } from "../customers/find-or-create-customer";
import { callerNumber } from "./caller-number";
import { upsertCall } from "./upsert-call";

const transcriptBytes = 65_535;

const inputSchema = z
  .object({
    retellCallId: z.string().min(1).max(255),
    conversationId: z.string().max(255).nullish(),
    fromNumber: z.string().max(32).nullish(),
    toNumber: z.string().max(32).nullish(),
    startTimestamp: z.date(),
    endTimestamp: z.date().nullish(),
    callSuccessful: z.boolean().nullish(),
    transcript: z
      .string()
      .refine((text) => Buffer.byteLength(text) <= transcriptBytes, `at most ${transcriptBytes} bytes`)
      .nullish(),
    analysis: z.record(z.string(), z.unknown()).nullish(),
  })
  .refine((call) => !call.endTimestamp || call.endTimestamp >= call.startTimestamp, {
    path: ["endTimestamp"],
    error: "must not be before the start",
  });

/**
 * A call as somebody tells it, complete at once: for partners' tests. Real calls come through Retell.
 * @returns our id of the call
 * @throws DomainError `call.exists`
 */
export async function createCall(ctx: TenantContext, input: z.input<typeof inputSchema>): Promise<number> {
  requirePermission(ctx, "calls:write");
  const call = inputSchema.parse(input);
  const fromNumber = callerNumber(call.fromNumber);
  const endedAt = call.endTimestamp ?? null;
  return transact(ctx.db, async (tx) => {
    const { id, created } = await upsertCall(tx, ctx.tenant.id, {
      retellCallId: call.retellCallId,
      conversationId: call.conversationId ?? null,
      direction: "inbound",
      fromNumber,
      toNumber: callerNumber(call.toNumber),
      agentId: null,
      branchId: null,
      status: endedAt ? "ended" : "ongoing",
      startedAt: call.startTimestamp,
      endedAt,
      durationSec: endedAt && Math.round((endedAt.getTime() - call.startTimestamp.getTime()) / 1000),
    });
    if (!created) throw new DomainError("call.exists", "conflict", { fields: { call_id: "taken" } });
    const customer = fromNumber ? await findOrCreateCustomer(ctx, tx, { phone: fromNumber }) : undefined;
    const { transcript, analysis, callSuccessful } = call;
    await tx
      .update(calls)
      .set({ customerId: customer?.id, transcript, analysis, callSuccessful })
      .where(and(eq(calls.tenantId, ctx.tenant.id), eq(calls.id, id)));
    await recordEvent(ctx, tx, "call.started", id, { callId: id });
    if (endedAt) await recordEvent(ctx, tx, "call.ended", id, { callId: id });
    return id;
  });
}
