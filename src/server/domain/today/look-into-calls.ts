import { type SQL, sql } from "drizzle-orm";
import type { UtteranceRole } from "@/contracts/calls";
import { callUtterances, offers, services, staff, toolInvocations } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { lookForEarlierCalls } from "../calls/find-known-callers";
import { instantOfRow } from "./instant-of-row";

/** What can be heard and seen of a call right now. */
interface Look {
  sentence?: { role: UtteranceRole; content: string };
  tool?: { name: string; isRunning: boolean; at: Date };
  /** The time that is kept for the caller. */
  held?: { serviceName: string; staffName: string; startTime: Date; until: Date };
  /** Had called before. */
  isKnown: boolean;
}

/** Three of each call that is shown. */
const mostHeld = 36;

interface Row {
  kind: "sentence" | "tool" | "known" | "held";
  callId: number;
  word: string;
  text: string;
  /** UTC, without saying so. */
  at: string;
  until: string;
}

/** The last words, the last tool, the held time and an earlier call of each: one look into an index each, in one statement. */
export async function lookIntoCalls(
  ctx: TenantContext,
  rows: readonly { id: number; customerId: number | null; startTimestamp: Date }[],
  now: Date,
): Promise<{ of: (callId: number) => Look }> {
  const { known, looks } = lookForEarlierCalls(ctx, rows);
  const found = await readLooks(
    ctx,
    rows.map(({ id }) => id),
    looks,
    now,
  );
  const of = (callId: number): Look => {
    const row = (kind: Row["kind"]) =>
      found.find((one) => one.kind === kind && Number(one.callId) === callId);
    const [sentence, tool, held] = [row("sentence"), row("tool"), row("held")];
    return {
      isKnown: known.has(callId) || row("known") !== undefined,
      ...(sentence && { sentence: { role: sentence.word as UtteranceRole, content: sentence.text } }),
      ...(tool && {
        tool: { name: tool.word, isRunning: tool.text === "running", at: instantOfRow(tool.at) },
      }),
      ...(held && {
        held: {
          serviceName: held.word,
          staffName: held.text,
          startTime: instantOfRow(held.at),
          until: instantOfRow(held.until),
        },
      }),
    };
  };
  return { of };
}

async function readLooks(
  ctx: TenantContext,
  callIds: readonly number[],
  earlier: readonly SQL[],
  now: Date,
): Promise<Row[]> {
  if (callIds.length === 0) return [];
  const t = ctx.tenant.id;
  const looks = callIds.flatMap((callId): SQL[] => [
    sql`(select 'sentence' as kind, ${callId} as callId, role as word, left(content, 400) as text,
        cast(updated_at as char) as at, cast(updated_at as char) as until
      from ${callUtterances} force index (call_utterances_uq) where tenant_id = ${t} and call_id = ${callId} order by position desc limit 1)`,
    sql`(select 'tool', ${callId}, name, status, cast(updated_at as char), cast(updated_at as char)
      from ${toolInvocations} force index (tool_invocations_uq) where tenant_id = ${t} and call_id = ${callId} order by id desc limit 1)`,
  ]);
  const known = earlier.map(
    (look) => sql`(select 'known', earlier.id, '', '', '', '' from ${look} as earlier)`,
  );
  const held = sql`(select 'held', o.call_id, s.name, p.name, cast(o.start_time as char), cast(o.held_until as char)
      from ${offers} o force index (offers_held_ix)
      join ${services} s on s.tenant_id = o.tenant_id and s.id = o.service_id
      join ${staff} p on p.tenant_id = o.tenant_id and p.id = o.staff_id
      where o.held_until > ${now} and o.tenant_id = ${t} and o.call_id in ${callIds}
      order by o.held_at desc, o.id desc limit ${mostHeld})`;
  const [found] = await ctx.db.execute(sql.join([...looks, ...known, held], sql` union all `));
  return found as unknown as Row[];
}
