import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { CallOutcome } from "@/contracts/calls";
import { appointments, calls } from "@/server/db/schema";
import { createTenant } from "@/test/factories";
import type { TenantContext } from "../_core/context";
import { markPeriod } from "../analytics/mark-hours";
import { refreshRollups } from "../analytics/refresh-rollups";
import { completeCallback } from "../callbacks/complete-callback";
import { reopenCallback } from "../callbacks/reopen-callback";
import { requestCallback } from "../callbacks/request-callback";
import { createCustomer } from "../customers/create-customer";
import { findNeighbours } from "./find-neighbours";
import { listCallRows } from "./list-call-rows";

const noon = new Date("2026-10-25T11:00:00Z");

interface CallFacts {
  start?: Date;
  outcome?: CallOutcome;
  customerId?: number;
  fromNumber?: string | null;
  analysis?: Record<string, unknown>;
}

async function addCalls(ctx: TenantContext, facts: CallFacts[]) {
  const rows = await ctx.db
    .insert(calls)
    .values(
      facts.map(({ start = noon, ...rest }, i) => ({
        tenantId: ctx.tenant.id,
        callId: `call_${ctx.tenant.slug}_${start.getTime()}_${i}`,
        startTimestamp: start,
        lastActivityAt: start,
        status: "ended" as const,
        ...rest,
      })),
    )
    .$returningId();
  return rows.map((row) => row.id);
}

test("paging on and back shows every call once, also where many began at the same instant", async () => {
  const ctx = await createTenant();
  await addCalls(
    ctx,
    Array.from({ length: 120 }, (_, i) => ({ start: new Date(noon.getTime() + (i % 3)) })),
  );
  const first = await listCallRows(ctx, {});
  const second = await listCallRows(ctx, { cursor: first.next ?? "" });
  const third = await listCallRows(ctx, { cursor: second.next ?? "" });
  expect(new Set([first, second, third].flatMap((page) => page.rows.map((row) => row.id))).size).toBe(120);
  expect([first.previous, third.next]).toEqual([null, null]);
  expect((await listCallRows(ctx, { cursor: third.previous ?? "" })).rows).toEqual(second.rows);
});

test("oldest first is newest first turned round, page by page and back", async () => {
  const ctx = await createTenant();
  await addCalls(
    ctx,
    Array.from({ length: 120 }, (_, i) => ({ start: new Date(noon.getTime() + (i % 7)) })),
  );
  const read = async (sort?: "startTimestamp") => {
    const pages = [await listCallRows(ctx, { sort })];
    for (let next = pages[0]?.next; next; next = pages.at(-1)?.next)
      pages.push(await listCallRows(ctx, { sort, cursor: next }));
    return pages;
  };
  const [oldest, newest] = [await read("startTimestamp"), await read()];
  const ids = (pages: typeof oldest) => pages.flatMap(({ rows }) => rows.map(({ id }) => id));
  expect(ids(oldest)).toEqual(ids(newest).reverse());
  expect(ids(oldest)).toHaveLength(120);
  expect(oldest.map(({ previous }) => previous !== null)).toEqual([false, true, true]);
  const back = await listCallRows(ctx, { sort: "startTimestamp", cursor: oldest[2]?.previous ?? "" });
  expect(back.rows).toEqual(oldest[1]?.rows);
});

test("days are those of the business's zone, the longest one included", async () => {
  const ctx = await createTenant({ timeZone: "Europe/Berlin" });
  const [, inside, alsoInside] = await addCalls(ctx, [
    { start: new Date("2026-10-24T21:59:00Z") },
    { start: new Date("2026-10-24T22:00:00Z") },
    { start: new Date("2026-10-25T22:59:00Z") },
    { start: new Date("2026-10-25T23:00:00Z") },
  ]);
  const { rows } = await listCallRows(ctx, { fromDate: "2026-10-25", toDate: "2026-10-25" });
  expect(rows.map((row) => row.id)).toEqual([alsoInside, inside]);
});

test("a caller is found by name and by number in any spelling; the filters go together", async () => {
  const ctx = await createTenant();
  const ada = await createCustomer(ctx, { name: "Ada Lovelace", phone: "+4917612345678" });
  const [booked, , unknown] = await addCalls(ctx, [
    { customerId: ada.id, outcome: "booked", fromNumber: "+4917612345678" },
    { customerId: ada.id, outcome: "hung_up", fromNumber: null },
    { outcome: "booked", fromNumber: "+4917699999999" },
  ]);
  const found = async (search: string, outcomes?: CallOutcome[]) =>
    (await listCallRows(ctx, { search, outcomes })).rows.map((row) => row.id);
  expect(await found("lovel", ["booked"])).toEqual([booked]);
  expect(await found("0176 9999")).toEqual([unknown]);
  expect(await found("lovel")).toHaveLength(2);
});

