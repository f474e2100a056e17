import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { appointments, calls, callUtterances, customers, jobRuns, toolInvocations } from "@/server/db/schema";
import { as, createBusiness, createTenant } from "@/test/factories";
import type { TenantContext } from "../_core/context";
import { listAttention } from "./list-attention";
import { listCurrentCalls } from "./list-current-calls";
import { listNextAppointments } from "./list-next-appointments";

const minute = 60_000;
const ago = (minutes: number) => new Date(Date.now() - minutes * minute);

async function insertCall(ctx: TenantContext, values: Partial<typeof calls.$inferInsert> = {}) {
  const startTimestamp = values.startTimestamp ?? ago(1);
  const [row] = await ctx.db
    .insert(calls)
    .values({
      tenantId: ctx.tenant.id,
      callId: randomUUID(),
      startTimestamp,
      lastActivityAt: startTimestamp,
      ...values,
    })
    .$returningId();
  return (row as { id: number }).id;
}

async function insertCustomer(ctx: TenantContext, name: string) {
  const [row] = await ctx.db.insert(customers).values({ tenantId: ctx.tenant.id, name }).$returningId();
  return (row as { id: number }).id;
}

async function insertAppointment(ctx: TenantContext, values: Partial<typeof appointments.$inferInsert> = {}) {
  const startTime = values.startTime ?? ago(-60);
  const [row] = await ctx.db
    .insert(appointments)
    .values({
      tenantId: ctx.tenant.id,
      startTime,
      endTime: new Date(startTime.getTime() + 30 * minute),
      status: "scheduled",
      source: "phone",
      ...values,
    })
    .$returningId();
  return (row as { id: number }).id;
}

describe("current calls", () => {
  test("a running call shows its last sentence and what the agent is doing", async () => {
    const ctx = await createTenant();
    const callId = await insertCall(ctx, { fromNumber: "+4917612345678" });
    const said = { tenantId: ctx.tenant.id, callId, startMs: 0, endMs: 1 };
    await ctx.db.insert(callUtterances).values([
      { ...said, position: 0, role: "agent", content: "Guten Tag." },
      { ...said, position: 1, role: "user", content: "Ich möchte einen Termin." },
    ]);
    await ctx.db.insert(toolInvocations).values({
      tenantId: ctx.tenant.id,
      callId,
      invocationKey: "1",
      name: "check_availability",
      args: {},
      status: "running",
    });
    expect(await listCurrentCalls(ctx)).toMatchObject([
      {
        id: callId,
        firstTime: true,
        lastSentence: { role: "user", content: "Ich möchte einen Termin." },
        tool: "check_availability",
      },
    ]);
  });

  test("a call stays for a moment after its end, then leaves; one that never ended leaves after hours", async () => {
    const ctx = await createTenant();
    const over = await insertCall(ctx, {
      status: "ended",
      startTimestamp: ago(5),
      endTimestamp: ago(1),
      outcome: "booked",
    });
    await insertCall(ctx, { status: "ended", startTimestamp: ago(30), endTimestamp: ago(20) });
    await insertCall(ctx, { startTimestamp: ago(300) });
    expect(await listCurrentCalls(ctx)).toMatchObject([{ id: over, outcome: "booked", tool: null }]);
  });

  test("a caller who called before, or hides the number, is not greeted as new", async () => {
    const ctx = await createTenant();
    const customerId = await insertCustomer(ctx, "Frau Beck");
    await insertCall(ctx, {
      customerId,
      status: "ended",
      startTimestamp: ago(9_000),
      endTimestamp: ago(8_999),
    });
    const known = await insertCall(ctx, { customerId, fromNumber: "+4917612345678", startTimestamp: ago(2) });
    const hidden = await insertCall(ctx, { fromNumber: null });
    const current = await listCurrentCalls(ctx);
    expect(current.map(({ id, firstTime }) => [id, firstTime])).toEqual([
      [hidden, false],
      [known, false],
    ]);
  });

  test("are those of this business", async () => {
    const [own, other] = await Promise.all([createTenant(), createTenant()]);
    await insertCall(other);
    expect(await listCurrentCalls(own)).toEqual([]);
  });
});

test("the next appointments leave out what is over, cancelled or another business's", async () => {
  const { ctx, branchId } = await createBusiness();
  const other = await createTenant();
  await insertAppointment(other);
  await insertAppointment(ctx, { startTime: ago(60) });
  await insertAppointment(ctx, { status: "cancelled" });
  const later = await insertAppointment(ctx, { startTime: ago(-120), branchId });
  const next = await insertAppointment(ctx, { status: "pending" });
  const rows = await listNextAppointments(ctx);
  expect(rows.map((row) => row.id)).toEqual([next, later]);
  expect(rows.map((row) => row.timeZone)).toEqual(["Europe/Berlin", "Europe/Berlin"]);
});

describe("what needs attention", () => {
  test("an appointment the outside calendar refused, or has not answered for minutes", async () => {
    const ctx = await createTenant({ calendarSource: "calcom" });
    const failed = await insertAppointment(ctx, { syncState: "failed", syncError: "500" });
    const waiting = await insertAppointment(ctx, {
      startTime: ago(-90),
      status: "pending",
      syncState: "pending",
      updatedAt: ago(10),
    });
    await insertAppointment(ctx, { status: "pending", syncState: "pending" });
    await insertAppointment(ctx, { startTime: ago(60), syncState: "failed" });
    const { appointments: rows } = await listAttention(ctx);
    expect(rows.map((row) => row.appointmentId)).toEqual([failed, waiting]);
  });

  test("failed jobs are the platform admin's business alone", async () => {
    const ctx = await createTenant();
    await ctx.db.insert(jobRuns).values({
      id: randomUUID(),
      tenantId: ctx.tenant.id,
      functionId: "process-webhook",
      event: {},
      status: "failed",
      dueAt: ago(1),
    });
    const owner = as(ctx, { type: "user", userId: 1, role: "owner" });
    const admin = as(ctx, { type: "user", userId: 2, role: "platform_admin" });
    expect((await listAttention(owner)).failedJobs).toBe(0);
    expect((await listAttention(admin)).failedJobs).toBe(1);
  });
});
