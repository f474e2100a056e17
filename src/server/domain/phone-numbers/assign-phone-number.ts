import { z } from "zod";
import type { PlatformContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { loadTenantContext } from "../_core/tenant-context";
import { transact } from "../_core/transact";
import { replayUnassignedCalls } from "../unassigned-calls/replay-unassigned-calls";
import { readNumber, writePhoneNumber } from "./write-phone-number";

const schema = z.object({
  phoneNumber: z.string().max(40),
  tenantId: z.uuid(),
  branchId: z.number().int(),
  agentId: z.number().int().nullish(),
  label: z.string().max(100).nullish(),
});

/**
 * Gives a number to a branch, or to another branch of the same tenant, and replays the calls that waited for it.
 * A number of another tenant is never taken away.
 * @throws DomainError `phone_number.invalid`, `phone_number.taken`, `tenant.not_found`, `branch.not_found`,
 *   `agent.not_found`, `forbidden`
 */
export async function assignPhoneNumber(
  ctx: PlatformContext,
  input: z.input<typeof schema>,
): Promise<{ phoneNumberId: number; replayedCalls: number }> {
  requirePermission(ctx, "platform:admin");
  const { tenantId, branchId, agentId = null, label = null, ...values } = schema.parse(input);
  const line = { phoneNumber: readNumber(values.phoneNumber), branchId, agentId, label };
  const tenantCtx = await loadTenantContext(ctx, tenantId);
  const phoneNumberId = await transact(ctx.db, (tx) => writePhoneNumber(tenantCtx, tx, line));
  return { phoneNumberId, replayedCalls: await replayUnassignedCalls(ctx) };
}
