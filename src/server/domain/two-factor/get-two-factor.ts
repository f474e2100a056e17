import { and, count, eq, isNotNull, isNull } from "drizzle-orm";
import { recoveryCodes, userTotps } from "@/server/db/schema";
import type { PlatformContext } from "../_core/context";
import { requireUser } from "../users/require-user";

/** Whether the signed-in person's sign-in asks for a code, and how many recovery codes are left. */
export async function getTwoFactor(ctx: PlatformContext) {
  const { userId } = requireUser(ctx);
  const [[totp], [left]] = await Promise.all([
    ctx.db
      .select({ confirmedAt: userTotps.confirmedAt })
      .from(userTotps)
      .where(and(eq(userTotps.userId, userId), isNotNull(userTotps.confirmedAt))),
    ctx.db
      .select({ codes: count() })
      .from(recoveryCodes)
      .where(and(eq(recoveryCodes.userId, userId), isNull(recoveryCodes.usedAt))),
  ]);
  return { isOn: totp !== undefined, recoveryCodesLeft: left?.codes ?? 0 };
}
