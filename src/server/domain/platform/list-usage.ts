import { and, gte, inArray, lt, sql } from "drizzle-orm";
import { type UsageList, usageList } from "@/contracts/platform";
import { callDayRollups } from "@/server/db/schema";
import type { PlatformContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { listTenants } from "./list-tenants";

interface Usage {
  tenantId: string;
  name: string;
  slug: string;
  calls: number;
  /** Seconds that were talked. */
  durationSec: number;
  /** As Retell bills: US cents, fractions included. */
  costUsdCents: number;
}

/** What each business's phone did in a calendar month on the branch's wall; from the rollup, whatever the volume. */
export async function listUsage(ctx: PlatformContext, input: UsageList) {
  requirePermission(ctx, "platform:admin");
  const { month, cursor } = usageList.parse(input);
  const { rows, ...turns } = await listTenants(ctx, { cursor });
  const sums = new Map(
    (
      await sumOfMonth(
        ctx,
        month,
        rows.map(({ id }) => id),
      )
    ).map((sum) => [sum.tenantId, sum]),
  );
  return {
    ...turns,
    rows: rows.map(({ id, name, slug }): Usage => {
      const { calls = 0, durationSec = 0, costUsdCents = 0 } = sums.get(id) ?? {};
      return { tenantId: id, name, slug, calls, durationSec, costUsdCents };
    }),
  };
}

/** All of it, page by page, for a file. */
export async function* walkUsage(ctx: PlatformContext, month: string): AsyncGenerator<Usage[]> {
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page: Awaited<ReturnType<typeof listUsage>> = await listUsage(ctx, { month, cursor });
    yield page.rows;
    cursor = page.next;
  }
}

async function sumOfMonth(ctx: PlatformContext, month: string, tenantIds: string[]) {
  if (tenantIds.length === 0) return [];
  const next = new Date(`${month}-01T00:00:00Z`);
  next.setUTCMonth(next.getUTCMonth() + 1);
  const total = (column: (typeof callDayRollups)["calls" | "durationSec" | "costUsdCents"]) =>
    sql<number>`sum(${column})`.mapWith(Number);
  return ctx.db
    .select({
      tenantId: callDayRollups.tenantId,
      calls: total(callDayRollups.calls),
      durationSec: total(callDayRollups.durationSec),
      costUsdCents: total(callDayRollups.costUsdCents),
    })
    .from(callDayRollups)
    .where(
      and(
        inArray(callDayRollups.tenantId, tenantIds),
        gte(callDayRollups.day, `${month}-01`),
        lt(callDayRollups.day, next.toISOString().slice(0, 10)),
      ),
    )
    .groupBy(callDayRollups.tenantId);
}
