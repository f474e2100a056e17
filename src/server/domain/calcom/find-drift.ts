import { and, desc, eq, gt, inArray, lt, ne } from "drizzle-orm";
import type { DriftKind } from "@/contracts/calendar-sync";
import { appointments, calcomBookings, customers } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { DomainError } from "../_core/errors";
import type { AppointmentRow } from "../appointments/appointment";
import { readAppointment } from "../appointments/queries";

export type TheirBooking = typeof calcomBookings.$inferSelect;

const isLive = (theirs: TheirBooking | undefined): theirs is TheirBooking =>
  theirs?.status === "accepted" || theirs?.status === "pending";

/** How the two versions of one appointment differ; undefined where both agree that there is nothing. */
export function describeDrift(
  ours: Pick<AppointmentRow, "status" | "startTime" | "endTime">,
  theirs: TheirBooking | undefined,
): DriftKind | undefined {
  if (!isLive(theirs)) return ours.status === "cancelled" ? undefined : "missing_there";
  if (ours.status === "cancelled") return "open_there";
  return ours.startTime.getTime() === theirs.startTime.getTime() ? "overlaps" : "differs";
}

/** The latest booking at Cal.com of each appointment, a live one before others. */
export async function readTheirs(
  ctx: TenantContext,
  appointmentIds: number[],
): Promise<Map<number, TheirBooking>> {
  if (appointmentIds.length === 0) return new Map();
  const rows = await ctx.db
    .select()
    .from(calcomBookings)
    .where(
      and(eq(calcomBookings.tenantId, ctx.tenant.id), inArray(calcomBookings.appointmentId, appointmentIds)),
    )
    .orderBy(desc(calcomBookings.id));
  const found = new Map<number, TheirBooking>();
  for (const row of rows) {
    const id = row.appointmentId as number;
    if (!found.has(id) || (isLive(row) && !isLive(found.get(id)))) found.set(id, row);
  }
  return found;
}

export interface Drift {
  kind: DriftKind;
  ours: AppointmentRow;
  theirs: TheirBooking | undefined;
}

/** @throws DomainError `appointment.not_found`, `calcom.in_step` (nothing to decide, perhaps no longer) */
export async function getDrift(ctx: TenantContext, appointmentId: number): Promise<Drift> {
  const ours = await readAppointment(ctx, ctx.db, appointmentId);
  const theirs = (await readTheirs(ctx, [appointmentId])).get(appointmentId);
  const kind = ours.syncState === "failed" ? describeDrift(ours, theirs) : undefined;
  if (kind === undefined) throw new DomainError("calcom.in_step", "conflict");
  return { kind, ours, theirs };
}

/** Our appointments whose time this one lies over. */
export async function listOverlapped(
  ctx: TenantContext,
  { id, staffId, startTime, endTime }: Pick<AppointmentRow, "id" | "staffId" | "startTime" | "endTime">,
) {
  if (staffId === null) return [];
  return ctx.db
    .select({
      id: appointments.id,
      version: appointments.version,
      startTime: appointments.startTime,
      endTime: appointments.endTime,
      attendeeName: appointments.attendeeName,
      customerName: customers.name,
    })
    .from(appointments)
    .leftJoin(
      customers,
      and(eq(customers.tenantId, appointments.tenantId), eq(customers.id, appointments.customerId)),
    )
    .where(
      and(
        eq(appointments.tenantId, ctx.tenant.id),
        eq(appointments.staffId, staffId),
        inArray(appointments.status, ["pending", "scheduled"]),
        ne(appointments.id, id),
        lt(appointments.startTime, endTime),
        gt(appointments.endTime, startTime),
      ),
    )
    .orderBy(appointments.startTime);
}
