import type { CalcomBooking } from "@/server/integrations/calcom/booking";
import type { TenantContext } from "../_core/context";
import type { AppointmentRow } from "../appointments/appointment";
import { cancelAppointment } from "../appointments/cancel-appointment";
import { readAppointment } from "../appointments/queries";
import { uidsOf } from "./go-on-with";
import { isOver } from "./judge-owner";
import { noteSlotsChanged } from "./note-slots-changed";
import { type Remembered, type RememberOptions, rememberBooking } from "./remember-booking";

export interface Heard extends Remembered {
  /** The appointment as it stands. */
  row: AppointmentRow | undefined;
}

/**
 * What follows from a booking whatever is decided about its appointment: it is remembered, the copy of free times
 * follows, and of two appointments of one booking, moved there, only the one with the latest uid lives on.
 */
export async function hearBooking(
  source: TenantContext,
  booking: CalcomBooking,
  options: RememberOptions,
): Promise<Heard> {
  const ctx: TenantContext = { ...source, actor: { type: "webhook", provider: "calcom" } };
  const remembered = await rememberBooking(ctx, booking, options);
  const { appointmentId, changedFrom, status } = remembered;
  const row = appointmentId === null ? undefined : await readAppointment(ctx, ctx.db, appointmentId);
  if (changedFrom) await noteSlotsChanged(ctx, slotChange(booking, status, changedFrom, row?.staffId));
  if (row && remembered.isSuperseded && isOpen(row) && uidsOf(booking).includes(row.calcomBookingId ?? ""))
    await cancelAppointment(ctx, { appointmentId: row.id, reason: "moved at Cal.com" });
  return { ...remembered, row };
}

const isOpen = ({ status }: AppointmentRow) => status === "pending" || status === "scheduled";

function slotChange(
  booking: CalcomBooking,
  status: CalcomBooking["status"],
  changedFrom: NonNullable<Remembered["changedFrom"]>,
  staffId: number | null | undefined,
) {
  const now = { start: booking.start.getTime(), end: booking.end.getTime() };
  const before =
    changedFrom === "nothing" || !changedFrom.live
      ? undefined
      : { start: changedFrom.start.getTime(), end: changedFrom.end.getTime() };
  return isOver(status)
    ? { calcomId: booking.eventTypeId, staffId, freed: before ?? now }
    : { calcomId: booking.eventTypeId, staffId, taken: now, freed: before };
}
