import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { MySqlTable } from "drizzle-orm/mysql-core";
import { callMarks as allMarks } from "@/contracts/call-marks";
import {
  appointmentRollups,
  branches,
  callMarks,
  callRollups,
  calls as callRows,
  rollupBacklog,
  rollupStates,
} from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { type Transaction, transact } from "../_core/transact";
import { bookedCents, marksOf } from "./call-marks";
import { countAppointments, countCalls, type ZoneOf } from "./count-hours";
import { type CountedCall, loadAppointments, loadCalls, within } from "./load-hours";
import { replaceDays } from "./replace-days";

/** Small enough that one transaction takes well below a second on the busiest tenant. */
const hoursAtOnce = 24;
const backlogAtOnce = 2_000;
const insertAtOnce = 500;

/**
 * Counts hours of the backlog anew from their raw rows and replaces what stood there, in one transaction: whatever
 * order changes came in, and however often this is cut off or repeated, the numbers end as the raw rows have them.
 * Returns how many hours it did; at most a day's worth at once.
 */
export function refreshHours(ctx: TenantContext): Promise<number> {
  return transact(ctx.db, async (tx) => {
    await lockState(tx, ctx.tenant.id);
    const hours = await takeBacklog(ctx, tx);
    if (hours.length > 0) await replaceHours(ctx, tx, hours);
    return hours.length;
  });
}

async function lockState(tx: Transaction, tenantId: string): Promise<void> {
  const [locked] = await tx
    .select({ tenantId: rollupStates.tenantId })
    .from(rollupStates)
    .where(eq(rollupStates.tenantId, tenantId))
    .for("update");
  if (!locked)
    await tx
      .insert(rollupStates)
      .values({ tenantId })
      .onDuplicateKeyUpdate({ set: { tenantId: sql`tenant_id` } });
}

/** The marks go first and the raw rows are read after: a change that is not seen leaves a mark that is not taken. */
async function takeBacklog(ctx: TenantContext, tx: Transaction): Promise<Date[]> {
  const waiting = await tx
    .select({ id: rollupBacklog.id, hourStart: rollupBacklog.hourStart })
    .from(rollupBacklog)
    .where(eq(rollupBacklog.tenantId, ctx.tenant.id))
    .orderBy(asc(rollupBacklog.id))
    .limit(backlogAtOnce);
  const hours = [...new Set(waiting.map(({ hourStart }) => hourStart.getTime()))].slice(0, hoursAtOnce);
  const taken = waiting.filter(({ hourStart }) => hours.includes(hourStart.getTime()));
  if (taken.length === 0) return [];
  await tx.delete(rollupBacklog).where(
    inArray(
      rollupBacklog.id,
      taken.map(({ id }) => id),
    ),
  );
  return hours.map((hour) => new Date(hour));
}

async function replaceHours(ctx: TenantContext, tx: Transaction, hours: readonly Date[]): Promise<void> {
  const tenantId = ctx.tenant.id;
  const [calls, appointments, zoneOf] = [
    await loadCalls(ctx, tx, hours),
    await loadAppointments(ctx, tx, hours),
    await loadZones(ctx, tx),
  ];
  const own = and(eq(callRollups.tenantId, tenantId), inArray(callRollups.hourStart, [...hours]));
  await tx.delete(callRollups).where(own);
  await tx
    .delete(appointmentRollups)
    .where(and(eq(appointmentRollups.tenantId, tenantId), inArray(appointmentRollups.hourStart, [...hours])));
  for (const mark of allMarks)
    await tx
      .delete(callMarks)
      .where(
        and(
          eq(callMarks.tenantId, tenantId),
          eq(callMarks.mark, mark),
          within(callMarks.startTimestamp, hours),
        ),
      );
  await insertAll(tx, callRollups, countCalls(tenantId, calls, zoneOf));
  await insertAll(tx, appointmentRollups, countAppointments(tenantId, appointments, zoneOf));
  await replaceDays(tx, tenantId, hours);
  await insertAll(
    tx,
    callMarks,
    calls.flatMap((call) => marksOfRow(tenantId, call)),
  );
  await noteValues(tenantId, tx, calls);
}

/** The list shows the value of a call without looking at its appointments: it is the one that was counted. */
async function noteValues(tenantId: string, tx: Transaction, calls: readonly CountedCall[]): Promise<void> {
  const changed = calls.filter((call) => call.knownCents !== bookedCents(call));
  for (const cents of new Set(changed.map(bookedCents)))
    await tx
      .update(callRows)
      .set({ bookedCents: cents, updatedAt: sql`${callRows.updatedAt}` })
      .where(
        and(
          eq(callRows.tenantId, tenantId),
          inArray(
            callRows.id,
            changed.filter((call) => bookedCents(call) === cents).map(({ id }) => id),
          ),
        ),
      );
}

const marksOfRow = (tenantId: string, call: CountedCall) =>
  marksOf(call).map((mark) => ({ tenantId, mark, startTimestamp: call.startTimestamp, callId: call.id }));

async function loadZones(ctx: TenantContext, tx: Transaction): Promise<ZoneOf> {
  const rows = await tx
    .select({ id: branches.id, timeZone: branches.timeZone })
    .from(branches)
    .where(eq(branches.tenantId, ctx.tenant.id));
  const zones = new Map(rows.map(({ id, timeZone }) => [id, timeZone]));
  return (branchId) => (branchId === null ? undefined : zones.get(branchId)) ?? ctx.tenant.timeZone;
}

async function insertAll<Table extends MySqlTable>(
  tx: Transaction,
  table: Table,
  rows: Table["$inferInsert"][],
): Promise<void> {
  for (let i = 0; i < rows.length; i += insertAtOnce)
    await tx.insert(table).values(rows.slice(i, i + insertAtOnce));
}
