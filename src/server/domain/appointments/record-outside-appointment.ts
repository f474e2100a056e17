import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { type OutsideAppointment, outsideAppointment } from "@/contracts/appointments";
import { isDuplicateKey } from "@/server/db/errors";
import { appointments } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { notFound } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { type Transaction, transact } from "../_core/transact";
import { lockCalendars } from "../availability/lock-calendars";
import { roomTime } from "../availability/service-time";
import { claimOf, releaseTime, takeFreeTime } from "../availability/time-cells";
import type { AppointmentRow } from "./appointment";
import { listFurtherStaff } from "./further-staff";
import { chooseRoom, findHomeBranch, getServiceTerms, listRooms, ownTime } from "./outside-terms";
import { lockAppointment, readAppointment } from "./queries";
import { requireReferences } from "./references";

export interface OutsideResult {
  appointment: AppointmentRow;
  /**
   * Another appointment already owns part of this time: `sync_state` is `failed`, and a person has to decide.
   * `known`: this was already so when it was told before; `new` has been recorded as `calcom.conflict_found`.
   */
  conflict: "new" | "known" | false;
}

/**
 * Writes down what the outside calendar already decided: a booking made there, confirmed there or moved there. It is
 * not checked against hours. It takes the person's time as far as it is free and never displaces anyone; repeating
 * it changes nothing, and takes time that has become free since. What was cancelled here stays cancelled.
 * @throws DomainError `<entity>.not_found` for ids that are not this tenant's
 */
export async function recordOutsideAppointment(
  ctx: TenantContext,
  input: z.input<typeof outsideAppointment>,
): Promise<OutsideResult> {
  requirePermission(ctx, "appointments:write");
  const booking = outsideAppointment.parse(input);
  await requireReferences(ctx, booking);
  try {
    return await record(ctx, booking);
  } catch (error) {
    // The same booking, told twice at once: the second telling finds the first one's row, whichever it was told of.
    if (isDuplicateKey(error, "appointments_calcom_uq"))
      return record(ctx, { ...booking, appointmentId: undefined });
    throw error;
  }
}

async function record(ctx: TenantContext, booking: OutsideAppointment): Promise<OutsideResult> {
  const known = await findKnown(ctx, booking);
  const serviceId = known?.serviceId ?? booking.serviceId;
  const service = serviceId === undefined ? undefined : await getServiceTerms(ctx, serviceId);
  const staffId = booking.staffId ?? known?.staffId ?? undefined;
  const branchId = booking.branchId ?? (await findHomeBranch(ctx, staffId));
  const rooms = known ? [] : await listRooms(ctx, { serviceId, branchId });
  const further = known ? await listFurtherStaff(ctx, ctx.db, known.id) : [];
  const result = await transact(ctx.db, async (tx): Promise<OutsideResult | undefined> => {
    const locked = await lockCalendars(ctx, tx, {
      staffIds: [staffId, known?.staffId, ...further].filter((id) => id != null),
      resourceIds: known ? [known.resourceId] : rooms,
    });
    const person = locked.find((p) => p.id === staffId);
    if (staffId !== undefined && !person) throw notFound("staff");

    const row = known && (await lockAppointment(ctx, tx, known.id));
    if (row && (row.status === "cancelled" || isRecorded(row, booking)))
      return { appointment: row, conflict: false };
    // Others may take part by now, and they are not locked.
    if (row && row.version !== known.version) return undefined;
    // Told again while it is in conflict: nothing new, but time may have become free since.
    const again = row !== undefined && saysTheSame(row, booking);
    if (again) await releaseTime(ctx, tx, row);
    const time = ownTime(booking, service);
    const start = booking.start.getTime();
    const resourceId = row ? row.resourceId : await chooseRoom(ctx, tx, rooms, roomTime(time, start));
    const appointmentId = row
      ? row.id
      : await insert(ctx, tx, booking, { priceCents: service?.priceCents, branchId, resourceId });
    if (row && !again) await update(ctx, tx, row, booking);
    const staffIds = staffId === undefined ? [] : [staffId, ...further.filter((id) => id !== staffId)];
    const claim = claimOf(time, start, { staffIds, resourceId });
    const whole = staffIds.length === 0 || (await takeFreeTime(ctx, tx, { appointmentId }, claim));
    const conflict = whole ? false : again ? "known" : "new";
    // Only now: who had to leave before the time could be taken has left before in the log, too.
    if (!again) await recordDecision(ctx, tx, appointmentId, row, booking);
    if (conflict || again) {
      const syncError = conflict ? "overlaps another appointment" : null;
      await tx
        .update(appointments)
        .set({ syncState: conflict ? "failed" : "synced", syncError })
        .where(and(eq(appointments.tenantId, ctx.tenant.id), eq(appointments.id, appointmentId)));
    }
    if (conflict === "new")
      await recordEvent(ctx, tx, "calcom.conflict_found", appointmentId, { appointmentId });
    if (!conflict && again && row.syncState === "failed")
      await recordEvent(ctx, tx, "calcom.conflict_settled", appointmentId, { appointmentId });
    return { appointment: await readAppointment(ctx, tx, appointmentId), conflict };
  });
  return result ?? record(ctx, booking);
}

