import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import fc from "fast-check";
import { callOutcomes } from "@/contracts/calls";
import { appointments, calls, offers, toolInvocations } from "@/server/db/schema";
import type { TenantContext } from "@/server/domain/_core/context";
import { recordEvent } from "@/server/domain/_core/record-event";
import type { Transaction } from "@/server/domain/_core/transact";
import { markAppointment, markCall } from "@/server/domain/analytics/mark-hours";
import { upsertCall } from "@/server/domain/calls/upsert-call";
import type { createBusiness } from "./factories";

/** Around both changes of the clocks, so that random instants meet the missing and the doubled hour. */
const moments = [
  "2026-03-28T21:00Z",
  "2026-03-29T00:00Z",
  "2026-10-24T21:30Z",
  "2026-10-25T00:00Z",
  "2026-06-30T21:00Z",
].map((text) => Date.parse(text));
const moment = fc
  .record({ base: fc.constantFrom(...moments), minutes: fc.integer({ min: 0, max: 300 }) })
  .map(({ base, minutes }) => new Date(base + minutes * 60_000));

export const historyStep = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("message" as const),
      call: fc.nat(5),
      at: fc.option(moment, { nil: null }),
      ended: fc.boolean(),
      seconds: fc.nat(600),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("outcome" as const),
      call: fc.nat(5),
      outcome: fc.constantFrom(...callOutcomes),
      cost: fc.nat(99_999),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant("tool" as const), call: fc.nat(5), failed: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("offer" as const), call: fc.nat(5), at: moment }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("book" as const),
      call: fc.nat(5),
      at: moment,
      cents: fc.nat(9_900),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant("move" as const), appointment: fc.nat(3), at: moment }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("settle" as const),
      appointment: fc.nat(3),
      status: fc.constantFrom("completed" as const, "no_show" as const, "cancelled" as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("delete call" as const), call: fc.nat(5) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("delete appointment" as const), appointment: fc.nat(3) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("refresh" as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("killed" as const) }) },
);
export type HistoryStep = typeof historyStep extends fc.Arbitrary<infer T> ? T : never;

/** Writes as the verbs do: the change and its event in one transaction. */
export class CallHistory {
  private readonly retellId = Array.from({ length: 6 }, () => `call_${randomUUID()}`);

  constructor(
    readonly business: Awaited<ReturnType<typeof createBusiness>>,
    /** What happens when the job runs, and when it dies. */
    private readonly job: Record<"refresh" | "killed", (ctx: TenantContext) => Promise<unknown>>,
  ) {}

  get ctx() {
    return this.business.ctx;
  }

  async play(steps: readonly HistoryStep[]) {
    for (const one of steps) await this.apply(one);
  }

  async apply(one: HistoryStep): Promise<void> {
    const { ctx } = this;
    if (one.kind === "refresh" || one.kind === "killed") await this.job[one.kind](ctx);
    else await ctx.db.transaction((tx) => this.write(tx, one));
  }

