import { and, desc, eq, gt, isNull } from "drizzle-orm";
import { sessions } from "@/server/db/schema";
import type { PlatformContext } from "../_core/context";
import { requireUser } from "../users/require-user";

/** The signed-in user's own open sessions, last used first. */
export async function listSessions(ctx: PlatformContext) {
  const { userId } = requireUser(ctx);
  return ctx.db
    .select({
      id: sessions.id,
      userAgent: sessions.userAgent,
      ipAddress: sessions.ipAddress,
      lastSeenAt: sessions.lastSeenAt,
      createdAt: sessions.createdAt,
    })
    .from(sessions)
    .where(and(eq(sessions.userId, userId), isNull(sessions.revokedAt), gt(sessions.expiresAt, new Date())))
    .orderBy(desc(sessions.lastSeenAt))
    .limit(100);
}
