import { asc, eq } from "drizzle-orm";
import { users } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { DomainError, notFound } from "../_core/errors";
import type { Transaction } from "../_core/transact";
import { requireRoleWithin } from "./require-role-within";

export interface Member {
  id: number;
  role: typeof users.$inferSelect.role;
  status: typeof users.$inferSelect.status;
}

/**
 * Locks all people of the business and returns the one that is to be changed: who is the last owner is decided by one
 * at a time.
 * @throws DomainError `user.not_found`, or `user.above_own_role` where the actor stands below that person
 */
export async function lockMembers(
  ctx: TenantContext,
  tx: Transaction,
  userId: number,
): Promise<{ member: Member; members: Member[] }> {
  const members = await tx
    .select({ id: users.id, role: users.role, status: users.status })
    .from(users)
    .where(eq(users.tenantId, ctx.tenant.id))
    .orderBy(asc(users.id))
    .for("update");
  const member = members.find(({ id }) => id === userId);
  if (!member) throw notFound("user");
  requireRoleWithin(ctx.actor, member.role);
  return { member, members };
}

/** @throws DomainError `user.last_owner` when nobody else could manage the business */
export function requireOtherOwner(members: Member[], userId: number): void {
  const owners = members.filter(({ role, status }) => role === "owner" && status === "active");
  if (owners.some(({ id }) => id === userId) && owners.length === 1)
    throw new DomainError("user.last_owner", "conflict");
}
