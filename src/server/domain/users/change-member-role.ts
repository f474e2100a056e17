import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { memberRoleChange } from "@/contracts/users";
import { users } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { transact } from "../_core/transact";
import { lockMembers, requireOtherOwner } from "./lock-members";
import { requireRoleWithin } from "./require-role-within";

/**
 * What a member of the business may do, from their next request on.
 * @throws DomainError `user.not_found`, `user.above_own_role`, `user.last_owner`
 */
export async function changeMemberRole(
  ctx: TenantContext,
  input: z.infer<typeof memberRoleChange>,
): Promise<void> {
  requirePermission(ctx, "members:write");
  const { userId, role } = memberRoleChange.parse(input);
  requireRoleWithin(ctx.actor, role);
  await transact(ctx.db, async (tx) => {
    const { member, members } = await lockMembers(ctx, tx, userId);
    if (member.role === role) return;
    requireOtherOwner(members, userId);
    await tx
      .update(users)
      .set({ role })
      .where(and(eq(users.tenantId, ctx.tenant.id), eq(users.id, userId)));
    await recordEvent(ctx, tx, "user.changed", userId, {
      userId,
      fields: ["role"],
      changes: [{ field: "role", from: member.role, to: role }],
    });
  });
}
