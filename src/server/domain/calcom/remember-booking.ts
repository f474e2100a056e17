import { and, eq, or } from "drizzle-orm";
import { appointments, calcomBookings } from "@/server/db/schema";
import type { CalcomBooking } from "@/server/integrations/calcom/booking";
import type { TenantContext } from "../_core/context";
import { type Transaction, transact } from "../_core/transact";

export const isOver = (status: CalcomBooking["status"]) => status === "cancelled" || status === "rejected";

export interface Remembered {
  appointmentId: number | null;
  /** As it stands after everything heard so far, which may be later news than this message. */
  status: CalcomBooking["status"];
}

/**
 * Keeps a booking as Cal.com has it and finds its appointment. Messages arrive in any order: a uid that ended never
 * lives again, and one that was replaced by a reschedule has ended even if its beginning is heard later.
 * @param appointmentId ours, where the caller knows it
 */
export function rememberBooking(
  ctx: TenantContext,
  booking: CalcomBooking,
  appointmentId?: number,
): Promise<Remembered> {
  return transact(ctx.db, async (tx) => {
    const known = await lockKnown(ctx, tx, booking);
    const replaced = booking.previousUid ? await endReplaced(ctx, tx, booking, booking.previousUid) : null;
    const owner =
      known?.appointmentId ?? replaced ?? appointmentId ?? (await ownAppointment(ctx, tx, booking));
    const status = known && isOver(known.status) ? known.status : booking.status;
    const values = {
      appointmentId: owner,
      calcomBookingId: booking.id ?? known?.calcomBookingId,
      startTime: booking.start,
      endTime: booking.end,
      attendeeEmail: booking.attendee?.email ?? null,
      attendeeName: booking.attendee?.name ?? null,
      calcomEventTypeId: booking.eventTypeId ?? known?.calcomEventTypeId,
      status,
    };
    if (known)
      await tx
        .update(calcomBookings)
        .set(values)
        .where(own(ctx, eq(calcomBookings.id, known.id)));
    else await tx.insert(calcomBookings).values({ tenantId: ctx.tenant.id, uid: booking.uid, ...values });
    return { appointmentId: owner, status };
  });
}

/** Ties a booking to the appointment that was made from it. */
export async function linkBooking(
  ctx: TenantContext,
  booking: CalcomBooking,
  appointmentId: number,
): Promise<void> {
  await ctx.db
    .update(calcomBookings)
    .set({ appointmentId })
    .where(own(ctx, sameBooking(booking)));
}

const own = (ctx: TenantContext, condition: ReturnType<typeof or>) =>
  and(eq(calcomBookings.tenantId, ctx.tenant.id), condition);

function sameBooking(booking: CalcomBooking) {
  return or(
    booking.uid === null ? undefined : eq(calcomBookings.uid, booking.uid),
    booking.id === null ? undefined : eq(calcomBookings.calcomBookingId, booking.id),
  );
}

async function lockKnown(ctx: TenantContext, tx: Transaction, booking: CalcomBooking) {
  const [row] = await tx
    .select()
    .from(calcomBookings)
    .where(own(ctx, sameBooking(booking)))
    .for("update");
  return row;
}

async function endReplaced(
  ctx: TenantContext,
  tx: Transaction,
  booking: CalcomBooking,
  uid: string,
): Promise<number | null> {
  await tx
    .insert(calcomBookings)
    .values({
      tenantId: ctx.tenant.id,
      uid,
      startTime: booking.start,
      endTime: booking.end,
      status: "cancelled",
    })
    .onDuplicateKeyUpdate({ set: { status: "cancelled" } });
  const [row] = await tx
    .select({ appointmentId: calcomBookings.appointmentId })
    .from(calcomBookings)
    .where(own(ctx, eq(calcomBookings.uid, uid)));
  return row?.appointmentId ?? null;
}

/**
 * The metadata names an appointment. Whoever books at Cal.com can write it, so it counts only for an appointment of
 * this tenant that has no booking there yet, or this very one.
 */
async function ownAppointment(
  ctx: TenantContext,
  tx: Transaction,
  { appointmentId, uid, previousUid }: CalcomBooking,
): Promise<number | null> {
  if (appointmentId === null) return null;
  const [row] = await tx
    .select({ id: appointments.id, bookingUid: appointments.calcomBookingId })
    .from(appointments)
    .where(and(eq(appointments.tenantId, ctx.tenant.id), eq(appointments.id, appointmentId)));
  return row && [null, uid, previousUid].includes(row.bookingUid) ? row.id : null;
}
