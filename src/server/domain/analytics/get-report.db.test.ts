import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { CallFilter } from "@/contracts/call-list";
import { callMarks, missedReasons } from "@/contracts/call-marks";
import { callOutcomes, missedOutcomes } from "@/contracts/calls";
import { hourMs } from "@/lib/calendar-time";
import { agents, appointments, calls, offers, rollupStates, toolInvocations } from "@/server/db/schema";
import { createBusiness, platformContext } from "@/test/factories";
import { recordEvent } from "../_core/record-event";
import { listAppointmentRows } from "../appointments/list-appointment-rows";
import { listCallRows } from "../calls/list-call-rows";
import { markUncounted } from "./audit-rollups";
import { getReport } from "./get-report";
import { markInstant, markPeriod } from "./mark-hours";
import { refreshRollups } from "./refresh-rollups";

type Business = Awaited<ReturnType<typeof createBusiness>>;
const days = { fromDate: "2026-10-19", toDate: "2026-11-01" };

interface Told {
  start: string;
  outcome: (typeof calls.$inferInsert)["outcome"];
  asked?: boolean;
  offered?: boolean;
  appointment?: "completed" | "no_show" | "scheduled";
}

const week: Told[] = [
  { start: "2026-10-20T07:30Z", outcome: "booked", asked: true, offered: true, appointment: "completed" },
  { start: "2026-10-20T07:45Z", outcome: "booked", asked: true, offered: true, appointment: "no_show" },
  { start: "2026-10-25T00:30Z", outcome: "hung_up" },
  { start: "2026-10-25T01:30Z", outcome: "hung_up", asked: true },
  { start: "2026-10-27T08:30Z", outcome: "unresolved", asked: true, offered: true },
  { start: "2026-10-27T08:50Z", outcome: "information" },
  { start: "2026-10-06T08:00Z", outcome: "booked", asked: true, offered: true, appointment: "scheduled" },
];

type Place = Omit<Business, "branchId" | "agentId"> & { branchId: number | null; agentId: number | null };

async function tell({ ctx, branchId, agentId, serviceId, staffIds }: Place, told: Told[]) {
  const { db, tenant } = ctx;
  const tenantId = tenant.id;
  const at = new Date("2026-10-30T08:00Z");
  const slot = { startTime: at, endTime: new Date(at.getTime() + 1_800_000), priceCents: 3900 };
  for (const { start, outcome, asked, offered, appointment } of told) {
    const startTimestamp = new Date(start);
    const [row] = await db
      .insert(calls)
      .values({
        tenantId,
        branchId,
        agentId,
        callId: randomUUID(),
        startTimestamp,
        lastActivityAt: startTimestamp,
        status: "ended",
        durationSec: 60,
        costUsdCents: 10.5,
        outcome,
      })
      .$returningId();
    const callId = row?.id as number;
    if (asked)
      await db.insert(toolInvocations).values({
        tenantId,
        callId,
        invocationKey: "1",
        name: "check_availability",
        args: {},
        status: "succeeded",
      });
    if (offered && branchId !== null)
      await db.insert(offers).values({
        ...slot,
        tenantId,
        callId,
        code: "1",
        serviceId,
        staffId: staffIds[0] as number,
        furtherStaffIds: [],
        branchId,
        source: "own",
      });
    if (appointment)
      await db
        .insert(appointments)
        .values({ ...slot, tenantId, callId, branchId, status: appointment, source: "phone" });
  }
  await markPeriod(db, tenantId);
  await refreshRollups(ctx);
}

