import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { invitationForm } from "@/contracts/users";
import { invitations, tenants, users } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { DomainError } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { transact } from "../_core/transact";
import { requireRoleWithin } from "../users/require-role-within";
import { type InvitationLink, newToken, pending } from "./invitation";

/**
 * Opens a way in for one e-mail address. Whether that address has an account at another business is not told here.
 * @throws DomainError `invitation.already_member`, `invitation.already_open`, `user.above_own_role`
 */
export async function inviteMember(
  ctx: TenantContext,
  input: z.infer<typeof invitationForm>,
): Promise<InvitationLink> {
  requirePermission(ctx, "members:write");
  const { email, role } = invitationForm.parse(input);
  requireRoleWithin(ctx.actor, role);
  const { link, columns } = newToken();
  const tenantId = ctx.tenant.id;
  return transact(ctx.db, async (tx) => {
    await tx.select({ id: tenants.id }).from(tenants).where(eq(tenants.id, tenantId)).for("update");
    const [member] = await tx
      .select({ id: users.id })
      .from(users)
      .where(and(eq(users.tenantId, tenantId), eq(users.email, email)));
    if (member) throw refusal("invitation.already_member");
    const [open] = await tx
      .select({ id: invitations.id })
      .from(invitations)
      .where(and(eq(invitations.tenantId, tenantId), eq(invitations.email, email), pending));
    if (open) throw refusal("invitation.already_open");
    const [row] = await tx
      .insert(invitations)
      .values({ tenantId, email, role, ...columns })
      .$returningId();
    if (!row) throw new Error("the new invitation has no id");
    await recordEvent(ctx, tx, "invitation.created", row.id, { invitationId: row.id, role });
    return { invitationId: row.id, link, expiresAt: columns.expiresAt };
  });
}

const refusal = (code: string) => new DomainError(code, "conflict");
