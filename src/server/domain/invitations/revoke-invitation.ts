import { z } from "zod";
import { invitations } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { notFound } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { transact } from "../_core/transact";
import { pendingOf } from "./invitation";

const inputSchema = z.object({ invitationId: z.number().int().positive() });

/** Its link opens nothing any more. @throws DomainError `invitation.not_found` */
export async function revokeInvitation(
  ctx: TenantContext,
  input: z.infer<typeof inputSchema>,
): Promise<void> {
  requirePermission(ctx, "members:write");
  const { invitationId } = inputSchema.parse(input);
  await transact(ctx.db, async (tx) => {
    const [changed] = await tx
      .update(invitations)
      .set({ revokedAt: new Date() })
      .where(pendingOf(ctx, invitationId));
    if (changed.affectedRows === 0) throw notFound("invitation");
    await recordEvent(ctx, tx, "invitation.revoked", invitationId, { invitationId });
  });
}
