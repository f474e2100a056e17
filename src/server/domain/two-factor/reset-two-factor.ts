import { z } from "zod";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { transact } from "../_core/transact";
import { lockMembers } from "../users/lock-members";
import { recordOwn } from "../users/record-own";
import { removeSecondFactor } from "./disable-two-factor";

const inputSchema = z.object({ userId: z.number().int().positive() });

/**
 * For a member who lost the phone and the recovery codes: signing in takes the password alone, until they set up anew.
 * @throws DomainError `user.not_found`, `user.above_own_role`
 */
export async function resetTwoFactor(ctx: TenantContext, input: z.infer<typeof inputSchema>): Promise<void> {
  requirePermission(ctx, "members:write");
  const { userId } = inputSchema.parse(input);
  await transact(ctx.db, async (tx) => {
    await lockMembers(ctx, tx, userId);
    if (await removeSecondFactor(tx, userId))
      await recordOwn(ctx, tx, "user.two_factor_disabled", { userId, reason: "reset" });
  });
}
