import { and, desc, eq, gt, gte, max, or } from "drizzle-orm";
import type { Database } from "@/server/db";
import { events } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { DomainError } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { type ChangeBatch, ChangeFeed, settleIds, settleMs } from "./change-feed";

/** Open pages of one person in one process; a browser allows about six anyway. */
const streamsPerUser = 8;
const catchUpRows = 200;

const feeds = new WeakMap<Database, ChangeFeed>();
const open = new Map<number, number>();

/** Where a page that is being rendered stands; the browser begins to listen from here. */
export async function currentCursor(ctx: TenantContext): Promise<number> {
  const [row] = await ctx.db
    .select({ id: max(events.id) })
    .from(events)
    .where(eq(events.tenantId, ctx.tenant.id));
  return row?.id ?? 0;
}

/**
 * Changes in this business as they happen, first those since `since`. Runs until `signal` says stop, then throws its
 * AbortError. What happened is told at least once, sometimes twice.
 * @throws DomainError `forbidden`, `live.too_many_streams`
 */
export async function* watchChanges(
  ctx: TenantContext,
  since: number | undefined,
  signal: AbortSignal,
): AsyncGenerator<ChangeBatch> {
  requirePermission(ctx, "calls:read");
  const release = admit(ctx);
  const queue: ChangeBatch[] = [];
  let wake = () => {};
  const stopped = () => wake();
  signal.addEventListener("abort", stopped);
  const { ready, stop } = feedOf(ctx.db).listen(ctx.tenant.id, (batch) => {
    queue.push(batch);
    wake();
  });
  try {
    await ready;
    const missed = since === undefined ? undefined : await catchUp(ctx, since);
    if (missed) yield missed;
    for (;;) {
      signal.throwIfAborted();
      const batch = queue.shift();
      if (batch) yield batch;
      else
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
  } finally {
    signal.removeEventListener("abort", stopped);
    stop();
    release();
  }
}

function feedOf(db: Database): ChangeFeed {
  const feed = feeds.get(db) ?? new ChangeFeed(db);
  feeds.set(db, feed);
  return feed;
}

function admit(ctx: TenantContext): () => void {
  if (ctx.actor.type !== "user") return () => {};
  const { userId } = ctx.actor;
  const streams = open.get(userId) ?? 0;
  if (streams >= streamsPerUser) throw new DomainError("live.too_many_streams", "rate_limited");
  open.set(userId, streams + 1);
  return () => {
    const left = (open.get(userId) ?? 1) - 1;
    if (left > 0) open.set(userId, left);
    else open.delete(userId);
  };
}

/** What happened since, and what was committed late before it; of very much only the newest. */
async function catchUp(ctx: TenantContext, since: number): Promise<ChangeBatch | undefined> {
  const rows = await ctx.db
    .select({
      id: events.id,
      type: events.type,
      entityType: events.entityType,
      entityId: events.entityId,
    })
    .from(events)
    .where(
      and(
        eq(events.tenantId, ctx.tenant.id),
        gt(events.id, since - settleIds),
        or(gt(events.id, since), gte(events.createdAt, new Date(Date.now() - settleMs))),
      ),
    )
    .orderBy(desc(events.id))
    .limit(catchUpRows);
  if (rows.length === 0) return undefined;
  const cursor = Math.max(since, rows[0]?.id ?? 0);
  return {
    cursor,
    changes: rows.map(({ type, entityType, entityId }) => ({ type, entityType, entityId })),
  };
}
