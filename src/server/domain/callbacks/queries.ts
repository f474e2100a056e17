import { and, asc, eq, inArray } from "drizzle-orm";
import type { CallbackStatus } from "@/contracts/calls";
import type { Queryable } from "@/server/db";
import { branches, callbacks, customers } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { notFound } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import type { Transaction } from "../_core/transact";
import { noteOpenCallback } from "../calls/note-open-callback";

export type CallbackRow = typeof callbacks.$inferSelect;

/** @throws DomainError `callback.not_found` */
export async function readCallback(
  ctx: TenantContext,
  callbackId: number,
  db: Queryable = ctx.db,
): Promise<CallbackRow> {
  const [row] = await db.select().from(callbacks).where(own(ctx, callbackId));
  if (!row) throw notFound("callback");
  return row;
}

/** Locks the row first, so that what is read decides. @throws DomainError `callback.not_found` */
export async function lockCallback(
  ctx: TenantContext,
  tx: Transaction,
  callbackId: number,
): Promise<CallbackRow> {
  const [row] = await tx.select().from(callbacks).where(own(ctx, callbackId)).for("update");
  if (!row) throw notFound("callback");
  return row;
}

/** Inside verbs, after `lockCallback`. Returns the row as it stands then. */
export async function updateCallback(
  ctx: TenantContext,
  tx: Transaction,
  callbackId: number,
  values: Partial<typeof callbacks.$inferInsert>,
): Promise<CallbackRow> {
  await tx.update(callbacks).set(values).where(own(ctx, callbackId));
  const row = await readCallback(ctx, callbackId, tx);
  if (values.completedAt !== undefined) await noteOpenCallback(ctx, tx, row.callId);
  return row;
}

export interface CallbackFilter {
  status?: readonly CallbackStatus[];
  callId?: number;
  customerId?: number;
  limit?: number;
}

/** The most pressing first: by due time, then id; at most `limit` (100). Open and claimed ones unless told otherwise. */
export async function listCallbacks(ctx: TenantContext, filter: CallbackFilter = {}) {
  requirePermission(ctx, "callbacks:read");
  const { status = ["open", "claimed"], limit = 100 } = filter;
  return ctx.db
    .select({
      id: callbacks.id,
      callId: callbacks.callId,
      customerId: callbacks.customerId,
      customerName: customers.name,
      branchName: branches.name,
      name: callbacks.name,
      phone: callbacks.phone,
      reason: callbacks.reason,
      preferredTime: callbacks.preferredTime,
      priority: callbacks.priority,
      status: callbacks.status,
      dueAt: callbacks.dueAt,
      completedAt: callbacks.completedAt,
      createdAt: callbacks.createdAt,
    })
    .from(callbacks)
    .leftJoin(
      customers,
      and(eq(customers.tenantId, callbacks.tenantId), eq(customers.id, callbacks.customerId)),
    )
    .leftJoin(branches, and(eq(branches.tenantId, callbacks.tenantId), eq(branches.id, callbacks.branchId)))
    .where(
      and(
        eq(callbacks.tenantId, ctx.tenant.id),
        inArray(callbacks.status, [...status]),
        filter.callId === undefined ? undefined : eq(callbacks.callId, filter.callId),
        filter.customerId === undefined ? undefined : eq(callbacks.customerId, filter.customerId),
      ),
    )
    .orderBy(asc(callbacks.dueAt), asc(callbacks.id))
    .limit(Math.min(Math.max(limit, 1), 500));
}

const own = (ctx: TenantContext, callbackId: number) =>
  and(eq(callbacks.tenantId, ctx.tenant.id), eq(callbacks.id, callbackId));
