import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { users } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { DomainError, notFound } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { transact } from "../_core/transact";
import { closeSessions } from "../sessions/close-sessions";

const inputSchema = z.object({ userId: z.number().int().positive() });

/**
 * Locks a member of the business out, with effect at their next request. Doing it twice changes nothing.
 * @throws DomainError `user.not_found`, or `user.cannot_disable_self`
 */
export async function disableUser(ctx: TenantContext, input: z.infer<typeof inputSchema>): Promise<void> {
  requirePermission(ctx, "members:write");
  const { userId } = inputSchema.parse(input);
  if (ctx.actor.type === "user" && ctx.actor.userId === userId)
    throw new DomainError("user.cannot_disable_self", "conflict");
  const member = and(eq(users.tenantId, ctx.tenant.id), eq(users.id, userId));
  await transact(ctx.db, async (tx) => {
    const [user] = await tx.select({ status: users.status }).from(users).where(member).for("update");
    if (!user) throw notFound("user");
    if (user.status === "disabled") return;
    await tx.update(users).set({ status: "disabled" }).where(member);
    await closeSessions(ctx, tx, userId, "user_disabled");
    await recordEvent(ctx, tx, "user.changed", userId, { userId, fields: ["status"] });
  });
}
