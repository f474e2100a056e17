import { expect, test } from "vitest";
import type { CallOutcome } from "@/contracts/calls";
import { calls } from "@/server/db/schema";
import { createTenant } from "@/test/factories";
import type { TenantContext } from "../_core/context";
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
