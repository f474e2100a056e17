import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { users } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { DomainError } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { transact } from "../_core/transact";
import { closeSessions } from "../sessions/close-sessions";
import { lockMembers, requireOtherOwner } from "./lock-members";

const inputSchema = z.object({ userId: z.number().int().positive() });

/**
 * Locks a member of the business out, with effect at their next request. Doing it twice changes nothing.
 * @throws DomainError `user.not_found`, `user.cannot_disable_self`, `user.above_own_role`, `user.last_owner`
 */
export async function disableUser(ctx: TenantContext, input: z.infer<typeof inputSchema>): Promise<void> {
  requirePermission(ctx, "members:write");
  const { userId } = inputSchema.parse(input);
  if (ctx.actor.type === "user" && ctx.actor.userId === userId)
    throw new DomainError("user.cannot_disable_self", "conflict");
  await transact(ctx.db, async (tx) => {
    const { member, members } = await lockMembers(ctx, tx, userId);
    if (member.status === "disabled") return;
    requireOtherOwner(members, userId);
    await tx
      .update(users)
      .set({ status: "disabled" })
      .where(and(eq(users.tenantId, ctx.tenant.id), eq(users.id, userId)));
    await closeSessions(ctx, tx, userId, "user_disabled");
    await recordEvent(ctx, tx, "user.changed", userId, {
      userId,
      fields: ["status"],
      changes: [{ field: "status", from: "active", to: "disabled" }],
    });
  });
}
