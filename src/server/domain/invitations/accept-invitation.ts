import { eq } from "drizzle-orm";
import { z } from "zod";
import { accountForm } from "@/contracts/users";
import { isDuplicateKey } from "@/server/db/errors";
import { invitations, users } from "@/server/db/schema";
import { appendEvent } from "@/server/events/record";
import type { PlatformContext } from "../_core/context";
import { DomainError, notFound } from "../_core/errors";
import { transact } from "../_core/transact";
import { hashPassword } from "../users/password";
import { findInvitation } from "./find-invitation";
import { openedBy } from "./invitation";

const inputSchema = accountForm.extend({
  token: z.string().max(100),
  locale: z.enum(["de", "en"]),
});

/**
 * Makes the account that the link stands for; the link is used up by it.
 * @returns the address to sign in with
 * @throws DomainError `invitation.not_found` for whatever is wrong with the link, `user.email_taken`
 */
export async function acceptInvitation(
  ctx: Pick<PlatformContext, "db" | "requestId">,
  input: z.infer<typeof inputSchema>,
): Promise<string> {
  const { token, name, password, locale } = inputSchema.parse(input);
  if (!(await findInvitation(ctx.db, token))) throw notFound("invitation");
  const hash = await hashPassword(password);
  try {
    return await transact(ctx.db, async (tx) => {
      const [invitation] = await tx
        .select({
          id: invitations.id,
          tenantId: invitations.tenantId,
          email: invitations.email,
          role: invitations.role,
        })
        .from(invitations)
        .where(openedBy(token))
        .for("update");
      if (!invitation) throw notFound("invitation");
      const { id: invitationId, tenantId, email, role } = invitation;
      await tx.update(invitations).set({ acceptedAt: new Date() }).where(eq(invitations.id, invitationId));
      const [user] = await tx
        .insert(users)
        .values({ tenantId, email, role, name, password: hash, locale })
        .$returningId();
      if (!user) throw new Error("the new user has no id");
      const actor = { type: "user", userId: user.id, role } as const;
      const source = { tenantId, actor, requestId: ctx.requestId };
      await appendEvent(tx, source, "user.created", user.id, { userId: user.id, role });
      await appendEvent(tx, source, "invitation.accepted", invitationId, { invitationId, userId: user.id });
      return email;
    });
  } catch (error) {
    if (isDuplicateKey(error, "users_email_uq")) throw new DomainError("user.email_taken", "conflict");
    throw error;
  }
}
