import { eq } from "drizzle-orm";
import { z } from "zod";
import { secondFactorInput } from "@/contracts/users";
import { userTotps } from "@/server/db/schema";
import type { PlatformContext } from "../_core/context";
import { DomainError } from "../_core/errors";
import { transact } from "../_core/transact";
import { closeSessions } from "../sessions/close-sessions";
import { recordOwn } from "../users/record-own";
import { requireUser } from "../users/require-user";
import { limitCodes } from "./limit-codes";
import { replaceRecoveryCodes } from "./recovery-code";
import { takeCode } from "./take-code";

const inputSchema = secondFactorInput.extend({ sessionId: z.string() });

/**
 * From now on signing in asks for a code. Sessions that were opened without one end.
 * @returns the recovery codes, to be shown once
 * @throws DomainError `auth.wrong_code`, `auth.rate_limited`, `two_factor.not_begun`
 */
export async function confirmTwoFactor(
  ctx: PlatformContext,
  input: z.infer<typeof inputSchema>,
): Promise<string[]> {
  const { userId } = requireUser(ctx);
  const { code, sessionId } = inputSchema.parse(input);
  return limitCodes(ctx.db, userId, () =>
    transact(ctx.db, async (tx) => {
      const [totp] = await tx.select().from(userTotps).where(eq(userTotps.userId, userId)).for("update");
      if (!totp || totp.confirmedAt) throw new DomainError("two_factor.not_begun", "conflict");
      if (!(await takeCode(tx, totp, code)))
        throw new DomainError("auth.wrong_code", "invalid", { fields: { code: "wrong_code" } });
      await tx.update(userTotps).set({ confirmedAt: new Date() }).where(eq(userTotps.userId, userId));
      const codes = await replaceRecoveryCodes(tx, userId);
      await recordOwn(ctx, tx, "user.two_factor_enabled", { userId });
      await closeSessions(ctx, tx, userId, "two_factor_enabled", sessionId);
      return codes;
    }),
  );
}