test("tells what became of calls and appointments, beside the same number of days before", async () => {
  const business = await createBusiness();
  await tell(business, week);
  const report = await getReport(business.ctx, days);
  expect(report.before).toEqual({ fromDate: "2026-10-05", toDate: "2026-10-18" });
  expect(report.totals).toMatchObject({
    calls: 6,
    wished: 4,
    offered: 3,
    booked: 2,
    attended: 1,
    missedHungUp: 1,
    missedNoTime: 1,
    missedDeclined: 1,
    bookedCents: 7800,
    durationSec: 360,
    costUsdCents: 63,
  });
  expect(report.totalsBefore).toMatchObject({ calls: 1, booked: 1, bookedCents: 3900 });
  expect(report.appointments).toEqual({
    ...{ pending: 0, scheduled: 1, completed: 1, cancelled: 0, noShow: 1 },
  });
  expect(report.days.filter(({ calls: n }) => n > 0).map(({ day, calls: n }) => `${day} ${n}`)).toEqual([
    "2026-10-20 2",
    "2026-10-25 2",
    "2026-10-27 2",
  ]);
  expect(report.days[1]).toMatchObject({
    ...{ day: "2026-10-20", before: { day: "2026-10-06", calls: 1 } },
  });
});

test("is beside the time it is compared with, however long that is, and nothing between the two", async () => {
  const business = await createBusiness();
  const call = (start: string): Told => ({ start, outcome: "booked", appointment: "completed" });
  // The first and the last day of February, what follows it, and a March with one day of summer time.
  const february = ["2027-02-01T08:00Z", "2027-02-28T08:00Z"];
  await tell(
    business,
    [...february, "2027-03-01T08:00Z", "2027-03-29T08:00Z", "2027-03-31T08:00Z"].map(call),
  );
  const whole = await getReport(business.ctx, {
    ...{ fromDate: "2027-03-01", toDate: "2027-03-31" },
    before: { fromDate: "2027-02-01", toDate: "2027-02-28" },
  });
  expect(whole.before).toEqual({ fromDate: "2027-02-01", toDate: "2027-02-28" });
  expect([whole.totals.calls, whole.totalsBefore.calls]).toEqual([3, 2]);
  expect(whole.days).toHaveLength(31);
  expect(whole.days.flatMap(({ day, before }) => (before?.calls ? `${day} ${before.calls}` : []))).toEqual([
    "2027-03-01 1",
    "2027-03-28 1",
  ]);
  expect(whole.days.filter(({ before }) => before === null).map(({ day }) => day)).toEqual([
    "2027-03-29",
    "2027-03-30",
    "2027-03-31",
  ]);
  const soFar = await getReport(business.ctx, {
    ...{ fromDate: "2027-03-01", toDate: "2027-03-10" },
    before: { fromDate: "2027-02-01", toDate: "2027-02-10" },
  });
  expect([soFar.totals.calls, soFar.totalsBefore.calls]).toEqual([1, 1]);
  expect(soFar.appointmentsBefore).toMatchObject({ completed: 0 });
});

test("says so while a business has yet to be counted, wholly or for the most part", async () => {
  const business = await createBusiness();
  const { ctx } = business;
  const says = async () => (await getReport(ctx, days)).isCounting;
  expect(await says()).toBe(true);
  await markUncounted(platformContext());
  await refreshRollups(ctx);
  expect(await says()).toBe(false);

  const hours = (count: number) =>
    Array.from({ length: count }, (_, index) => markInstant(ctx.db, ctx.tenant.id, new Date(index * hourMs)));
  await Promise.all(hours(5));
  // What goes on at any moment is no reason.
  expect(await says()).toBe(false);
  await Promise.all(hours(200));
  expect(await says()).toBe(true);
  await refreshRollups(ctx);
  expect(await says()).toBe(false);

  await ctx.db.update(rollupStates).set({ shape: 0 }).where(eq(rollupStates.tenantId, ctx.tenant.id));
  expect(await says()).toBe(true);
});

