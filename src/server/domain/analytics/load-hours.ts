import { and, eq, gte, lt, or, sql } from "drizzle-orm";
import type { MySqlColumn } from "drizzle-orm/mysql-core";
import { appointments, calls, offers, toolInvocations } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import type { Transaction } from "../_core/transact";
import type { CallEvidence } from "./call-marks";

export interface CountedCall extends CallEvidence {
  id: number;
  startTimestamp: Date;
  branchId: number | null;
  agentId: number | null;
  durationSec: number | null;
  costUsdCents: number | null;
  /** As the call's row has it. */
  knownCents: number;
}

/** The raw rows of the calls that began within `hours` (UTC). */
export async function loadCalls(
  ctx: TenantContext,
  tx: Transaction,
  hours: readonly Date[],
): Promise<CountedCall[]> {
  const own = and(eq(calls.tenantId, ctx.tenant.id), within(calls.startTimestamp, hours));
  const rows = await tx
    .select({
      id: calls.id,
      startTimestamp: calls.startTimestamp,
      endTimestamp: calls.endTimestamp,
      branchId: calls.branchId,
      agentId: calls.agentId,
      durationSec: calls.durationSec,
      costUsdCents: calls.costUsdCents,
      knownCents: calls.bookedCents,
      status: calls.status,
      outcome: calls.outcome,
      disconnectionReason: calls.disconnectionReason,
    })
    .from(calls)
    .where(own);
  const tools = await tx
    .select({
      callId: toolInvocations.callId,
      asked: sql<number>`max(${toolInvocations.name} = 'check_availability')`.mapWith(Number),
      failed: sql<number>`max(${toolInvocations.status} = 'failed')`.mapWith(Number),
    })
    .from(calls)
    .innerJoin(
      toolInvocations,
      and(eq(toolInvocations.tenantId, calls.tenantId), eq(toolInvocations.callId, calls.id)),
    )
    .where(own)
    .groupBy(toolInvocations.callId);
  const offered = await tx
    .selectDistinct({ callId: offers.callId })
    .from(calls)
    .innerJoin(offers, and(eq(offers.tenantId, calls.tenantId), eq(offers.callId, calls.id)))
    .where(own);
  const made = await tx
    .select({
      callId: appointments.callId,
      status: appointments.status,
      cancelledAt: appointments.cancelledAt,
      priceCents: appointments.priceCents,
    })
    .from(calls)
    .innerJoin(
      appointments,
      and(eq(appointments.tenantId, calls.tenantId), eq(appointments.callId, calls.id)),
    )
    .where(own);
  const toolsOf = new Map(tools.map((row) => [row.callId, row]));
  const withOffer = new Set(offered.map(({ callId }) => callId));
  const madeIn = new Map<number | null, CallEvidence["appointments"]>();
  for (const { callId, ...appointment } of made)
    madeIn.set(callId, [...(madeIn.get(callId) ?? []), appointment]);
  return rows.map((row) => ({
    ...row,
    asked: toolsOf.get(row.id)?.asked === 1,
    toolFailed: toolsOf.get(row.id)?.failed === 1,
    offerMade: withOffer.has(row.id),
    appointments: madeIn.get(row.id) ?? [],
  }));
}

/** The raw rows of the appointments that start within `hours` (UTC). */
export const loadAppointments = (ctx: TenantContext, tx: Transaction, hours: readonly Date[]) =>
  tx
    .select({
      startTime: appointments.startTime,
      branchId: appointments.branchId,
      status: appointments.status,
      priceCents: appointments.priceCents,
    })
    .from(appointments)
    .where(and(eq(appointments.tenantId, ctx.tenant.id), within(appointments.startTime, hours)));
export type CountedAppointment = Awaited<ReturnType<typeof loadAppointments>>[number];

const hourMs = 3_600_000;

export const within = (column: MySqlColumn, hours: readonly Date[]) =>
  or(...hours.map((hour) => and(gte(column, hour), lt(column, new Date(hour.getTime() + hourMs)))));
