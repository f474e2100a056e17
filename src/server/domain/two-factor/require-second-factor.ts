import { and, eq, isNull } from "drizzle-orm";
import type { Role } from "@/contracts/permissions";
import { recoveryCodes, userTotps } from "@/server/db/schema";
import type { PlatformContext } from "../_core/context";
import { DomainError } from "../_core/errors";
import { type Transaction, transact } from "../_core/transact";
import { recordOwn } from "../users/record-own";
import { limitCodes } from "./limit-codes";
import { hashRecoveryCode } from "./recovery-code";
import { takeCode } from "./take-code";

type Context = Pick<PlatformContext, "db" | "requestId">;

/**
 * After the password, before the session. A code is the app's six digits or a recovery code.
 * @throws DomainError `auth.code_required` without a code, `auth.wrong_code`, `auth.rate_limited`
 */
export async function requireSecondFactor(
  ctx: Context,
  user: { id: number; role: Role },
  typed: string | undefined,
): Promise<void> {
  const [totp] = await ctx.db
    .select({ confirmedAt: userTotps.confirmedAt })
    .from(userTotps)
    .where(eq(userTotps.userId, user.id));
  if (!totp?.confirmedAt) return;
  const code = typed?.replace(/\s/g, "");
  if (!code) throw new DomainError("auth.code_required", "unauthenticated");
  await limitCodes(ctx.db, user.id, async () => {
    const counts = await transact(ctx.db, (tx) =>
      /^\d{6}$/.test(code) ? takeTotp(tx, user.id, code) : takeRecoveryCode(ctx, tx, user, code),
    );
    if (!counts) throw new DomainError("auth.wrong_code", "unauthenticated");
  });
}

async function takeTotp(tx: Transaction, userId: number, code: string): Promise<boolean> {
  const [totp] = await tx.select().from(userTotps).where(eq(userTotps.userId, userId)).for("update");
  return totp !== undefined && takeCode(tx, totp, code);
}

async function takeRecoveryCode(
  { requestId }: Context,
  tx: Transaction,
  { id: userId, role }: { id: number; role: Role },
  code: string,
): Promise<boolean> {
  const [used] = await tx
    .update(recoveryCodes)
    .set({ usedAt: new Date() })
    .where(
      and(
        eq(recoveryCodes.userId, userId),
        eq(recoveryCodes.codeHash, hashRecoveryCode(code)),
        isNull(recoveryCodes.usedAt),
      ),
    );
  if (used.affectedRows === 0) return false;
  const actor = { type: "user", userId, role } as const;
  await recordOwn({ actor, requestId }, tx, "user.recovery_code_used", { userId });
  return true;
}