test("every number leads to as many rows, also across the doubled hour", async () => {
  const business = await createBusiness();
  await tell(business, week);
  const { ctx, branchId, agentId } = business;
  const report = await getReport(ctx, days);
  const shown = async (filter: CallFilter) => (await listCallRows(ctx, { ...days, ...filter })).rows.length;
  expect(await shown({})).toBe(report.totals.calls);
  const counters = {
    wished: "wished",
    offered: "offered",
    booked: "booked",
    attended: "attended",
    missed_failed: "missedFailed",
    missed_no_time: "missedNoTime",
    missed_declined: "missedDeclined",
    missed_hung_up: "missedHungUp",
    missed_unclear: "missedUnclear",
  } as const;
  for (const mark of callMarks) expect(await shown({ mark }), mark).toBe(report.totals[counters[mark]]);
  for (const { weekday, hour, calls: n, missed } of report.hours) {
    expect(await shown({ weekday, hour })).toBe(n);
    expect(await shown({ weekday, hour, outcomes: [...missedOutcomes] })).toBe(missed);
  }
  expect(report.hours).toContainEqual(expect.objectContaining({ weekday: 7, hour: 2, calls: 2 }));
  expect(report.hours.reduce((sum, { missed }) => sum + missed, 0)).toBe(
    missedReasons.reduce((sum, reason) => sum + report.totals[counters[reason]], 0),
  );
  expect(await shown({ branchId })).toBe(report.branches[0]?.calls);
  expect(await shown({ agentId, mark: "booked" })).toBe(report.agents[0]?.booked);
  const withoutBooking = callOutcomes.filter((outcome) => outcome !== "booked");
  expect(await shown({ mark: "offered", outcomes: withoutBooking })).toBe(
    report.totals.offered - report.totals.booked,
  );
  const { rows } = await listAppointmentRows(ctx, { ...days, status: "no_show", sort: "startTime" });
  expect(rows).toHaveLength(report.appointments.noShow);
});

test("minutes, costs and values are what the rows behind them come to, of calls without a branch or agent too", async () => {
  const business = await createBusiness();
  const { ctx } = business;
  await tell(business, week);
  await tell({ ...business, branchId: null, agentId: null }, [
    { start: "2026-10-21T08:00Z", outcome: "booked", asked: true, offered: true, appointment: "completed" },
    { start: "2026-10-22T08:00Z", outcome: "information" },
  ]);
  const { totals, branches, agents: answering } = await getReport(ctx, days);
  const sums = async (filter: CallFilter) => {
    const { rows } = await listCallRows(ctx, { ...days, ...filter });
    const sum = (key: "durationSec" | "costUsdCents" | "bookedCents") =>
      rows.reduce((all, row) => all + (row[key] ?? 0), 0);
    return {
      calls: rows.length,
      ...{
        durationSec: sum("durationSec"),
        costUsdCents: sum("costUsdCents"),
        bookedCents: sum("bookedCents"),
      },
    };
  };
  expect(totals).toMatchObject(await sums({}));
  expect(await sums({ mark: "booked" })).toMatchObject({
    calls: totals.booked,
    bookedCents: totals.bookedCents,
  });
  expect(branches.map(({ id }) => id)).toEqual([business.branchId, null]);
  for (const branch of branches) expect(branch).toMatchObject(await sums({ branchId: branch.id ?? 0 }));
  for (const agent of answering) expect(agent).toMatchObject(await sums({ agentId: agent.id ?? 0 }));
});

test("is narrowed to a branch and to an agent", async () => {
  const business = await createBusiness();
  await tell(business, week);
  const { ctx, branchId, agentId } = business;
  const [other] = await ctx.db
    .insert(agents)
    .values({ tenantId: ctx.tenant.id, name: "Zweiter", retellAgentId: randomUUID() })
    .$returningId();
  await tell({ ...business, agentId: other?.id as number }, [
    { start: "2026-10-21T08:00Z", outcome: "information" },
  ]);
  const count = async (narrow: object) => (await getReport(ctx, { ...days, ...narrow })).totals.calls;
  expect([await count({}), await count({ branchId }), await count({ agentId })]).toEqual([7, 7, 6]);
  expect(await count({ branchId, agentId: other?.id })).toBe(1);
});

test("an appointment that is corrected later changes the numbers of its call's day", async () => {
  const business = await createBusiness();
  await tell(business, week);
  const { ctx } = business;
  const [row] = (await listAppointmentRows(ctx, { ...days, status: "no_show", sort: "startTime" })).rows;
  const appointmentId = row?.id as number;
  await ctx.db.transaction(async (tx) => {
    await tx.update(appointments).set({ status: "completed" }).where(eq(appointments.id, appointmentId));
    await recordEvent(ctx, tx, "appointment.completed", appointmentId, { appointmentId });
  });
  await refreshRollups(ctx);
  expect((await getReport(ctx, days)).totals.attended).toBe(2);
});
