import { and, eq } from "drizzle-orm";
import { toE164 } from "@/lib/phone";
import { isDuplicateKey } from "@/server/db/errors";
import { agents, branches, phoneNumbers } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { DomainError, notFound } from "../_core/errors";
import { recordEvent } from "../_core/record-event";
import type { Transaction } from "../_core/transact";

interface Line {
  /** E.164. */
  phoneNumber: string;
  branchId: number;
  agentId: number | null;
  label: string | null;
}

/** E.164 of a number in any spelling. @throws DomainError `phone_number.invalid` */
export function readNumber(written: string): string {
  const phoneNumber = toE164(written);
  if (!phoneNumber) throw new DomainError("phone_number.invalid", "invalid", { fields: ["phoneNumber"] });
  return phoneNumber;
}

/**
 * Gives a number to a branch of the tenant, or moves it there. Who may do that is the caller's to decide.
 * @throws DomainError `branch.not_found`, `agent.not_found`, `phone_number.taken` if it is another tenant's
 */
export async function writePhoneNumber(ctx: TenantContext, tx: Transaction, line: Line): Promise<number> {
  await requireOwn(ctx, tx, line);
  const phoneNumberId = await insertOrMove(ctx, tx, line);
  const { phoneNumber } = line;
  await recordEvent(ctx, tx, "phone_number.assigned", phoneNumberId, { phoneNumberId, phoneNumber });
  return phoneNumberId;
}

async function requireOwn(ctx: TenantContext, tx: Transaction, { branchId, agentId }: Line): Promise<void> {
  const [branch] = await tx
    .select({ id: branches.id })
    .from(branches)
    .where(and(eq(branches.tenantId, ctx.tenant.id), eq(branches.id, branchId)));
  if (!branch) throw notFound("branch");
  if (agentId === null) return;
  const [agent] = await tx
    .select({ id: agents.id })
    .from(agents)
    .where(and(eq(agents.tenantId, ctx.tenant.id), eq(agents.id, agentId)));
  if (!agent) throw notFound("agent");
}

async function insertOrMove(ctx: TenantContext, tx: Transaction, line: Line): Promise<number> {
  try {
    const [inserted] = await tx
      .insert(phoneNumbers)
      .values({ ...line, tenantId: ctx.tenant.id })
      .$returningId();
    return (inserted as { id: number }).id;
  } catch (error) {
    if (!isDuplicateKey(error, "phone_numbers_number_uq")) throw error;
  }
  const { phoneNumber, ...place } = line;
  const own = and(eq(phoneNumbers.tenantId, ctx.tenant.id), eq(phoneNumbers.phoneNumber, phoneNumber));
  const [existing] = await tx.select({ id: phoneNumbers.id }).from(phoneNumbers).where(own);
  if (!existing) throw new DomainError("phone_number.taken", "conflict");
  await tx.update(phoneNumbers).set(place).where(own);
  return existing.id;
}
