import { and, eq, gt, isNull, lt } from "drizzle-orm";
import { seenFrom } from "@/lib/seen-from";
import type { Database } from "@/server/db";
import { sessions, users } from "@/server/db/schema";

const seenEveryMs = 60_000;

/**
 * Whose session this is, asked anew at every request: a revoked or expired session and a disabled user are nobody
 * from that moment on. Notes the last use at most once a minute.
 */
export async function findSessionUser(db: Database, sessionId: string) {
  const now = new Date();
  const [row] = await db
    .select({
      userId: users.id,
      sessionId: sessions.id,
      tenantId: users.tenantId,
      role: users.role,
      name: users.name,
      email: users.email,
      locale: users.locale,
      lastSeenAt: sessions.lastSeenAt,
      ipAddress: sessions.ipAddress,
      userAgent: sessions.userAgent,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(
      and(
        eq(sessions.id, sessionId),
        isNull(sessions.revokedAt),
        gt(sessions.expiresAt, now),
        eq(users.status, "active"),
      ),
    );
  if (!row) return null;
  const { lastSeenAt, ipAddress, userAgent, ...user } = row;
  const stale = new Date(now.getTime() - seenEveryMs);
  if (lastSeenAt < stale) {
    await db
      .update(sessions)
      .set({ lastSeenAt: now })
      .where(and(eq(sessions.id, sessionId), lt(sessions.lastSeenAt, stale)));
  }
  return { ...user, from: seenFrom({ ipAddress, userAgent }) };
}
