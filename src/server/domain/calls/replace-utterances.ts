import { and, count, eq, gte, sql } from "drizzle-orm";
import { callUtterances } from "@/server/db/schema";
import type { UtteranceDetail } from "@/server/integrations/retell/call-details";
import type { TenantContext } from "../_core/context";
import type { Transaction } from "../_core/transact";

const rowsPerInsert = 200;

/** Makes the stored turns equal to these, position by position. The caller holds the call's lock. */
export async function replaceUtterances(
  ctx: TenantContext,
  tx: Transaction,
  callId: number,
  utterances: UtteranceDetail[],
): Promise<void> {
  for (let first = 0; first < utterances.length; first += rowsPerInsert) {
    await tx
      .insert(callUtterances)
      .values(
        utterances.slice(first, first + rowsPerInsert).map(({ words, ...turn }, i) => ({
          tenantId: ctx.tenant.id,
          callId,
          position: first + i,
          ...turn,
          words: words.length > 0 ? words : null,
        })),
      )
      .onDuplicateKeyUpdate({
        set: {
          role: sql`VALUES(role)`,
          content: sql`VALUES(content)`,
          startMs: sql`VALUES(start_ms)`,
          endMs: sql`VALUES(end_ms)`,
          words: sql`VALUES(words)`,
        },
      });
  }
  await tx
    .delete(callUtterances)
    .where(and(ofCall(ctx, callId), gte(callUtterances.position, utterances.length)));
}

/** The turns as they stand, in order; words come without their times. */
export async function listUtterances(
  ctx: TenantContext,
  tx: Transaction,
  callId: number,
): Promise<UtteranceDetail[]> {
  const { role, content, startMs, endMs, position } = callUtterances;
  const turns = await tx
    .select({ role, content, startMs, endMs })
    .from(callUtterances)
    .where(ofCall(ctx, callId))
    .orderBy(position);
  return turns.map((turn) => ({ ...turn, words: [] }));
}

export async function countUtterances(ctx: TenantContext, tx: Transaction, callId: number): Promise<number> {
  const [row] = await tx.select({ n: count() }).from(callUtterances).where(ofCall(ctx, callId));
  return row?.n ?? 0;
}

const ofCall = (ctx: TenantContext, callId: number) =>
  and(eq(callUtterances.tenantId, ctx.tenant.id), eq(callUtterances.callId, callId));