test("a row tells what the call was about, and which was the customer's first", async () => {
  const ctx = await createTenant();
  const ada = await createCustomer(ctx, { name: "Ada" });
  await addCalls(ctx, [
    { customerId: ada.id, analysis: { call_summary: "Wollte einen Termin." } },
    {
      customerId: ada.id,
      start: new Date(noon.getTime() + 1),
      analysis: { call_summary: null, intent: "Frage" },
    },
    { start: new Date(noon.getTime() + 2) },
  ]);
  const { rows } = await listCallRows(ctx, {});
  expect(rows.map(({ reason, firstTime }) => [reason, firstTime])).toEqual([
    [null, false],
    ["Frage", false],
    ["Wollte einen Termin.", true],
  ]);
});

test("walking from call to call keeps to the filter", async () => {
  const ctx = await createTenant();
  const at = (minutes: number, outcome: CallOutcome) => ({
    start: new Date(noon.getTime() + minutes * 60_000),
    outcome,
  });
  const [oldest, middle, , newest] = await addCalls(ctx, [
    at(0, "booked"),
    at(1, "booked"),
    at(2, "hung_up"),
    at(3, "booked"),
  ]);
  expect(await findNeighbours(ctx, middle as number, { outcomes: ["booked"] })).toEqual({
    newer: newest,
    older: oldest,
  });
  expect(await findNeighbours(ctx, newest as number, {})).toMatchObject({ newer: null });
});

test("missed calls are those that came to nothing, whoever ended them", async () => {
  const ctx = await createTenant();
  const [hungUp, , unresolved] = await addCalls(ctx, [
    { outcome: "hung_up" },
    { outcome: "booked" },
    { outcome: "unresolved" },
    { outcome: "callback" },
    {},
  ]);
  const { rows } = await listCallRows(ctx, { outcomes: ["unresolved", "hung_up"] });
  expect(rows.map(({ id }) => id)).toEqual([unresolved, hungUp]);
});

test("a call waits for a callback until nobody has to call any more, and again when it is opened anew", async () => {
  const ctx = await createTenant();
  const [waiting] = await addCalls(ctx, [{ outcome: "callback" }, { outcome: "callback" }]);
  const waits = async () =>
    (await listCallRows(ctx, { callbackOpen: true })).rows.map(({ id }) => id).includes(waiting as number);
  const { id } = await requestCallback(ctx, { callId: waiting, name: "Ada", phone: "0176 12345678" });
  expect(await waits()).toBe(true);
  await completeCallback(ctx, { callbackId: id });
  expect(await waits()).toBe(false);
  await reopenCallback(ctx, { callbackId: id });
  expect(await waits()).toBe(true);
});

test("the value of a call is what was booked in it and still stands, as the reports count it", async () => {
  const ctx = await createTenant();
  const [callId] = await addCalls(ctx, [{ outcome: "booked" }]);
  const endTime = new Date(noon.getTime() + 1_800_000);
  const own = { tenantId: ctx.tenant.id, callId, endTime, source: "phone" as const };
  await ctx.db.insert(appointments).values([
    { ...own, startTime: noon, status: "scheduled", priceCents: 3900 },
    { ...own, startTime: noon, status: "completed", priceCents: 2100 },
    { ...own, startTime: noon, status: "cancelled", priceCents: 7000 },
    { ...own, startTime: noon, status: "pending", priceCents: 500 },
  ]);
  const value = async () => (await listCallRows(ctx, {})).rows[0]?.bookedCents;
  await markPeriod(ctx.db, ctx.tenant.id);
  await refreshRollups(ctx);
  expect(await value()).toBe(6000);
  await ctx.db
    .update(appointments)
    .set({ status: "cancelled" })
    .where(eq(appointments.callId, callId ?? 0));
  await markPeriod(ctx.db, ctx.tenant.id);
  await refreshRollups(ctx);
  expect(await value()).toBe(0);
});

test("a page is as long as was asked for, up to 250", async () => {
  const ctx = await createTenant();
  await addCalls(
    ctx,
    Array.from({ length: 260 }, (_, i) => ({ start: new Date(noon.getTime() + i) })),
  );
  for (const [pageRows, shown] of [
    [undefined, 50],
    [25, 25],
    [250, 250],
  ] as const)
    expect((await listCallRows(ctx, { pageRows })).rows).toHaveLength(shown);
});

test("a name that several people bear shows their calls as one list, page by page", async () => {
  const ctx = await createTenant();
  const people: number[] = [];
  for (let i = 0; i < 4; i++) people.push((await createCustomer(ctx, { name: `Ada Meyer ${i}` })).id);
  await addCalls(
    ctx,
    Array.from({ length: 70 }, (_, i) => ({
      start: new Date(noon.getTime() + i),
      customerId: people[i < 40 ? 0 : i % 4],
    })),
  );
  const all = (await listCallRows(ctx, { pageRows: 100 })).rows.map(({ id }) => id);
  const first = await listCallRows(ctx, { search: "meyer", pageRows: 25 });
  const second = await listCallRows(ctx, { search: "meyer", pageRows: 25, cursor: first.next ?? "" });
  expect([...first.rows, ...second.rows].map(({ id }) => id)).toEqual(all.slice(0, 50));
  const back = await listCallRows(ctx, { search: "meyer", pageRows: 25, cursor: second.previous ?? "" });
  expect(back.rows).toEqual(first.rows);
  expect(first.rows.filter(({ firstTime }) => firstTime)).toEqual([]);
});
