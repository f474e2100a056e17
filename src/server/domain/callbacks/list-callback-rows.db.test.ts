import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import type { CallbackView } from "@/contracts/calls";
import { callbacks, customers } from "@/server/db/schema";
import { as, createTenant } from "@/test/factories";
import { createPerson } from "@/test/people";
import { countRowsRead, rowsAllowed } from "@/test/rows-read";
import type { TenantContext } from "../_core/context";
import { countDueCallbacks, mostCounted } from "./count-due-callbacks";
import { listCallbackRows } from "./list-callback-rows";

const many = 20_000;
let ctx: TenantContext;
const now = new Date();

/** One business owns nearly all rows of the table: where an optimizer likes to read all of them. */
beforeAll(async () => {
  const tenant = await createTenant();
  const { id: userId } = await createPerson(tenant.tenant.id, "staff");
  ctx = as(tenant, { type: "user", userId, role: "staff" });
  const tenantId = ctx.tenant.id;
  const people = Array.from({ length: 500 }, (_, i) => ({ tenantId, name: `Person ${i}` }));
  const customerIds = (await ctx.db.insert(customers).values(people).$returningId()).map((row) => row.id);
  for (let start = 0; start < many; start += 2_000) {
    await ctx.db.insert(callbacks).values(
      Array.from({ length: 2_000 }, (_, i) => {
        const n = start + i;
        const isDone = n % 3 === 0;
        return {
          tenantId,
          customerId: customerIds[n % 500],
          dueAt: new Date(now.getTime() + (n - many / 2) * 60_000),
          priority: (["low", "normal", "high", "urgent"] as const)[n % 4],
          status: isDone ? ("done" as const) : ("claimed" as const),
          claimedBy: n % 5 === 0 ? userId : null,
          claimedAt: now,
          completedAt: isDone ? new Date(now.getTime() - n * 60_000) : null,
        };
      }),
    );
  }
}, 60_000);

test.each<CallbackView>(["open", "overdue", "urgent", "mine", "done"])(
  "%s reads few rows for each it shows, on the first page, deep inside and back",
  async (view) => {
    const deep = new Date(now.getTime() - 2 * 24 * 3_600_000);
    const place = `${view === "done" ? deep.getTime() : 0}.${deep.getTime()}.${many}`;
    for (const cursor of [undefined, `>${place}`, `<${place}`]) {
      const { result, rowsRead } = await countRowsRead((db) =>
        listCallbackRows({ ...ctx, db }, { view, cursor }, now),
      );
      expect(result.rows).toHaveLength(50);
      expect(rowsRead).toBeLessThanOrEqual(rowsAllowed(50));
    }
  },
);

test("counting what is due stops where nobody counts any more", async () => {
  const { result, rowsRead } = await countRowsRead((db) => countDueCallbacks({ ...ctx, db }, now));
  expect(result).toBe(mostCounted);
  expect(rowsRead).toBeLessThanOrEqual(rowsAllowed(mostCounted));
});

test("control: a page by its number reads every row before it", async () => {
  const { rowsRead } = await countRowsRead((db) =>
    db
      .select()
      .from(callbacks)
      .where(eq(callbacks.tenantId, ctx.tenant.id))
      .orderBy(callbacks.dueAt)
      .limit(50)
      .offset(many / 2),
  );
  expect(rowsRead).toBeGreaterThan(rowsAllowed(50));
});
