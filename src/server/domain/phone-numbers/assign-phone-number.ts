import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { toE164 } from "@/lib/phone";
import { isDuplicateKey } from "@/server/db/errors";
import { agents, branches, phoneNumbers } from "@/server/db/schema";
import type { PlatformContext, TenantContext } from "../_core/context";
import { DomainError, notFound } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { loadTenantContext } from "../_core/tenant-context";
import { type Transaction, transact } from "../_core/transact";
import { replayUnassignedCalls } from "../unassigned-calls/replay-unassigned-calls";

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
  const { tenantId, ...values } = schema.parse(input);
  const phoneNumber = toE164(values.phoneNumber);
  if (!phoneNumber) throw new DomainError("phone_number.invalid", "invalid", { fields: ["phoneNumber"] });
  const tenantCtx = await loadTenantContext(ctx, tenantId);
  const row = {
    tenantId,
    phoneNumber,
    branchId: values.branchId,
    agentId: values.agentId ?? null,
    label: values.label ?? null,
  };
  const phoneNumberId = await transact(ctx.db, async (tx) => {
    await requireOwn(tenantCtx, tx, row);
    const id = await insertOrMove(tenantCtx, tx, row);
    await recordEvent(tenantCtx, tx, "phone_number.assigned", id, { phoneNumberId: id, phoneNumber });
    return id;
  });
  return { phoneNumberId, replayedCalls: await replayUnassignedCalls(ctx) };
}

type Row = typeof phoneNumbers.$inferInsert;

async function requireOwn(ctx: TenantContext, tx: Transaction, { branchId, agentId }: Row): Promise<void> {
  const [branch] = await tx
    .select({ id: branches.id })
    .from(branches)
    .where(and(eq(branches.tenantId, ctx.tenant.id), eq(branches.id, branchId)));
  if (!branch) throw notFound("branch");
  if (agentId == null) return;
  const [agent] = await tx
    .select({ id: agents.id })
    .from(agents)
    .where(and(eq(agents.tenantId, ctx.tenant.id), eq(agents.id, agentId)));
  if (!agent) throw notFound("agent");
}

async function insertOrMove(ctx: TenantContext, tx: Transaction, row: Row): Promise<number> {
  try {
    const [inserted] = await tx.insert(phoneNumbers).values(row).$returningId();
    return (inserted as { id: number }).id;
  } catch (error) {
    if (!isDuplicateKey(error, "phone_numbers_number_uq")) throw error;
  }
  const own = and(eq(phoneNumbers.tenantId, ctx.tenant.id), eq(phoneNumbers.phoneNumber, row.phoneNumber));
  const [existing] = await tx.select({ id: phoneNumbers.id }).from(phoneNumbers).where(own);
  if (!existing) throw new DomainError("phone_number.taken", "conflict");
  await tx
    .update(phoneNumbers)
    .set({ branchId: row.branchId, agentId: row.agentId, label: row.label })
    .where(own);
  return existing.id;
}
