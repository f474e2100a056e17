import { eq } from "drizzle-orm";
import { z } from "zod";
import { changePasswordInput } from "@/contracts/users";
import { users } from "@/server/db/schema";
import type { PlatformContext } from "../_core/context";
import { DomainError } from "../_core/errors";
import { transact } from "../_core/transact";
import { closeSessions } from "../sessions/close-sessions";
import { hashPassword, verifyPassword } from "./password";
import { requireUser } from "./require-user";

const inputSchema = changePasswordInput.extend({
  /** The session that asks, and the only one that survives. */
  sessionId: z.string(),
});

/**
 * A new password for the signed-in user; every other session ends at its next request.
 * @throws DomainError `auth.wrong_password`
 */
export async function changePassword(
  ctx: PlatformContext,
  input: z.infer<typeof inputSchema>,
): Promise<void> {
  const { userId } = requireUser(ctx);
  const { currentPassword, newPassword, sessionId } = inputSchema.parse(input);
  const [user] = await ctx.db.select({ password: users.password }).from(users).where(eq(users.id, userId));
  if (!(await verifyPassword(user?.password, currentPassword)))
    throw new DomainError("auth.wrong_password", "invalid", { fields: { currentPassword: "wrong" } });
  const password = await hashPassword(newPassword);
  await transact(ctx.db, async (tx) => {
    await closeSessions(ctx, tx, userId, "password_changed", sessionId);
    await tx.update(users).set({ password }).where(eq(users.id, userId));
  });
}
