import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { sessions, users } from "@/server/db/schema";
import { appendEvent } from "@/server/events/record";
import { type PlatformContext, storedActor } from "../_core/context";
import { notFound } from "../_core/errors";
import { transact } from "../_core/transact";
import { requireUser } from "../users/require-user";

const inputSchema = z.object({ sessionId: z.uuid() });

/** Ends one of the signed-in user's own sessions: signing out, or a device that was lost. @throws not_found */
export async function revokeSession(ctx: PlatformContext, input: z.infer<typeof inputSchema>): Promise<void> {
  const { userId } = requireUser(ctx);
  const { sessionId } = inputSchema.parse(input);
  await transact(ctx.db, async (tx) => {
    const [session] = await tx
      .select({ tenantId: users.tenantId })
      .from(sessions)
      .innerJoin(users, eq(users.id, sessions.userId))
      .where(and(eq(sessions.id, sessionId), eq(sessions.userId, userId), isNull(sessions.revokedAt)))
      .for("update");
    if (!session) throw notFound("session");
    await tx.update(sessions).set({ revokedAt: new Date() }).where(eq(sessions.id, sessionId));
    await appendEvent(
      tx,
      { tenantId: session.tenantId, actor: storedActor(ctx.actor), requestId: ctx.requestId },
      "user.sessions_revoked",
      userId,
      { userId, reason: "signed_out" },
    );
  });
}
