import { eq } from "drizzle-orm";
import type { z } from "zod";
import { ownPasswordInput } from "@/contracts/users";
import { recoveryCodes, userTotps } from "@/server/db/schema";
import type { PlatformContext } from "../_core/context";
import { type Transaction, transact } from "../_core/transact";
import { recordOwn } from "../users/record-own";
import { requireOwnPassword } from "../users/require-own-password";
import { requireUser } from "../users/require-user";

/** Signing in takes the password alone again. @throws DomainError `auth.wrong_password`, `auth.rate_limited` */
export async function disableTwoFactor(
  ctx: PlatformContext,
  input: z.infer<typeof ownPasswordInput>,
): Promise<void> {
  const { userId } = requireUser(ctx);
  const { currentPassword } = ownPasswordInput.parse(input);
  await requireOwnPassword(ctx, currentPassword);
  await transact(ctx.db, async (tx) => {
    if (await removeSecondFactor(tx, userId))
      await recordOwn(ctx, tx, "user.two_factor_disabled", { userId, reason: "own_wish" });
  });
}

/** @returns whether there was one */
export async function removeSecondFactor(tx: Transaction, userId: number): Promise<boolean> {
  const [removed] = await tx.delete(userTotps).where(eq(userTotps.userId, userId));
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
  return removed.affectedRows > 0;
}
