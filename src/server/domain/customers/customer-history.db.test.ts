import { expect, test } from "vitest";
import { appointments } from "@/server/db/schema";
import { createTenant } from "@/test/factories";
import { createCustomer } from "./create-customer";
import { getCustomerHistory } from "./get-customer-history";

const hourMs = 3_600_000;

test.each([
  { before: 170, ahead: 30, shown: 170, older: false },
  { before: 305, ahead: 5, shown: 295, older: true },
])("of $before appointments before and $ahead ahead none is in the wrong list", async (many) => {
  const ctx = await createTenant();
  const { id: customerId } = await createCustomer(ctx, { name: "Regula Regelmäßig" });
  const now = new Date();
  const starts = [
    ...Array.from({ length: many.before }, (_, i) => -(i + 2)),
    ...Array.from({ length: many.ahead }, (_, i) => i + 1),
  ].map((hours) => now.getTime() + hours * hourMs);
  await ctx.db.insert(appointments).values(
    starts.map((start) => ({
      tenantId: ctx.tenant.id,
      customerId,
      startTime: new Date(start),
      endTime: new Date(start + hourMs),
      status: "scheduled" as const,
      source: "dashboard" as const,
    })),
  );
  const history = await getCustomerHistory(ctx, customerId, now);
  expect(history.upcoming).toHaveLength(many.ahead);
  expect(history.earlier).toHaveLength(many.shown);
  expect(history.earlier.every(({ startTime }) => startTime < now)).toBe(true);
  expect(history.olderAppointments).toBe(many.older);
});
