import { eq } from "drizzle-orm";
import { z } from "zod";
import { changePasswordInput } from "@/contracts/users";
import { users } from "@/server/db/schema";
import type { PlatformContext } from "../_core/context";
import { transact } from "../_core/transact";
import { closeSessions } from "../sessions/close-sessions";
import { hashPassword } from "./password";
import { requireOwnPassword } from "./require-own-password";
import { requireUser } from "./require-user";

const inputSchema = changePasswordInput.extend({
  /** The session that asks, and the only one that survives. */
  sessionId: z.string(),
});

/**
 * A new password for the signed-in user; every other session ends at its next request.
 * @throws DomainError `auth.wrong_password`, `auth.rate_limited`
 */
export async function changePassword(
  ctx: PlatformContext,
  input: z.infer<typeof inputSchema>,
): Promise<void> {
  const { userId } = requireUser(ctx);
  const { currentPassword, newPassword, sessionId } = inputSchema.parse(input);
  await requireOwnPassword(ctx, currentPassword);
  const password = await hashPassword(newPassword);
  await transact(ctx.db, async (tx) => {
    await closeSessions(ctx, tx, userId, "password_changed", sessionId);
    await tx.update(users).set({ password }).where(eq(users.id, userId));
  });
}
