import { and, eq, inArray, or } from "drizzle-orm";
import { calcomBookings, calcomConnections, calcomEventTypes, staff, tenants } from "@/server/db/schema";
import type { CalcomNotice } from "@/server/integrations/calcom/webhook-payloads";
import type { PlatformContext } from "../_core/context";

/**
 * Whose booking a webhook is about: the tenant that knows its uid, else the one with its event type, else the one
 * whose people host it. Undefined where nobody or more than one fits; then it is given to nobody.
 */
export async function findBookingTenant(
  ctx: PlatformContext,
  notice: Exclude<CalcomNotice, { kind: "ignored" }>,
): Promise<string | undefined> {
  const uids = notice.kind === "booking" ? [notice.booking.uid, notice.booking.previousUid] : [notice.uid];
  const byUid = await tenantsKnowingUid(
    ctx,
    uids.flatMap((uid) => uid ?? []),
  );
  if (byUid.size === 1) return [...byUid][0];
  if (notice.kind !== "booking") return undefined;
  const { eventTypeId, hostEmails } = notice.booking;
  const byType = eventTypeId === null ? new Set<string>() : await tenantsWithEventType(ctx, eventTypeId);
  if (byType.size === 1) return [...byType][0];
  const byHost = await tenantsOfHosts(ctx, hostEmails);
  const candidates = byType.size > 1 ? [...byHost].filter((tenantId) => byType.has(tenantId)) : [...byHost];
  return candidates.length === 1 ? candidates[0] : undefined;
}

async function tenantsKnowingUid(ctx: PlatformContext, uids: string[]): Promise<Set<string>> {
  if (uids.length === 0) return new Set();
  const rows = await ctx.db
    .select({ tenantId: calcomBookings.tenantId })
    .from(calcomBookings)
    .where(inArray(calcomBookings.uid, uids));
  return new Set(rows.map((row) => row.tenantId));
}

async function tenantsWithEventType(ctx: PlatformContext, calcomId: number): Promise<Set<string>> {
  const rows = await ctx.db
    .select({ tenantId: calcomEventTypes.tenantId })
    .from(calcomEventTypes)
    .where(and(eq(calcomEventTypes.calcomId, calcomId), eq(calcomEventTypes.active, true)));
  return new Set(rows.map((row) => row.tenantId));
}

async function tenantsOfHosts(ctx: PlatformContext, emails: string[]): Promise<Set<string>> {
  if (emails.length === 0) return new Set();
  const rows = await ctx.db
    .selectDistinct({ tenantId: calcomConnections.tenantId })
    .from(calcomConnections)
    .innerJoin(tenants, and(eq(tenants.id, calcomConnections.tenantId), eq(tenants.calendarSource, "calcom")))
    .leftJoin(staff, eq(staff.tenantId, calcomConnections.tenantId))
    .where(or(inArray(calcomConnections.organizerEmail, emails), inArray(staff.email, emails)));
  return new Set(rows.map((row) => row.tenantId));
}
