import { eq } from "drizzle-orm";
import type { z } from "zod";
import { ownPasswordInput } from "@/contracts/users";
import { env } from "@/env";
import { seal } from "@/lib/secret-box";
import { users, userTotps } from "@/server/db/schema";
import type { PlatformContext } from "../_core/context";
import { DomainError } from "../_core/errors";
import { transact } from "../_core/transact";
import { requireOwnPassword } from "../users/require-own-password";
import { requireUser } from "../users/require-user";
import { keyUri, newSecret } from "./totp";

/**
 * A secret for the signed-in person's authenticator app. It asks for nothing until a first code proves that it arrived.
 * @throws DomainError `auth.wrong_password`, `two_factor.already_on`
 */
export async function beginTwoFactor(
  ctx: PlatformContext,
  input: z.infer<typeof ownPasswordInput>,
): Promise<{ secret: string; uri: string }> {
  const { userId } = requireUser(ctx);
  const { currentPassword } = ownPasswordInput.parse(input);
  await requireOwnPassword(ctx, currentPassword);
  const secret = newSecret();
  const secretEncrypted = seal(secret, env.ENCRYPTION_KEY);
  const email = await transact(ctx.db, async (tx) => {
    const [user] = await tx
      .select({ email: users.email })
      .from(users)
      .where(eq(users.id, userId))
      .for("update");
    const [known] = await tx
      .select({ confirmedAt: userTotps.confirmedAt })
      .from(userTotps)
      .where(eq(userTotps.userId, userId));
    if (!user || known?.confirmedAt) throw new DomainError("two_factor.already_on", "conflict");
    await tx
      .insert(userTotps)
      .values({ userId, secretEncrypted })
      .onDuplicateKeyUpdate({ set: { secretEncrypted, lastStep: 0 } });
    return user.email;
  });
  return { secret, uri: keyUri(secret, email) };
}
