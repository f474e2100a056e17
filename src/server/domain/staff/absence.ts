import { and, eq } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import type { Queryable } from "@/server/db";
import { branches, staff } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { notFound } from "../_core/errors";

interface Absence {
  fromDate: string;
  toDate: string;
  times: { from: string; to: string } | null;
}

/** The instants of an absence: whole days, or from a time on the first day to one on the last. */
export function absenceRange({ fromDate, toDate, times }: Absence, timeZone: string) {
  const at = (date: string, plainTime: string | undefined, days: number) =>
    new Date(
      Temporal.PlainDate.from(date).add({ days }).toZonedDateTime({ timeZone, plainTime }).epochMilliseconds,
    );
  const untilMidnight = times === null || times.to === "00:00";
  return {
    start: at(fromDate, times?.from, 0),
    end: at(toDate, times?.to, untilMidnight ? 1 : 0),
  };
}

/** The zone in which somebody's days are counted: that of their branch. @throws DomainError `staff.not_found` */
export async function zoneOfStaff(ctx: TenantContext, db: Queryable, staffId: number): Promise<string> {
  const [row] = await db
    .select({ timeZone: branches.timeZone })
    .from(staff)
    .leftJoin(branches, and(eq(branches.tenantId, staff.tenantId), eq(branches.id, staff.homeBranchId)))
    .where(and(eq(staff.tenantId, ctx.tenant.id), eq(staff.id, staffId)));
  if (!row) throw notFound("staff");
  return row.timeZone ?? ctx.tenant.timeZone;
}
