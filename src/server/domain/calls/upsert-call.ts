import { sql } from "drizzle-orm";
import type { CallStatus } from "@/contracts/calls";
import type { Queryable } from "@/server/db";
import { calls } from "@/server/db/schema";
import { markRetellCall } from "../analytics/mark-hours";

/** What the first line of any message says about a call. Null: this message does not know. */
export interface CallFacts {
  retellCallId: string;
  conversationId: string | null;
  direction: "inbound" | "outbound";
  /** E.164; null when hidden. */
  fromNumber: string | null;
  toNumber: string | null;
  agentId: number | null;
  branchId: number | null;
  status: CallStatus;
  startedAt: Date | null;
  endedAt: Date | null;
  durationSec: number | null;
}

const statusOrder = sql.raw("'ongoing', 'failed', 'ended'");

/**
 * Creates the call or merges into it, so that every order and repetition of the same messages ends in the same row:
 * each column's rule is commutative. One statement, which also returns our id, and what is to be counted again.
 */
export async function upsertCall(
  tx: Queryable,
  tenantId: string,
  facts: CallFacts,
  now: Date = new Date(),
): Promise<{ id: number; created: boolean }> {
  const { retellCallId, startedAt, endedAt, ...known } = facts;
  const incoming = (column: { name: string }) => sql`VALUES(${sql.identifier(column.name)})`;
  const first = (column: typeof calls.fromNumber | typeof calls.agentId | typeof calls.conversationId) =>
    sql`COALESCE(${column}, ${incoming(column)})`;
  const latest = (column: typeof calls.endTimestamp | typeof calls.durationSec) =>
    sql`GREATEST(COALESCE(${column}, ${incoming(column)}), COALESCE(${incoming(column)}, ${column}))`;

  await markRetellCall(tx, tenantId, retellCallId, startedAt ?? now);
  const [result] = await tx
    .insert(calls)
    .values({
      ...known,
      tenantId,
      callId: retellCallId,
      startTimestamp: startedAt ?? now,
      startReported: startedAt !== null,
      endTimestamp: endedAt,
      lastActivityAt: now,
      updatedAt: now,
    })
    .onDuplicateKeyUpdate({
      // Assigned in the table's column order, each seeing the values before it: start reads start_reported first.
      set: {
        id: sql`LAST_INSERT_ID(${calls.id})`,
        agentId: first(calls.agentId),
        branchId: sql`COALESCE(${calls.branchId}, ${incoming(calls.branchId)})`,
        conversationId: first(calls.conversationId),
        fromNumber: first(calls.fromNumber),
        toNumber: sql`COALESCE(${calls.toNumber}, ${incoming(calls.toNumber)})`,
        startTimestamp: sql`CASE
          WHEN ${incoming(calls.startReported)} > ${calls.startReported} THEN ${incoming(calls.startTimestamp)}
          WHEN ${incoming(calls.startReported)} < ${calls.startReported} THEN ${calls.startTimestamp}
          ELSE LEAST(${calls.startTimestamp}, ${incoming(calls.startTimestamp)}) END`,
        startReported: sql`GREATEST(${calls.startReported}, ${incoming(calls.startReported)})`,
        endTimestamp: latest(calls.endTimestamp),
        durationSec: latest(calls.durationSec),
        status: sql`ELT(GREATEST(FIELD(${calls.status}, ${statusOrder}),
          FIELD(${incoming(calls.status)}, ${statusOrder})), ${statusOrder})`,
        lastActivityAt: sql`GREATEST(${calls.lastActivityAt}, ${incoming(calls.lastActivityAt)})`,
        // Strictly grows: an update that changed nothing would report one affected row, like an insert.
        updatedAt: sql`GREATEST(${incoming(calls.updatedAt)}, ${calls.updatedAt} + INTERVAL 1000 MICROSECOND)`,
      },
    });
  return { id: result.insertId, created: result.affectedRows === 1 };
}