  private async write(tx: Transaction, one: HistoryStep): Promise<void> {
    const { ctx, business } = this;
    const tenantId = ctx.tenant.id;
    if (one.kind === "message") {
      const { id, created } = await upsertCall(
        tx,
        tenantId,
        {
          retellCallId: this.retellId[one.call] as string,
          conversationId: null,
          direction: "inbound",
          fromNumber: null,
          toNumber: null,
          agentId: one.ended ? business.agentId : null,
          branchId: one.call % 2 ? business.branchId : null,
          status: one.ended ? "ended" : "ongoing",
          startedAt: one.at,
          endedAt: one.ended && one.at ? new Date(one.at.getTime() + one.seconds * 1000) : null,
          durationSec: one.ended ? one.seconds : null,
        },
        new Date(Date.parse("2026-03-28T21:00Z") + one.seconds * 1000),
      );
      if (created) await recordEvent(ctx, tx, "call.started", id, { callId: id });
      return;
    }
    if ("call" in one) {
      const callId = await this.callId(tx, one.call);
      if (callId === undefined) return;
      if (one.kind === "outcome") {
        await tx
          .update(calls)
          .set({ outcome: one.outcome, costUsdCents: one.cost / 1000, status: "ended" })
          .where(eq(calls.id, callId));
        await recordEvent(ctx, tx, "call.processed", callId, { callId, outcome: one.outcome });
      } else if (one.kind === "tool") {
        const status = one.failed ? "failed" : "succeeded";
        const [row] = await tx
          .insert(toolInvocations)
          .values({
            tenantId,
            callId,
            invocationKey: randomUUID(),
            name: "check_availability",
            args: {},
            status,
          })
          .$returningId();
        const invocationId = row?.id as number;
        await recordEvent(ctx, tx, "tool.invoked", invocationId, {
          callId,
          invocationId,
          name: "check_availability",
          status,
        });
      } else if (one.kind === "offer") {
        await tx.insert(offers).values({
          tenantId,
          callId,
          code: randomUUID().slice(0, 8),
          serviceId: business.serviceId,
          staffId: business.staffIds[0] as number,
          furtherStaffIds: [],
          branchId: business.branchId,
          startTime: one.at,
          endTime: new Date(one.at.getTime() + 1_800_000),
          priceCents: 100,
          source: "own",
        });
        await markCall(tx, tenantId, callId);
      } else if (one.kind === "book") {
        const [row] = await tx
          .insert(appointments)
          .values({
            tenantId,
            callId,
            branchId: business.branchId,
            startTime: one.at,
            endTime: new Date(one.at.getTime() + 1_800_000),
            status: "scheduled",
            priceCents: one.cents,
            source: "phone",
          })
          .$returningId();
        const appointmentId = row?.id as number;
        await recordEvent(ctx, tx, "appointment.booked", appointmentId, { appointmentId });
      } else {
        await markCall(tx, tenantId, callId);
        await tx
          .update(appointments)
          .set({ callId: null })
          .where(and(eq(appointments.tenantId, tenantId), eq(appointments.callId, callId)));
        await tx.delete(calls).where(eq(calls.id, callId));
      }
      return;
    }
    if (!("appointment" in one)) return;
    const row = await this.appointment(tx, one.appointment);
    if (!row) return;
    const appointmentId = row.id;
    if (one.kind === "move") {
      await tx
        .update(appointments)
        .set({ startTime: one.at, endTime: new Date(one.at.getTime() + 1_800_000) })
        .where(eq(appointments.id, appointmentId));
      const toStart = one.at.toISOString();
      await recordEvent(ctx, tx, "appointment.moved", appointmentId, {
        appointmentId,
        fromStart: row.startTime.toISOString(),
        toStart,
      });
    } else if (one.kind === "settle") {
      await tx
        .update(appointments)
        .set({ status: one.status, cancelledAt: one.status === "cancelled" ? new Date() : null })
        .where(eq(appointments.id, appointmentId));
      if (one.status === "cancelled")
        await recordEvent(ctx, tx, "appointment.cancelled", appointmentId, { appointmentId, reason: null });
      else await recordEvent(ctx, tx, `appointment.${one.status}`, appointmentId, { appointmentId });
    } else {
      await markAppointment(tx, ctx.tenant.id, appointmentId);
      await tx.delete(appointments).where(eq(appointments.id, appointmentId));
    }
  }

  private async callId(tx: Transaction, n: number): Promise<number | undefined> {
    const [row] = await tx
      .select({ id: calls.id })
      .from(calls)
      .where(and(eq(calls.tenantId, this.ctx.tenant.id), eq(calls.callId, this.retellId[n] as string)));
    return row?.id;
  }

  private async appointment(tx: Transaction, n: number) {
    const rows = await tx
      .select()
      .from(appointments)
      .where(eq(appointments.tenantId, this.ctx.tenant.id))
      .orderBy(appointments.id);
    return rows[n % Math.max(rows.length, 1)];
  }
}
