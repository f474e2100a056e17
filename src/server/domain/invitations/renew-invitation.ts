import { z } from "zod";
import { invitations } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { notFound } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { transact } from "../_core/transact";
import { requireRoleWithin } from "../users/require-role-within";
import { type InvitationLink, newToken, pendingOf } from "./invitation";

const inputSchema = z.object({ invitationId: z.number().int().positive() });

/** A new link with its full time; the one before no longer works. @throws DomainError `invitation.not_found` */
export async function renewInvitation(
  ctx: TenantContext,
  input: z.infer<typeof inputSchema>,
): Promise<InvitationLink> {
  requirePermission(ctx, "members:write");
  const { invitationId } = inputSchema.parse(input);
  const { link, columns } = newToken();
  await transact(ctx.db, async (tx) => {
    const mine = pendingOf(ctx, invitationId);
    const [row] = await tx.select({ role: invitations.role }).from(invitations).where(mine).for("update");
    if (!row) throw notFound("invitation");
    requireRoleWithin(ctx.actor, row.role);
    await tx.update(invitations).set(columns).where(mine);
    await recordEvent(ctx, tx, "invitation.renewed", invitationId, { invitationId });
  });
  return { invitationId, link, expiresAt: columns.expiresAt };
}
