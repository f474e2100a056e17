import { and, eq, inArray, ne, or } from "drizzle-orm";
import { appointments } from "@/server/db/schema";
import type { CalcomBooking } from "@/server/integrations/calcom/booking";
import type { TenantContext } from "../_core/context";
import type { Transaction } from "../_core/transact";

/** The booking itself and the one it replaced: an appointment that carries either is where Cal.com is. */
export const uidsOf = ({ uid, previousUid }: Pick<CalcomBooking, "uid" | "previousUid">): string[] =>
  [uid, previousUid].filter((each) => each !== null);

/**
 * Cal.com replaced a booking: its appointment carries the successor from now on, so that it is followed over every
 * move, even where the next that is told is an end. What is cancelled on both sides goes on with nothing.
 * @returns false where another appointment carries the successor already
 */
export async function goOnWith(
  ctx: TenantContext,
  tx: Transaction,
  appointmentId: number,
  booking: CalcomBooking,
): Promise<boolean> {
  if (booking.nextUid === null) return true;
  const ofTenant = eq(appointments.tenantId, ctx.tenant.id);
  const [other] = await tx
    .select({ id: appointments.id })
    .from(appointments)
    .where(
      and(ofTenant, eq(appointments.calcomBookingId, booking.nextUid), ne(appointments.id, appointmentId)),
    );
  if (other) return false;
  await tx
    .update(appointments)
    .set({ calcomBookingId: booking.nextUid })
    .where(
      and(
        ofTenant,
        eq(appointments.id, appointmentId),
        inArray(appointments.calcomBookingId, uidsOf(booking)),
        or(ne(appointments.status, "cancelled"), ne(appointments.syncState, "synced")),
      ),
    );
  return true;
}
