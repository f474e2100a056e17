import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { customers, events } from "@/server/db/schema";
import { as, createTenant, uniquePhone } from "@/test/factories";
import type { TenantContext } from "../_core/context";
import { changeCustomer } from "./change-customer";
import { createCustomer } from "./create-customer";
import { listCustomerRows } from "./list-customer-rows";

const blank = { phone: null, email: null, birthdate: null, notes: null };
const eventsOf = (ctx: TenantContext, type: string) =>
  ctx.db
    .select({ data: events.data })
    .from(events)
    .where(and(eq(events.tenantId, ctx.tenant.id), eq(events.type, type)));

test("a number is understood as people write it, and the event names what changed", async () => {
  const ctx = await createTenant();
  const { id } = await createCustomer(ctx, { name: "Ada" });
  const changed = await changeCustomer(ctx, {
    ...blank,
    customerId: id,
    name: "Ada",
    phone: "0176 / 1234-5678",
  });
  expect(changed.phone).toBe("+4917612345678");
  expect(await eventsOf(ctx, "customer.changed")).toEqual([{ data: { customerId: id, fields: ["phone"] } }]);
});

test("saving what is there already changes nothing and says nothing", async () => {
  const ctx = await createTenant();
  const { id } = await createCustomer(ctx, { name: "Ada", notes: "Hund" });
  await changeCustomer(ctx, { ...blank, customerId: id, name: " Ada ", notes: "Hund" });
  expect(await eventsOf(ctx, "customer.changed")).toEqual([]);
});

describe("two people write about one customer at once", () => {
  const seen = { ...blank, name: "Ada", notes: "Hund" };
  async function twoWriters() {
    const ctx = await createTenant();
    const { id: customerId } = await createCustomer(ctx, seen);
    await changeCustomer(ctx, { ...seen, customerId, seen, notes: "Hund, Allergie" });
    return { ctx, customerId };
  }

  test("what only one of them changed stays changed, as long as they say what they saw", async () => {
    const { ctx, customerId } = await twoWriters();
    const changed = await changeCustomer(ctx, { ...seen, customerId, seen, email: "ada@example.test" });
    expect(changed).toMatchObject({ email: "ada@example.test", notes: "Hund, Allergie" });
  });

  test("control: without that the later one writes everything", async () => {
    const { ctx, customerId } = await twoWriters();
    const changed = await changeCustomer(ctx, { ...seen, customerId, email: "ada@example.test" });
    expect(changed.notes).toBe("Hund");
  });

  test("what both changed is refused to the later one, unless both say the same", async () => {
    const { ctx, customerId } = await twoWriters();
    const refused = changeCustomer(ctx, { ...seen, customerId, seen, notes: "Katze" });
    await expect(refused).rejects.toMatchObject({ code: "customer.changed_meanwhile", kind: "conflict" });
    const same = await changeCustomer(ctx, { ...seen, customerId, seen, notes: "Hund, Allergie" });
    expect(same.notes).toBe("Hund, Allergie");
  });
});

test.each(["phone", "email"] as const)("somebody else's %s is refused at its field", async (field) => {
  const ctx = await createTenant();
  const taken = { phone: uniquePhone(), email: "ada@example.test" };
  await createCustomer(ctx, { name: "Ada", ...taken });
  const { id } = await createCustomer(ctx, { name: "Grace" });
  const change = changeCustomer(ctx, { ...blank, customerId: id, name: "Grace", [field]: taken[field] });
  await expect(change).rejects.toMatchObject({
    code: `customer.${field}_taken`,
    kind: "conflict",
    details: { fields: { [field]: "taken" } },
  });
});

test("whoever may only read changes nobody", async () => {
  const ctx = await createTenant();
  const { id } = await createCustomer(ctx, { name: "Ada" });
  const viewer = as(ctx, { type: "user", userId: 1, role: "viewer" });
  await expect(changeCustomer(viewer, { ...blank, customerId: id, name: "Eve" })).rejects.toMatchObject({
    kind: "forbidden",
  });
});

/** Named people first, twins among them, then those without a name: three pages. */
async function crowd() {
  const ctx = await createTenant();
  const tenantId = ctx.tenant.id;
  const named = Array.from({ length: 70 }, (_, i) => ({
    tenantId,
    name: i % 10 === 0 ? "Zwilling" : `Person ${i}`,
  }));
  const nameless = Array.from({ length: 50 }, () => ({ tenantId, name: null }));
  await ctx.db.insert(customers).values([...nameless, ...named]);
  return ctx;
}

test("paging on and back shows everybody once, the nameless last", async () => {
  const ctx = await crowd();
  const first = await listCustomerRows(ctx, {});
  const second = await listCustomerRows(ctx, { cursor: first.next ?? "" });
  const third = await listCustomerRows(ctx, { cursor: second.next ?? "" });
  const all = [first, second, third].flatMap((page) => page.rows);
  expect(new Set(all.map((row) => row.id)).size).toBe(120);
  expect(all.findIndex((row) => row.name === null)).toBe(70);
  expect([first.previous, third.next]).toEqual([null, null]);

  const back = await listCustomerRows(ctx, { cursor: third.previous ?? "" });
  expect(back.rows).toEqual(second.rows);
  const start = await listCustomerRows(ctx, { cursor: back.previous ?? "" });
  expect(start.rows).toEqual(first.rows);
  expect(start.previous).toBeNull();
});

test.each(["0176 / 1234 5678", "+49 176 12345678", "0049 (0)176 1234", "176 1234", "ada@ex", "lovel"])(
  "%s finds the customer",
  async (search) => {
    const ctx = await createTenant();
    await createCustomer(ctx, { name: "Ada Lovelace", phone: "+4917612345678", email: "ada@example.test" });
    await createCustomer(ctx, { name: "Grace Hopper", phone: "+493012345678" });
    const { rows } = await listCustomerRows(ctx, { search });
    expect(rows.map((row) => row.name)).toEqual(["Ada Lovelace"]);
  },
);
