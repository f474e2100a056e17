import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { users } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { transact } from "../_core/transact";
import { lockMembers } from "./lock-members";

const inputSchema = z.object({ userId: z.number().int().positive() });

/** Lets a member who was locked out sign in again. @throws DomainError `user.not_found`, `user.above_own_role` */
export async function enableUser(ctx: TenantContext, input: z.infer<typeof inputSchema>): Promise<void> {
  requirePermission(ctx, "members:write");
  const { userId } = inputSchema.parse(input);
  await transact(ctx.db, async (tx) => {
    const { member } = await lockMembers(ctx, tx, userId);
    if (member.status === "active") return;
    await tx
      .update(users)
      .set({ status: "active" })
      .where(and(eq(users.tenantId, ctx.tenant.id), eq(users.id, userId)));
    await recordEvent(ctx, tx, "user.changed", userId, {
      userId,
      fields: ["status"],
      changes: [{ field: "status", from: "disabled", to: "active" }],
    });
  });
}
