import { and, eq } from "drizzle-orm";
import { type AppointmentBooking, appointmentBooking } from "@/contracts/appointments";
import { minuteMs } from "@/lib/calendar-time";
import { isDuplicateKey } from "@/server/db/errors";
import { appointments, staff } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { DomainError } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { type Transaction, transact } from "../_core/transact";
import { loadBusy } from "../availability/busy-time";
import { type Calendar, type Choice, occupancy } from "../availability/calendar";
import { judgeStart } from "../availability/judge-start";
import { loadCalendar } from "../availability/load-calendar";
import { refuseSlot } from "../availability/refuse-slot";
import { settleWhileWaiting } from "../calcom/settle-while-waiting";
import { findOrCreateCustomer } from "../customers/find-or-create-customer";
import { type AppointmentRow, requireAligned, SlotLost } from "./appointment";
import { findByRequestKey, readAppointment } from "./queries";
import { requireReferences } from "./references";
import { lockStaff, takeTime } from "./staff-time";

/**
 * Books one time, or refuses with a reason and what is free instead. Without a wished person whoever's turn it is.
 * The same `requestKey` always gives the same appointment. With Cal.com as calendar the result is `pending`: not
 * booked until `confirmAppointment`.
 * @throws DomainError `appointment.slot_taken`, `.closed`, `.holiday`, `.staff_off`, `.staff_not_qualified`, `.past`,
 *   `.too_soon`, `.too_far` (conflict, with `{ reason, label?, alternatives }`), `appointment.start_not_aligned`,
 *   `appointment.request_cancelled`, and `<entity>.not_found` for ids that are not this tenant's
 */
export async function bookAppointment(
  ctx: TenantContext,
  input: AppointmentBooking,
): Promise<AppointmentRow> {
  requirePermission(ctx, "appointments:write");
  const booking = appointmentBooking.parse(input);
  requireAligned(booking.start);
  const earlier = await findByRequestKey(ctx, booking.requestKey);
  if (earlier) return stillBooked(earlier);
  await requireReferences(ctx, {
    callId: booking.callId,
    customerId: "customerId" in booking.customer ? booking.customer.customerId : undefined,
  });

  const start = booking.start.getTime();
  const calendar = await loadCalendar(ctx, { ...booking, range: { start, end: start + 1 } });
  const verdict = judgeStart(calendar, start, booking.staffId);
  for (const choice of verdict.free ? verdict.choices : []) {
    try {
      const row = await transact(ctx.db, (tx) => book(ctx, tx, booking, calendar, choice));
      return await settled(ctx, booking, row);
    } catch (error) {
      if (isDuplicateKey(error, "appointments_request_uq")) break;
      if (!(error instanceof SlotLost)) throw error;
    }
  }
  // What took the slot may be this very request, sent twice.
  const twin = await findByRequestKey(ctx, booking.requestKey);
  if (twin) return stillBooked(twin);
  throw await refuseSlot(ctx, booking, verdict.free ? { reason: "taken" } : verdict);
}

async function book(
  ctx: TenantContext,
  tx: Transaction,
  booking: AppointmentBooking,
  calendar: Calendar,
  { person, branch }: Choice,
): Promise<AppointmentRow> {
  const start = booking.start.getTime();
  const [locked] = await lockStaff(ctx, tx, [person.id]);
  const busy = await loadBusy(ctx, tx, { staffIds: [person.id], range: calendar.range });
  const now: Calendar = {
    ...calendar,
    branches: [branch],
    staff: [{ ...person, busy: busy.get(person.id) ?? [] }],
  };
  if (!locked?.active || !judgeStart(now, start).free) throw new SlotLost();

  const customer = await customerOf(ctx, tx, booking);
  const { service } = calendar;
  const outside = calendar.calendarSource === "calcom";
  const [inserted] = await tx
    .insert(appointments)
    .values({
      tenantId: ctx.tenant.id,
      customerId: customer.id,
      callId: booking.callId,
      staffId: person.id,
      serviceId: service.id,
      branchId: branch.id,
      startTime: booking.start,
      endTime: new Date(start + service.durationMinutes * minuteMs),
      status: outside ? "pending" : "scheduled",
      syncState: outside ? "pending" : "none",
      notes: booking.notes,
      attendeeName: customer.attendeeName,
      priceCents: service.priceCents,
      source: booking.source,
      requestKey: booking.requestKey,
    })
    .$returningId();
  const appointmentId = (inserted as { id: number }).id;
  await takeTime(ctx, tx, { staffId: person.id, appointmentId, time: occupancy(service, start) });
  await tx
    .update(staff)
    .set({ lastBookedAt: new Date() })
    .where(and(eq(staff.tenantId, ctx.tenant.id), eq(staff.id, person.id)));
  await recordEvent(ctx, tx, outside ? "appointment.requested" : "appointment.booked", appointmentId, {
    appointmentId,
  });
  if (outside) {
    await recordEvent(ctx, tx, "appointment.sync_requested", appointmentId, {
      appointmentId,
      action: "create",
    });
  }
  return readAppointment(ctx, tx, appointmentId);
}

/** Who books, and for whom: a known number with another name books for that other person. */
async function customerOf(
  ctx: TenantContext,
  tx: Transaction,
  { customer, attendeeName }: AppointmentBooking,
) {
  if ("customerId" in customer) return { id: customer.customerId, attendeeName };
  const { id, name } = await findOrCreateCustomer(ctx, tx, customer);
  const sameName = name?.toLowerCase() === customer.name.toLowerCase();
  return { id, attendeeName: attendeeName ?? (sameName ? undefined : customer.name) };
}

/** Cal.com may refuse what looked free here. */
async function settled(
  ctx: TenantContext,
  booking: AppointmentBooking,
  row: AppointmentRow,
): Promise<AppointmentRow> {
  const after = await settleWhileWaiting(ctx, row);
  if (after.status === "cancelled") throw await refuseSlot(ctx, booking, { reason: "taken" });
  return after;
}

function stillBooked(row: AppointmentRow): AppointmentRow {
  if (row.status === "cancelled") throw new DomainError("appointment.request_cancelled", "conflict");
  return row;
}
