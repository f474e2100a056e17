import { and, asc, eq, gte, lt } from "drizzle-orm";
import type { AppointmentStatus } from "@/contracts/appointment-states";
import type { Page, PageRequest } from "@/contracts/pages";
import { dayRange } from "@/lib/day-range";
import { appointments } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { countWithinReach, pageOf, pageWindow } from "../_core/paginate";
import { requirePermission } from "../_core/permissions";
import type { AppointmentRow } from "./appointment";

export interface AppointmentPageRequest extends PageRequest {
  status?: AppointmentStatus;
  staffId?: number;
  /** Days in the business's zone, both inclusive: "YYYY-MM-DD". */
  fromDate?: string;
  toDate?: string;
}

/** Numbered pages by start, then id. The page is found in the index; only its rows are read. */
export async function listAppointmentPage(
  ctx: TenantContext,
  request: AppointmentPageRequest,
): Promise<Page<AppointmentRow>> {
  requirePermission(ctx, "appointments:read");
  const { from, before } = dayRange(request, ctx.tenant.timeZone);
  const { status, staffId } = request;
  const where = and(
    eq(appointments.tenantId, ctx.tenant.id),
    from && gte(appointments.startTime, from),
    before && lt(appointments.startTime, before),
    status === undefined ? undefined : eq(appointments.status, status),
    staffId === undefined ? undefined : eq(appointments.staffId, staffId),
  );
  const order = [asc(appointments.startTime), asc(appointments.id)];
  const { limit, offset } = pageWindow(request);
  const page = ctx.db
    .select({ id: appointments.id })
    .from(appointments)
    .where(where)
    .orderBy(...order)
    .limit(limit)
    .offset(offset)
    .as("page");
  const rows = await ctx.db
    .select({ appointment: appointments })
    .from(page)
    .innerJoin(appointments, and(eq(appointments.tenantId, ctx.tenant.id), eq(appointments.id, page.id)))
    .orderBy(...order);
  return pageOf(
    rows.map((row) => row.appointment),
    request,
    () => countWithinReach(ctx.db, appointments, where, order),
  );
}
