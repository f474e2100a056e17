import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import {
  appointmentStaff,
  appointments,
  branches,
  calcomBookings,
  callbacks,
  calls,
  callUtterances,
  customers,
  jobRuns,
  offers,
  phoneNumbers,
  services,
  staff,
  staffTimeCells,
  toolInvocations,
  unassignedCalls,
} from "@/server/db/schema";
import { as, createBusiness, createTenant, uniquePhone } from "@/test/factories";
import { createPerson } from "@/test/people";
import { countRowsRead, rowsAllowed } from "@/test/rows-read";
import { statementsOf } from "@/test/statements";
import type { TenantContext } from "../_core/context";
import { listServices } from "../catalog/queries";
import { getSetup } from "../onboarding/get-setup";
import { listAttention } from "./list-attention";
import { listCurrentCalls } from "./list-current-calls";
import { listDueCallbacks } from "./list-due-callbacks";
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

async function insertBranch(ctx: TenantContext) {
  const [row] = await ctx.db
    .insert(branches)
    .values({ tenantId: ctx.tenant.id, name: "Filiale", federalState: "BE" })
    .$returningId();
  return (row as { id: number }).id;
}

async function insertServices(ctx: TenantContext, count: number) {
  const rows = await ctx.db
    .insert(services)
    .values(
      Array.from({ length: count }, (_, index) => ({
        tenantId: ctx.tenant.id,
        name: `Leistung ${index}`,
        durationMinutes: 30,
        synonyms: [],
      })),
    )
    .$returningId();
  return rows.map(({ id }) => id);
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

test("a running call shows the time that is kept for it until the hold runs out, and nobody else's", async () => {
  const business = await createBusiness();
  const { ctx } = business;
  const [held, other] = [await insertCall(ctx), await insertCall(ctx)];
  const now = new Date();
  const heldUntil = new Date(now.getTime() + 2 * minute);
  await ctx.db.insert(offers).values([
    { ...offerOf(business, held), code: "first", heldUntil, heldAt: now },
    { ...offerOf(business, held), code: "unheld" },
    { ...offerOf(business, other), code: "over", heldUntil: ago(1), heldAt: ago(4) },
  ]);
  const heldBy = async (at: Date) =>
    new Map((await listCurrentCalls(ctx, at)).map((call) => [call.id, call.held]));
  expect(await heldBy(now)).toEqual(
    new Map([
      [other, null],
      [held, { serviceName: "Massage", staffName: "Person 1", startTime: tomorrow, until: heldUntil }],
    ]),
  );
  const [, first] = await listCurrentCalls(ctx, now);
  expect(first?.changesAt).toEqual(heldUntil);
  expect((await heldBy(new Date(heldUntil.getTime() + 1))).get(held)).toBeNull();
});

const tomorrow = new Date(Math.floor(Date.now() / 86_400_000 + 2) * 86_400_000);
const offerOf = (business: Awaited<ReturnType<typeof createBusiness>>, callId: number) => ({
  tenantId: business.ctx.tenant.id,
  callId,
  serviceId: business.serviceId,
  staffId: business.staffIds[0] as number,
  furtherStaffIds: [],
  branchId: business.branchId,
  startTime: tomorrow,
  endTime: new Date(tomorrow.getTime() + 30 * minute),
  priceCents: 3_900,
  source: "own" as const,
});

describe("the next appointments", () => {
  test("are one of each person, without what is over, cancelled, somebody's who left or another business's", async () => {
    const { ctx, staffIds, branchId, serviceId } = await createBusiness({}, 3);
    const [ada, ben, former] = staffIds;
    const other = await createBusiness();
    await ctx.db
      .update(staff)
      .set({ active: false })
      .where(eq(staff.id, former as number));
    await insertAppointment(other.ctx, { staffId: other.staffIds[0] });
    await insertAppointment(ctx, { staffId: ada, startTime: ago(60) });
    await insertAppointment(ctx, { staffId: ada, status: "cancelled" });
    await insertAppointment(ctx, { staffId: former });
    const customerId = await insertCustomer(ctx, "Frau Beck");
    await ctx.db.update(branches).set({ timeZone: "Atlantic/Canary" }).where(eq(branches.id, branchId));
    const late = await insertAppointment(ctx, {
      staffId: ben,
      startTime: ago(-120),
      branchId,
      serviceId,
      customerId,
    });
    const soon = await insertAppointment(ctx, { staffId: ada, status: "pending", attendeeName: "Max" });
    await insertAppointment(ctx, { staffId: ada, startTime: ago(-90) });
    expect(await listNextAppointments(ctx)).toMatchObject([
      { id: soon, staffNames: ["Person 1"], name: "Max", serviceId: null, timeZone: "Europe/Berlin" },
      {
        id: late,
        staffNames: ["Person 2"],
        name: "Frau Beck",
        serviceId,
        timeZone: "Atlantic/Canary",
      },
    ]);
  });

  test("name everybody who takes part, also whoever is next only in somebody else's", async () => {
    const { ctx, staffIds } = await createBusiness({}, 3);
    const [ada, ben, eva] = staffIds as [number, number, number];
    const startTime = ago(-30);
    const endTime = ago(-60);
    const together = await insertAppointment(ctx, { staffId: ada, startTime, endTime });
    const takesPart = { tenantId: ctx.tenant.id, appointmentId: together };
    await ctx.db.insert(appointmentStaff).values([ben, eva].map((staffId) => ({ ...takesPart, staffId })));
    await ctx.db
      .insert(staffTimeCells)
      .values([ada, ben, eva].map((staffId) => ({ ...takesPart, staffId, cellStart: startTime })));
    // Ada is alone with somebody before, Ben only afterwards.
    const before = await insertAppointment(ctx, { staffId: ada, startTime: ago(-5) });
    const after = await insertAppointment(ctx, { staffId: ben, startTime: ago(-90) });
    const rows = await listNextAppointments(ctx);
    expect(rows.map(({ id, staffNames }) => [id, [...staffNames].sort()])).toEqual([
      [before, ["Person 1"]],
      [together, ["Person 1", "Person 2", "Person 3"]],
    ]);
    await ctx.db.update(appointments).set({ status: "cancelled" }).where(eq(appointments.id, together));
    expect((await listNextAppointments(ctx)).map(({ id }) => id)).toEqual([before, after]);
  });

  test("stay for the minutes that people are late", async () => {
    const { ctx, staffIds } = await createBusiness();
    const staffId = staffIds[0];
    const startTime = ago(9);
    const late = await insertAppointment(ctx, { staffId, startTime });
    const next = await insertAppointment(ctx, { staffId });
    const [row] = await listNextAppointments(ctx);
    expect(row).toMatchObject({ id: late, changesAt: new Date(startTime.getTime() + 10 * minute) });
    expect(await listNextAppointments(ctx, ago(-2))).toMatchObject([{ id: next }]);
  });
});

test("of the callbacks those due first are shown, with who is on them", async () => {
  const ctx = await createTenant();
  const { id: userId } = await createPerson(ctx.tenant.id, "staff");
  const due = (minutes: number, values: Partial<typeof callbacks.$inferInsert> = {}) => ({
    tenantId: ctx.tenant.id,
    dueAt: ago(-minutes),
    ...values,
  });
  await ctx.db
    .insert(callbacks)
    .values([
      ...[50, 40, 30, 20, 10].map((minutes) => due(minutes)),
      due(-10, { status: "claimed", claimedBy: userId, claimedAt: ago(1), reason: "eilt" }),
      due(-20, { status: "done", completedAt: ago(1) }),
    ]);
  const mine = await listDueCallbacks(as(ctx, { type: "user", userId, role: "staff" }));
  expect(mine.more).toBe(false);
  expect(mine.rows).toHaveLength(6);
  expect(mine.rows[0]).toMatchObject({ reason: "eilt", isClaimed: true, isMine: true });
  expect((await listDueCallbacks(ctx)).rows[0]).toMatchObject({ isClaimed: true, isMine: false });
  await ctx.db.insert(callbacks).values(due(60));
  expect(await listDueCallbacks(ctx)).toMatchObject({ more: true });
});

describe("what needs attention", () => {
  const roleOf = (ctx: TenantContext, role: "platform_admin" | "owner" | "staff") =>
    as(ctx, { type: "user", userId: 1, role });
  const kinds = async (ctx: TenantContext) => (await listAttention(ctx)).rows.map(({ kind }) => kind);

  test("an appointment the outside calendar refused, or has not answered for minutes", async () => {
    const ctx = roleOf(await createTenant({ calendarSource: "calcom" }), "staff");
    const failed = await insertAppointment(ctx, { syncState: "failed", syncError: "500" });
    const waiting = await insertAppointment(ctx, {
      startTime: ago(-30),
      status: "pending",
      syncState: "pending",
      updatedAt: ago(10),
    });
    await insertAppointment(ctx, { status: "pending", syncState: "pending" });
    await insertAppointment(ctx, { startTime: ago(60), syncState: "failed" });
    expect(await listAttention(ctx)).toMatchObject({
      more: false,
      rows: [
        { kind: "not_in_calendar", appointmentId: failed },
        { kind: "unconfirmed", appointmentId: waiting },
      ],
    });
  });

  test("what was refused there and cancelled here is settled, unless a booking is still open there", async () => {
    const ctx = roleOf(await createTenant({ calendarSource: "calcom" }), "staff");
    const refused = { status: "cancelled", syncState: "failed", syncError: "taken" } as const;
    await insertAppointment(ctx, refused);
    const open = await insertAppointment(ctx, { ...refused, startTime: ago(-90) });
    const booking = { tenantId: ctx.tenant.id, startTime: ago(-90), endTime: ago(-60) };
    await ctx.db
      .insert(calcomBookings)
      .values({ ...booking, appointmentId: open, uid: "open", status: "accepted" });
    expect((await listAttention(ctx)).rows).toMatchObject([{ kind: "not_in_calendar", appointmentId: open }]);
  });

  test("the worse first, at most six, and that there is more", async () => {
    const { ctx } = await createBusiness({ balanceCents: 999 });
    await ctx.db.update(phoneNumbers).set({ agentId: null }).where(eq(phoneNumbers.tenantId, ctx.tenant.id));
    await insertAppointment(ctx, { syncState: "failed" });
    const owner = roleOf(ctx, "owner");
    expect(await kinds(owner)).toEqual(["number_without_agent", "not_in_calendar", "low_balance"]);
    for (let minutes = 1; minutes < 7; minutes++)
      await insertAppointment(ctx, { startTime: ago(-minutes * 100), syncState: "failed" });
    const { rows, more } = await listAttention(owner);
    expect(more).toBe(true);
    expect(rows).toHaveLength(6);
    const starts = rows.flatMap((row) => ("start" in row ? row.start.getTime() : []));
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  });

  test("what only the settings put right is shown to those who may change them", async () => {
    const { ctx } = await createBusiness({ balanceCents: 0 });
    await ctx.db.update(phoneNumbers).set({ agentId: null }).where(eq(phoneNumbers.tenantId, ctx.tenant.id));
    expect(await kinds(roleOf(ctx, "staff"))).toEqual([]);
    expect(await kinds(roleOf(ctx, "owner"))).toEqual(["number_without_agent", "low_balance"]);
  });

  test("failed work is told by its name; what only its author understands, to the platform's admin alone", async () => {
    const ctx = await createTenant({ balanceCents: 5_000 });
    const run = (functionId: string, finishedAt: Date) => ({
      id: randomUUID(),
      tenantId: ctx.tenant.id,
      functionId,
      event: {},
      status: "failed" as const,
      dueAt: finishedAt,
      finishedAt,
    });
    const weekAgo = ago(7 * 24 * 60 + 1);
    await ctx.db
      .insert(jobRuns)
      .values([
        run("process-webhook", ago(1)),
        run("process-webhook", ago(2)),
        run("process-webhook", weekAgo),
        run("refresh-rollups", ago(3)),
      ]);
    const ofCalls = { kind: "job_failed", job: "process-webhook", count: 2 };
    expect((await listAttention(roleOf(ctx, "owner"))).rows).toEqual([ofCalls]);
    const seen = (await listAttention(roleOf(ctx, "platform_admin"))).rows;
    expect(seen).toContainEqual(ofCalls);
    expect(seen).toContainEqual({ kind: "job_failed", job: "other", count: 1 });
    expect((await listAttention(roleOf(await createTenant({ balanceCents: 5_000 }), "owner"))).rows).toEqual(
      [],
    );
  });

  test("calls to numbers of nobody are the platform's business", async () => {
    const ctx = await createTenant({ balanceCents: 5_000 });
    await ctx.db
      .insert(unassignedCalls)
      .values({ callId: randomUUID(), toNumber: uniquePhone(), firstSeenAt: ago(1), lastSeenAt: ago(1) });
    expect(await kinds(roleOf(ctx, "owner"))).toEqual([]);
    expect(await kinds(roleOf(ctx, "platform_admin"))).toContain("unassigned_calls");
  });
});

test("a busy day costs no more rows than what is shown of it", async () => {
  const { ctx, staffIds, branchId } = await createBusiness({}, 10);
  const { id: tenantId } = ctx.tenant;
  const customerId = await insertCustomer(ctx, "Frau Beck");
  const others = await Promise.all(staffIds.map((id) => insertCustomer(ctx, `Kunde ${id}`)));
  const places = [branchId, await insertBranch(ctx), await insertBranch(ctx)];
  const offered = await insertServices(ctx, staffIds.length);
  const over = (index: number) => {
    const startTimestamp = new Date(ago(119).getTime() + index * 1_000);
    return {
      tenantId,
      callId: randomUUID(),
      status: "ended" as const,
      startTimestamp,
      endTimestamp: ago(4),
      lastActivityAt: startTimestamp,
    };
  };
  await ctx.db.insert(calls).values(Array.from({ length: 2_000 }, (_, index) => over(index)));
  for (let running = 0; running < 3; running++) await insertCall(ctx, { customerId });
  await ctx.db.insert(appointments).values(
    staffIds.flatMap((staffId, person) =>
      Array.from({ length: 80 }, (_, index) => {
        const startTime = ago(30 * (40 - index) - 20);
        const endTime = new Date(startTime.getTime() + 30 * minute);
        return {
          tenantId,
          staffId,
          customerId: others[person],
          serviceId: offered[person],
          branchId: places[person % places.length],
          startTime,
          endTime,
          status: index < 40 ? "completed" : "scheduled",
          source: "phone",
        } as const;
      }),
    ),
  );
  for (let failed = 0; failed < 30; failed++)
    await insertAppointment(ctx, { customerId, syncState: "failed" });
  await ctx.db
    .insert(callbacks)
    .values(Array.from({ length: 300 }, (_, index) => ({ tenantId, customerId, dueAt: ago(-index) })));
  const costOf = async (work: (ctx: TenantContext) => Promise<readonly unknown[]>) => {
    const { result, rowsRead, triedInVain } = await countRowsRead((db) => work({ ...ctx, db }));
    expect(rowsRead).toBeLessThanOrEqual(rowsAllowed(result.length));
    // Times that are held for others are looked at: they are few over all businesses.
    if (work !== listCurrentCalls) expect(triedInVain).toBe(0);
    return result.length;
  };
  expect(await costOf(listCurrentCalls)).toBe(3);
  expect(await costOf(listNextAppointments)).toBe(10);
  expect(await costOf(async (of) => (await listDueCallbacks(of)).rows)).toBe(6);
  const owner = as(ctx, { type: "user", userId: 1, role: "owner" });
  expect(await costOf(async ({ db }) => (await listAttention({ ...owner, db })).rows)).toBe(6);

  // One after the other: a further connection would greet the database, too.
  const { statements } = await statementsOf(async () => {
    const rest = [listCurrentCalls, listDueCallbacks, listNextAppointments, listServices, listAttention];
    for (const part of [getSetup, ...rest]) await part(owner);
  });
  expect(statements.length, statements.join("\n")).toBeLessThanOrEqual(8);
});
