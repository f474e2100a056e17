import { and, eq, inArray } from "drizzle-orm";
import type { AssistantContent } from "@/contracts/assistant";
import { branches } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { DomainError } from "../_core/errors";
import type { Transaction } from "../_core/transact";

/** An answer holds for a branch of this business or for all of them. @throws DomainError `invalid` */
export async function refuseUnknownBranches(
  ctx: TenantContext,
  tx: Transaction,
  { facts }: AssistantContent,
): Promise<void> {
  const wanted = facts.flatMap(({ branchId }) => branchId ?? []);
  if (wanted.length === 0) return;
  const own = await tx
    .select({ id: branches.id })
    .from(branches)
    .where(and(eq(branches.tenantId, ctx.tenant.id), inArray(branches.id, wanted)));
  const fields = facts.flatMap(({ branchId }, index) =>
    branchId === null || own.some(({ id }) => id === branchId) ? [] : [[`facts.${index}.branchId`, "other"]],
  );
  if (fields.length > 0) throw new DomainError("invalid", "invalid", { fields: Object.fromEntries(fields) });
}
