import type { PlatformContext } from "../_core/context";
import { transact } from "../_core/transact";
import { requireUser } from "../users/require-user";
import { closeSessions } from "./close-sessions";

/** Ends every session of the signed-in user, this one included. */
export async function signOutEverywhere(ctx: PlatformContext): Promise<void> {
  const { userId } = requireUser(ctx);
  await transact(ctx.db, (tx) => closeSessions(ctx, tx, userId, "signed_out_everywhere"));
}
