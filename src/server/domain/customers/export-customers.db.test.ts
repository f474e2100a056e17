import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { customers, events } from "@/server/db/schema";
import { as, createTenant } from "@/test/factories";
import type { TenantContext } from "../_core/context";
import { createCustomer } from "./create-customer";
import { exportCustomers } from "./export-customers";
import { mergeCustomers } from "./merge-customers";

async function exported(ctx: TenantContext, search?: string) {
  const names: (string | null)[] = [];
  for await (const rows of exportCustomers(ctx, search)) names.push(...rows.map((row) => row.name));
  return names;
}

test("an export holds everybody of this business once, in the order of the list, and is recorded", async () => {
  const ctx = await createTenant();
  const stranger = await createTenant();
  await createCustomer(stranger, { name: "Fremd" });
  const names = Array.from({ length: 2_500 }, (_, i) => `Person ${String(i).padStart(4, "0")}`);
  await ctx.db
    .insert(customers)
    .values([...names].reverse().map((name) => ({ tenantId: ctx.tenant.id, name })));
  expect(await exported(ctx)).toEqual(names);
  const [event] = await ctx.db
    .select()
    .from(events)
    .where(and(eq(events.tenantId, ctx.tenant.id), eq(events.type, "customer.exported")));
  expect(event?.data).toEqual({ rows: 2_500 });
});

test("an export of a search holds what the search shows, and nobody who was merged", async () => {
  const ctx = await createTenant();
  const { id: keptId } = await createCustomer(ctx, { name: "Anna Maier" });
  const { id: absorbedId } = await createCustomer(ctx, { name: "Anna Meyer" });
  await createCustomer(ctx, { name: "Jan Schulze" });
  expect(await exported(ctx, "Mayer")).toEqual(["Anna Maier", "Anna Meyer"]);
  await mergeCustomers(ctx, { keptId, absorbedId });
  expect(await exported(ctx, "Mayer")).toEqual(["Anna Maier"]);
  expect(await exported(ctx)).toEqual(["Anna Maier", "Jan Schulze"]);
});

test("whoever may only read takes nobody along", async () => {
  const viewer = as(await createTenant(), { type: "user", userId: 1, role: "viewer" });
  expect(() => exportCustomers(viewer, undefined)).toThrow("forbidden");
});
