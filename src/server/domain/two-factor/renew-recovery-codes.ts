import { eq } from "drizzle-orm";
import type { z } from "zod";
import { ownPasswordInput } from "@/contracts/users";
import { userTotps } from "@/server/db/schema";
import type { PlatformContext } from "../_core/context";
import { DomainError } from "../_core/errors";
import { transact } from "../_core/transact";
import { recordOwn } from "../users/record-own";
import { requireOwnPassword } from "../users/require-own-password";
import { requireUser } from "../users/require-user";
import { replaceRecoveryCodes } from "./recovery-code";

/** @returns ten new ones, to be shown once; all before end @throws DomainError `auth.wrong_password`, `two_factor.off` */
export async function renewRecoveryCodes(
  ctx: PlatformContext,
  input: z.infer<typeof ownPasswordInput>,
): Promise<string[]> {
  const { userId } = requireUser(ctx);
  const { currentPassword } = ownPasswordInput.parse(input);
  await requireOwnPassword(ctx, currentPassword);
  return transact(ctx.db, async (tx) => {
    const [totp] = await tx.select().from(userTotps).where(eq(userTotps.userId, userId)).for("update");
    if (!totp?.confirmedAt) throw new DomainError("two_factor.off", "conflict");
    const codes = await replaceRecoveryCodes(tx, userId);
    await recordOwn(ctx, tx, "user.recovery_codes_renewed", { userId });
    return codes;
  });
}
