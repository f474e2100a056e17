import { and, eq, getTableColumns, isNotNull, sql } from "drizzle-orm";
import type { Queryable } from "@/server/db";
import { preparedOnce } from "@/server/db/prepared-once";
import { calls } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { notFound } from "../_core/errors";
import type { Transaction } from "../_core/transact";

const { transcript: _transcript, ...callColumns } = getTableColumns(calls);

/** A call without its transcript, which has its own query. */
export type CallRow = Omit<typeof calls.$inferSelect, "transcript">;

const byRetellId = preparedOnce((db) =>
  db
    .select(callColumns)
    .from(calls)
    .where(and(eq(calls.tenantId, sql.placeholder("tenantId")), eq(calls.callId, sql.placeholder("callId"))))
    .prepare(),
);

/** The call that Retell knows under this id. */
export async function findCallByRetellId(
  ctx: TenantContext,
  retellCallId: string,
  db: Queryable = ctx.db,
): Promise<CallRow | undefined> {
  const [row] = await byRetellId(db).execute({ tenantId: ctx.tenant.id, callId: retellCallId });
  return row;
}

/**
 * The call, locked until the transaction ends, and whether its final transcript is stored.
 * @throws DomainError `call.not_found`
 */
export async function lockCall(
  ctx: TenantContext,
  tx: Transaction,
  callId: number,
): Promise<CallRow & { hasTranscript: boolean }> {
  const [row] = await tx
    .select({ ...callColumns, hasTranscript: sql<number>`${isNotNull(calls.transcript)}` })
    .from(calls)
    .where(and(eq(calls.tenantId, ctx.tenant.id), eq(calls.id, callId)))
    .for("update");
  if (!row) throw notFound("call");
  return { ...row, hasTranscript: Boolean(row.hasTranscript) };
}

/** Our id of the call that Retell knows under this id, or null. */
export async function findCallId(
  db: Queryable,
  tenantId: string,
  retellCallId: string,
): Promise<number | null> {
  const [row] = await db
    .select({ id: calls.id })
    .from(calls)
    .where(and(eq(calls.tenantId, tenantId), eq(calls.callId, retellCallId)));
  return row?.id ?? null;
}
