import { z } from "zod";
import { retellCallIdSchema } from "@/server/integrations/retell/payloads";
import type { TenantContext } from "../_core/context";
import { notFound } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { transact } from "../_core/transact";
import { callerNumber } from "./caller-number";
import { type CallRow, findCallByRetellId } from "./queries";
import { upsertCall } from "./upsert-call";

const schema = z.object({
  retellCallId: retellCallIdSchema,
  direction: z.enum(["inbound", "outbound"]).default("inbound"),
  /** As Retell sends it: E.164, "anonymous", empty or missing. */
  fromNumber: z.string().nullish(),
  toNumber: z.string().nullish(),
  agentId: z.number().int().nullish(),
  branchId: z.number().int().nullish(),
  startTimestamp: z.date().nullish(),
});

/**
 * The call's row, made from whatever heard of it first: a tool call may arrive long before `call_started`, or
 * without one. `agentId` and `branchId` are our ids, from `resolveCalledNumber`.
 * @throws DomainError `forbidden`; ZodError for an id that Retell would not send
 */
export async function ensureCall(ctx: TenantContext, input: z.input<typeof schema>): Promise<CallRow> {
  requirePermission(ctx, "calls:write");
  const { retellCallId, direction, fromNumber, toNumber, agentId, branchId, startTimestamp } =
    schema.parse(input);
  const known = await findCallByRetellId(ctx, retellCallId);
  if (known) return known;

  return transact(ctx.db, async (tx) => {
    const { id, created } = await upsertCall(tx, ctx.tenant.id, {
      retellCallId,
      conversationId: null,
      direction,
      fromNumber: callerNumber(fromNumber),
      toNumber: callerNumber(toNumber),
      agentId: agentId ?? null,
      branchId: branchId ?? null,
      status: "ongoing",
      startedAt: startTimestamp ?? null,
      endedAt: null,
      durationSec: null,
    });
    if (created) await recordEvent(ctx, tx, "call.started", id, { callId: id });
    const row = await findCallByRetellId(ctx, retellCallId, tx);
    if (!row) throw notFound("call");
    return row;
  });
}
