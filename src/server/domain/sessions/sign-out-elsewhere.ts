import { z } from "zod";
import type { PlatformContext } from "../_core/context";
import { transact } from "../_core/transact";
import { requireUser } from "../users/require-user";
import { closeSessions } from "./close-sessions";

const inputSchema = z.object({ sessionId: z.uuid() });

/** Ends every session of the signed-in user but this one. */
export async function signOutElsewhere(
  ctx: PlatformContext,
  input: z.infer<typeof inputSchema>,
): Promise<void> {
  const { userId } = requireUser(ctx);
  const { sessionId } = inputSchema.parse(input);
  await transact(ctx.db, (tx) => closeSessions(ctx, tx, userId, "signed_out_elsewhere", sessionId));
}
