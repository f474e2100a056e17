import { and, eq, gte, inArray, lt } from "drizzle-orm";
import type { BookingRule } from "@/contracts/booking-rules";
import type { AppointmentAction } from "@/contracts/change-refusals";
import { calendarMonth } from "@/lib/day-range";
import type { Queryable } from "@/server/db";
import { appointments, bookingRules, branches, events } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import type { AppointmentRow } from "../appointments/appointment";
import { isCustomers } from "./actors";
import { mergeRules } from "./booking-rule";
import { type ChangeVerdict, judgeChange } from "./judge-change";
import { branchScope, serviceScope, tenantScope } from "./scopes";

type Subject = Pick<AppointmentRow, "branchId" | "serviceId" | "customerId" | "startTime" | "moveCount">;

/** What the rules say to a customer who wants this now. Changes nothing; the verbs ask again under their lock. */
export async function judgeAppointmentChange(
  ctx: TenantContext,
  appointment: Subject,
  action: AppointmentAction,
  db: Queryable = ctx.db,
): Promise<ChangeVerdict> {
  requirePermission(ctx, "appointments:write");
  const now = new Date();
  const rule = await findRule(ctx, db, appointment);
  const counts = action === "cancel" && rule.maxCancellationsPerMonth !== null;
  return judgeChange(rule, {
    action,
    start: appointment.startTime,
    now,
    moveCount: appointment.moveCount,
    cancellationsThisMonth: counts ? await countCancellations(ctx, db, appointment, now) : 0,
  });
}

async function findRule(
  ctx: TenantContext,
  db: Queryable,
  { branchId, serviceId }: Subject,
): Promise<BookingRule> {
  const narrowestFirst = [
    ...(serviceId === null ? [] : [serviceScope(serviceId)]),
    ...(branchId === null ? [] : [branchScope(branchId)]),
    tenantScope,
  ];
  const rows = await db
    .select()
    .from(bookingRules)
    .where(and(eq(bookingRules.tenantId, ctx.tenant.id), inArray(bookingRules.scope, narrowestFirst)));
  return mergeRules(narrowestFirst.flatMap((scope) => rows.filter((row) => row.scope === scope)));
}

/** What the customer cancelled this month; what the business or its calendar cancelled is not held against them. */
async function countCancellations(
  ctx: TenantContext,
  db: Queryable,
  { customerId, branchId }: Subject,
  now: Date,
): Promise<number> {
  if (customerId === null) return 0;
  const month = calendarMonth(now, await zoneOf(ctx, db, branchId));
  const rows = await db
    .select({ id: appointments.id, actor: events.actor })
    .from(appointments)
    .innerJoin(
      events,
      and(
        eq(events.tenantId, appointments.tenantId),
        eq(events.entityType, "appointment"),
        eq(events.entityId, appointments.id),
        eq(events.type, "appointment.cancelled"),
      ),
    )
    .where(
      and(
        eq(appointments.tenantId, ctx.tenant.id),
        eq(appointments.customerId, customerId),
        eq(appointments.status, "cancelled"),
        gte(appointments.cancelledAt, month.from),
        lt(appointments.cancelledAt, month.before),
      ),
    );
  return new Set(rows.filter(({ actor }) => isCustomers(actor)).map(({ id }) => id)).size;
}

async function zoneOf(ctx: TenantContext, db: Queryable, branchId: number | null): Promise<string> {
  if (branchId === null) return ctx.tenant.timeZone;
  const [branch] = await db
    .select({ timeZone: branches.timeZone })
    .from(branches)
    .where(and(eq(branches.tenantId, ctx.tenant.id), eq(branches.id, branchId)));
  return branch?.timeZone ?? ctx.tenant.timeZone;
}
