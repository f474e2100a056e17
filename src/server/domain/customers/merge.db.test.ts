import { eq, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import {
  appointments,
  branches,
  callbacks,
  calls,
  customerMerges,
  customers,
  events,
} from "@/server/db/schema";
import { createTenant, uniquePhone } from "@/test/factories";
import type { TenantContext } from "../_core/context";
import { transact } from "../_core/transact";
import { changeCustomer } from "./change-customer";
import { createCustomer } from "./create-customer";
import { findCustomerByPhone } from "./find-customer-by-phone";
import { findOrCreateCustomer } from "./find-or-create-customer";
import { listDuplicates } from "./list-duplicates";
import { mergeCustomers, undoDays } from "./merge-customers";
import { previewMerge } from "./preview-merge";
import { searchCustomers } from "./search-customers";
import { undoMerge } from "./undo-merge";

let ctx: TenantContext;
let kept: { id: number; phone: string | null };
let absorbed: { id: number; phone: string | null };

beforeEach(async () => {
  ctx = await createTenant();
  kept = await createCustomer(ctx, { name: "Anna Maier", phone: uniquePhone(), notes: "Hund" });
  absorbed = await createCustomer(ctx, {
    name: "Anna Meyer",
    phone: uniquePhone(),
    email: "anna@example.test",
    birthdate: "1980-03-17",
    notes: "Katze",
  });
});

const pair = () => ({ keptId: kept.id, absorbedId: absorbed.id });
const day = (n: number) => new Date(Date.UTC(2026, 0, n, 9));

/** One of everything that can name a customer, for both. */
async function history() {
  const tenantId = ctx.tenant.id;
  for (const customerId of [kept.id, absorbed.id]) {
    await ctx.db.insert(appointments).values({
      tenantId,
      customerId,
      startTime: day(1),
      endTime: day(2),
      status: "completed",
      source: "dashboard",
    });
    await ctx.db.insert(calls).values({
      tenantId,
      customerId,
      callId: `call_${tenantId}_${customerId}`,
      startTimestamp: day(1),
      lastActivityAt: day(1),
    });
    await ctx.db.insert(callbacks).values({ tenantId, customerId, dueAt: day(1) });
    await ctx.db
      .insert(branches)
      .values({ tenantId, customerId, name: `Filiale ${customerId}`, federalState: "BE" });
  }
}

/** All that a merge may touch, except when it was touched and the record of the merge itself. */
async function everything() {
  const rows = await Promise.all(
    [customers, appointments, calls, callbacks, branches].map((table) =>
      ctx.db.select().from(table).where(eq(table.tenantId, ctx.tenant.id)).orderBy(table.id),
    ),
  );
  return rows.flat().map(({ updatedAt, ...row }) => row);
}

const owners = async () => {
  const all = await Promise.all(
    [appointments, calls, callbacks, branches].map((table) =>
      ctx.db.select({ owner: table.customerId }).from(table).where(eq(table.tenantId, ctx.tenant.id)),
    ),
  );
  return all.flat().map((row) => row.owner);
};

test("the preview says exactly what the merge then does", async () => {
  await history();
  const preview = await previewMerge(ctx, pair());
  expect(preview.moving).toEqual({ appointments: 1, calls: 1, callbacks: 1 });
  expect(preview.result).toEqual({
    name: "Anna Maier",
    phone: kept.phone,
    email: "anna@example.test",
    birthdate: "1980-03-17",
    notes: "Hund\n\nKatze",
  });
  await mergeCustomers(ctx, pair());
  const [row] = await ctx.db.select().from(customers).where(eq(customers.id, kept.id));
  expect(row).toMatchObject(preview.result);
  expect(new Set(await owners())).toEqual(new Set([kept.id]));
});

test("taken back, everything is as it was, to the last row", async () => {
  await history();
  const before = await everything();
  const { mergeId } = await mergeCustomers(ctx, pair());
  expect(await everything()).not.toEqual(before);
  await undoMerge(ctx, { mergeId });
  expect(await everything()).toEqual(before);
  await undoMerge(ctx, { mergeId });
  expect(await everything()).toEqual(before);
  const types = await ctx.db
    .select({ type: events.type })
    .from(events)
    .where(eq(events.tenantId, ctx.tenant.id))
    .orderBy(events.id);
  expect(types.map((row) => row.type).slice(-2)).toEqual(["customer.merged", "customer.unmerged"]);
});

test("what was changed or came in since the merge stays where it is", async () => {
  await history();
  const { mergeId } = await mergeCustomers(ctx, pair());
  await changeCustomer(ctx, {
    customerId: kept.id,
    name: "Anna Schulz",
    phone: kept.phone,
    email: "anna@example.test",
    birthdate: "1980-03-17",
    notes: "Vogel",
  });
  await ctx.db.insert(callbacks).values({ tenantId: ctx.tenant.id, customerId: kept.id, dueAt: day(3) });
  await undoMerge(ctx, { mergeId });
  const [row] = await ctx.db.select().from(customers).where(eq(customers.id, kept.id));
  expect(row).toMatchObject({ name: "Anna Schulz", notes: "Vogel", email: null, birthdate: null });
  expect((await owners()).filter((owner) => owner === absorbed.id)).toHaveLength(4);
  expect((await owners()).filter((owner) => owner === kept.id)).toHaveLength(5);
});

test("whoever calls from the number of the absorbed one is the kept one, and found by the old name", async () => {
  await mergeCustomers(ctx, pair());
  expect((await findCustomerByPhone(ctx, absorbed.phone as string))?.id).toBe(kept.id);
  const booked = await transact(ctx.db, (tx) =>
    findOrCreateCustomer(ctx, tx, { name: "Anna", phone: absorbed.phone ?? undefined }),
  );
  expect(booked.id).toBe(kept.id);
  expect((await searchCustomers(ctx, "Anna Meyer")).rows.map((row) => row.id)).toEqual([kept.id]);
});

test("after its time a merge stays", async () => {
  const now = new Date();
  const { mergeId } = await mergeCustomers(ctx, pair(), now);
  const late = new Date(now.getTime() + undoDays * 86_400_000 + 1_000);
  await expect(undoMerge(ctx, { mergeId }, late)).rejects.toMatchObject({ code: "customer_merge.too_late" });
});

test("a chain of merges is taken back from its end", async () => {
  await history();
  const third = await createCustomer(ctx, { name: "A. Maier", phone: uniquePhone() });
  const before = await everything();
  const first = await mergeCustomers(ctx, pair());
  const second = await mergeCustomers(ctx, { keptId: third.id, absorbedId: kept.id });
  expect((await findCustomerByPhone(ctx, absorbed.phone as string))?.id).toBe(third.id);
  await expect(undoMerge(ctx, first)).rejects.toMatchObject({ code: "customer_merge.superseded" });
  await undoMerge(ctx, second);
  await undoMerge(ctx, first);
  expect(await everything()).toEqual(before);
});

test("of two merges at once, one happens", async () => {
  const attempts = await Promise.allSettled([
    mergeCustomers(ctx, pair()),
    mergeCustomers(ctx, { keptId: absorbed.id, absorbedId: kept.id }),
  ]);
  expect(attempts.map((attempt) => attempt.status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(
    await ctx.db.select().from(customerMerges).where(eq(customerMerges.tenantId, ctx.tenant.id)),
  ).toHaveLength(1);
});

test("no table that names a customer is forgotten", async () => {
  const [rows] = await ctx.db.execute(sql`
    select distinct table_name as t from information_schema.key_column_usage
    where table_schema = database() and referenced_table_name = 'customers' and referenced_column_name = 'id'`);
  const tables = (rows as unknown as { t: string }[]).map((row) => row.t).sort();
  expect(tables).toEqual([
    "appointments",
    "branches",
    "callbacks",
    "calls",
    "customer_merges",
    "customer_search_keys",
    "customers",
  ]);
});

test("likely duplicates are those of a similar name whom no birthdate contradicts", async () => {
  await createCustomer(ctx, { name: "Anna Maier", birthdate: "1991-01-01" });
  await createCustomer(ctx, { name: "Jan Schulze", birthdate: "1980-03-17" });
  const swapped = await createCustomer(ctx, { name: "Mayer Anna", birthdate: "1980-03-17" });
  const ids = (await listDuplicates(ctx, absorbed.id)).map((row) => row.id);
  expect(new Set(ids)).toEqual(new Set([kept.id, swapped.id]));
  await mergeCustomers(ctx, pair());
  expect((await listDuplicates(ctx, kept.id)).map((row) => row.id)).toEqual([swapped.id]);
});
