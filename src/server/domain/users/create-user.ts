import { eq } from "drizzle-orm";
import type { z } from "zod";
import { createUserInput } from "@/contracts/users";
import { isDuplicateKey } from "@/server/db/errors";
import { tenants, users } from "@/server/db/schema";
import { appendEvent } from "@/server/events/record";
import { type PlatformContext, storedActor } from "../_core/context";
import { DomainError, notFound } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { transact } from "../_core/transact";
import { hashPassword } from "./password";

/**
 * A platform admin belongs to no business, everybody else to exactly one.
 * @returns the new user's id
 * @throws DomainError `user.role_needs_tenant`, `tenant.not_found`, `user.email_taken`
 */
export async function createUser(
  ctx: PlatformContext,
  input: z.infer<typeof createUserInput>,
): Promise<number> {
  requirePermission(ctx, "platform:admin");
  const { email, name, role, tenant, password } = createUserInput.parse(input);
  if ((role === "platform_admin") !== (tenant === undefined))
    throw new DomainError("user.role_needs_tenant", "invalid", { role });
  const tenantId = tenant === undefined ? null : await getTenantId(ctx, tenant);
  const hash = await hashPassword(password);
  try {
    return await transact(ctx.db, async (tx) => {
      const [user] = await tx
        .insert(users)
        .values({ email, name, role, tenantId, password: hash })
        .$returningId();
      if (!user) throw new Error("the new user has no id");
      const source = { tenantId, actor: storedActor(ctx.actor), requestId: ctx.requestId };
      await appendEvent(tx, source, "user.created", user.id, { userId: user.id, role });
      return user.id;
    });
  } catch (error) {
    if (isDuplicateKey(error, "users_email_uq")) throw new DomainError("user.email_taken", "conflict");
    throw error;
  }
}

async function getTenantId(ctx: PlatformContext, slug: string): Promise<string> {
  const [row] = await ctx.db.select({ id: tenants.id }).from(tenants).where(eq(tenants.slug, slug));
  if (!row) throw notFound("tenant");
  return row.id;
}
