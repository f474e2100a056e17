import { and, eq, isNull, ne } from "drizzle-orm";
import { sessions, users } from "@/server/db/schema";
import { appendEvent } from "@/server/events/record";
import { type PlatformContext, storedActor } from "../_core/context";
import type { Transaction } from "../_core/transact";

/**
 * Ends all open sessions of a user, with effect at their next request, inside the caller's transaction.
 * `except` is the one that may stay.
 */
export async function closeSessions(
  ctx: Pick<PlatformContext, "actor" | "requestId">,
  tx: Transaction,
  userId: number,
  reason:
    | "password_changed"
    | "signed_out_elsewhere"
    | "signed_out_everywhere"
    | "two_factor_enabled"
    | "user_disabled",
  except?: string,
): Promise<void> {
  const [user] = await tx
    .select({ tenantId: users.tenantId })
    .from(users)
    .where(eq(users.id, userId))
    .for("update");
  await tx
    .update(sessions)
    .set({ revokedAt: new Date() })
    .where(
      and(
        eq(sessions.userId, userId),
        isNull(sessions.revokedAt),
        except === undefined ? undefined : ne(sessions.id, except),
      ),
    );
  await appendEvent(
    tx,
    { tenantId: user?.tenantId ?? null, actor: storedActor(ctx.actor), requestId: ctx.requestId },
    "user.sessions_revoked",
    userId,
    { userId, reason },
  );
}
