import { eq } from "drizzle-orm";
import { users } from "@/server/db/schema";
import type { EventData, EventType } from "@/server/events/catalogue";
import { appendEvent } from "@/server/events/record";
import { type PlatformContext, storedActor } from "../_core/context";
import type { Transaction } from "../_core/transact";

type AboutUser = Extract<EventType, `user.${string}`>;

/** What happened to somebody's account, in the trail of the business they belong to. */
export async function recordOwn<T extends AboutUser>(
  ctx: Pick<PlatformContext, "actor" | "requestId">,
  tx: Transaction,
  type: T,
  data: EventData<T>,
): Promise<void> {
  const [user] = await tx.select({ tenantId: users.tenantId }).from(users).where(eq(users.id, data.userId));
  const source = {
    tenantId: user?.tenantId ?? null,
    actor: storedActor(ctx.actor),
    requestId: ctx.requestId,
  };
  await appendEvent(tx, source, type, data.userId, data);
}
