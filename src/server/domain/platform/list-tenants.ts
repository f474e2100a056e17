import { asc, count, eq, gte, max } from "drizzle-orm";
import { calls, phoneNumbers, tenants } from "@/server/db/schema";
import type { PlatformContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";

const weekMs = 7 * 24 * 3_600_000;
const shown = 500;

/** Every business by name, with how many numbers it has and what its phone did in the last seven days. */
export async function listTenants(ctx: PlatformContext, now = new Date()) {
  requirePermission(ctx, "platform:admin");
  const [rows, numbers, week] = await Promise.all([
    ctx.db
      .select({
        id: tenants.id,
        slug: tenants.slug,
        name: tenants.name,
        kind: tenants.kind,
        status: tenants.status,
        calendarSource: tenants.calendarSource,
        timeZone: tenants.timeZone,
      })
      .from(tenants)
      .orderBy(asc(tenants.name))
      .limit(shown),
    ctx.db
      .select({ tenantId: phoneNumbers.tenantId, numbers: count() })
      .from(phoneNumbers)
      .groupBy(phoneNumbers.tenantId),
    ctx.db
      .select({ tenantId: calls.tenantId, calls: count(), lastCallAt: max(calls.startTimestamp) })
      .from(calls)
      .innerJoin(tenants, eq(tenants.id, calls.tenantId))
      .where(gte(calls.startTimestamp, new Date(now.getTime() - weekMs)))
      .groupBy(calls.tenantId),
  ]);
  const numbersOf = new Map(numbers.map((row) => [row.tenantId, row.numbers]));
  const weekOf = new Map(week.map((row) => [row.tenantId, row]));
  return rows.map((tenant) => ({
    ...tenant,
    numbers: numbersOf.get(tenant.id) ?? 0,
    callsLastWeek: weekOf.get(tenant.id)?.calls ?? 0,
    lastCallAt: weekOf.get(tenant.id)?.lastCallAt ?? null,
  }));
}
