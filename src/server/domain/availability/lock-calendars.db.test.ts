import { setTimeout as delay } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { appointments } from "@/server/db/schema";
import { createBusiness } from "@/test/factories";
import { localTime } from "@/test/local-time";
import { lockCalendars } from "./lock-calendars";

test("someone who locks two people and someone who books one of them wait in turn and never deadlock", async () => {
  const { ctx, staffIds, branchId, serviceId } = await createBusiness({}, 8);
  const [one, other] = staffIds as [number, number];
  let mover: Promise<unknown> | undefined;
  const waiting = async () => {
    const [rows] = await ctx.db.execute(
      sql`SELECT COUNT(*) AS n FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT' AND trx_query LIKE ${`%${ctx.tenant.id}%`}`,
    );
    return Number((rows as unknown as { n: number }[])[0]?.n) > 0;
  };
  const booker = ctx.db.transaction(async (tx) => {
    await lockCalendars(ctx, tx, { staffIds: [one] });
    mover = ctx.db
      .transaction((second) => lockCalendars(ctx, second, { staffIds: [other, one] }))
      .catch((error) => error);
    // The server refreshes this view only when nobody read it for 100 ms.
    while (!(await waiting())) await delay(200);
    await tx.insert(appointments).values({
      tenantId: ctx.tenant.id,
      staffId: one,
      serviceId,
      branchId,
      startTime: localTime(2, "10:00"),
      endTime: localTime(2, "10:30"),
      status: "scheduled",
      source: "phone",
    });
  });
  await expect(booker).resolves.toBeUndefined();
  expect(await mover).toHaveLength(2);
});