const isRecorded = (row: AppointmentRow, booking: OutsideAppointment) =>
  row.syncState === "synced" && saysTheSame(row, booking);

const saysTheSame = (row: AppointmentRow, booking: OutsideAppointment) =>
  (row.status !== "pending" || !booking.confirmed) &&
  row.calcomBookingId === booking.calcomBookingId &&
  row.startTime.getTime() === booking.start.getTime() &&
  row.endTime.getTime() === booking.end.getTime() &&
  (booking.staffId === undefined || row.staffId === booking.staffId);

/** The appointment named, or the one that already carries this booking. */
async function findKnown(
  ctx: TenantContext,
  booking: OutsideAppointment,
): Promise<AppointmentRow | undefined> {
  if (booking.appointmentId !== undefined) return readAppointment(ctx, ctx.db, booking.appointmentId);
  const [row] = await ctx.db
    .select()
    .from(appointments)
    .where(
      and(
        eq(appointments.tenantId, ctx.tenant.id),
        eq(appointments.calcomBookingId, booking.calcomBookingId),
      ),
    );
  return row;
}

async function insert(
  ctx: TenantContext,
  tx: Transaction,
  booking: OutsideAppointment,
  terms: { priceCents: number | undefined; branchId: number | undefined; resourceId: number | null },
): Promise<number> {
  const [inserted] = await tx
    .insert(appointments)
    .values({
      tenantId: ctx.tenant.id,
      customerId: booking.customerId,
      staffId: booking.staffId,
      serviceId: booking.serviceId,
      branchId: terms.branchId,
      resourceId: terms.resourceId,
      startTime: booking.start,
      endTime: booking.end,
      status: booking.confirmed ? "scheduled" : "pending",
      syncState: "synced",
      attendeeName: booking.attendeeName,
      priceCents: terms.priceCents,
      source: booking.source,
      calcomBookingId: booking.calcomBookingId,
    })
    .$returningId();
  return (inserted as { id: number }).id;
}

async function update(
  ctx: TenantContext,
  tx: Transaction,
  row: AppointmentRow,
  booking: OutsideAppointment,
): Promise<void> {
  await releaseTime(ctx, tx, row);
  await tx
    .update(appointments)
    .set({
      startTime: booking.start,
      endTime: booking.end,
      staffId: booking.staffId ?? row.staffId,
      serviceId: row.serviceId ?? booking.serviceId,
      branchId: row.branchId ?? booking.branchId,
      customerId: row.customerId ?? booking.customerId,
      status: ["pending", "scheduled"].includes(row.status)
        ? booking.confirmed
          ? "scheduled"
          : "pending"
        : row.status,
      syncState: "synced",
      syncError: null,
      syncLockedUntil: null,
      calcomBookingId: booking.calcomBookingId,
      moveCount: Math.max(0, row.moveCount - (booking.undoesMove ? 1 : 0)),
      version: row.version + 1,
    })
    .where(and(eq(appointments.tenantId, ctx.tenant.id), eq(appointments.id, row.id)));
}

async function recordDecision(
  ctx: TenantContext,
  tx: Transaction,
  appointmentId: number,
  before: AppointmentRow | undefined,
  booking: OutsideAppointment,
): Promise<void> {
  if (!before) {
    const type = booking.confirmed ? "appointment.booked" : "appointment.requested";
    return recordEvent(ctx, tx, type, appointmentId, { appointmentId });
  }
  if (
    before.status === "pending" &&
    booking.confirmed &&
    (before.calcomBookingId === null || before.source === "calcom")
  ) {
    await recordEvent(ctx, tx, "appointment.booked", appointmentId, { appointmentId });
  }
  const moved =
    before.startTime.getTime() !== booking.start.getTime() ||
    before.endTime.getTime() !== booking.end.getTime() ||
    (booking.staffId !== undefined && booking.staffId !== before.staffId);
  if (moved) {
    await recordEvent(ctx, tx, "appointment.moved", appointmentId, {
      appointmentId,
      fromStart: before.startTime.toISOString(),
      toStart: booking.start.toISOString(),
      fromStaffId: before.staffId,
      toStaffId: booking.staffId ?? before.staffId,
    });
  }
}
