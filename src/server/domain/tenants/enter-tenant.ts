import { and, eq } from "drizzle-orm";
import { tenantEntries, tenants } from "@/server/db/schema";
import { appendEvent } from "@/server/events/record";
import { type PlatformContext, storedActor, type TenantContext } from "../_core/context";
import { notFound } from "../_core/errors";
import { transact } from "../_core/transact";
import { tenantSuspended } from "./tenant-suspended";

/** Somebody at the door: their session, and the business they belong to (NULL for platform admins). */
export interface Visitor {
  sessionId: string;
  tenantId: string | null;
}

/**
 * The door of a business, passed at every request. Its own people come in; platform admins come in everywhere, and
 * the audit trail of the business says so once until they leave.
 * @throws not_found for everybody else, as if there were no such business; `tenant.suspended` for its own people while
 *   it is
 */
export async function enterTenant(
  ctx: PlatformContext,
  visitor: Visitor,
  slug: string,
): Promise<TenantContext> {
  const { actor, db, requestId } = ctx;
  const [row] = await db
    .select({ id: tenants.id, slug: tenants.slug, timeZone: tenants.timeZone, status: tenants.status })
    .from(tenants)
    .where(eq(tenants.slug, slug));
  if (!row || actor.type !== "user") throw notFound("tenant");
  const { status, ...tenant } = row;
  if (actor.role === "platform_admin") await noteEntry(ctx, visitor.sessionId, tenant.id);
  else if (visitor.tenantId !== tenant.id) throw notFound("tenant");
  else if (status === "suspended") throw tenantSuspended();
  return { tenant, actor, db, requestId };
}

async function noteEntry(ctx: PlatformContext, sessionId: string, tenantId: string): Promise<void> {
  const { actor, db, requestId } = ctx;
  if (actor.type !== "user") return;
  const [known] = await db
    .select({ tenantId: tenantEntries.tenantId })
    .from(tenantEntries)
    .where(and(eq(tenantEntries.sessionId, sessionId), eq(tenantEntries.tenantId, tenantId)));
  if (known) return;
  await transact(db, async (tx) => {
    const [inserted] = await tx.insert(tenantEntries).ignore().values({ sessionId, tenantId });
    if (inserted.affectedRows === 0) return;
    await appendEvent(tx, { tenantId, actor: storedActor(actor), requestId }, "tenant.entered", null, {
      userId: actor.userId,
    });
  });
}
