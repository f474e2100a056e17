import { and, eq, inArray } from "drizzle-orm";
import type { Queryable } from "@/server/db";
import { appointments, calcomBookings } from "@/server/db/schema";
import type { CalcomBooking } from "@/server/integrations/calcom/booking";
import type { TenantContext } from "../_core/context";
import type { Transaction } from "../_core/transact";
import { provenAppointment } from "./marker";

export const isOver = (status: CalcomBooking["status"]) => status === "cancelled" || status === "rejected";

export interface Verdict {
  /** The appointment of this booking. */
  owner: number | null;
  /** Made by us a second time for this appointment, which has another one: a late success of a lost request. */
  doubleOf: number | null;
}

interface Hints {
  /** What was noted of this booking. */
  noted: number | null;
  /** What was noted of the one that it replaces. */
  replaced: number | null;
  /** What the caller knows. */
  adopt: number | undefined;
}

const nobody: Verdict = { owner: null, doubleOf: null };

/**
 * Whose a booking is. A booking that we made, or its successor, belongs to its appointment; a second one beside it is a
 * double, whichever was noted first. One that goes on from an appointment which is cancelled on both sides, as when a
 * host asked for another time, begins an appointment of its own.
 */
export async function judgeOwner(
  ctx: TenantContext,
  tx: Transaction,
  booking: CalcomBooking,
  { noted, replaced, adopt }: Hints,
): Promise<Verdict> {
  const proven = provenAppointment(ctx, booking);
  const told = noted ?? replaced;
  const appointmentId = told ?? adopt ?? proven;
  if (appointmentId === null) return nobody;
  // Locked: of two bookings that are told at once only one becomes the appointment's.
  const [row] = await tx
    .select()
    .from(appointments)
    .where(and(eq(appointments.tenantId, ctx.tenant.id), eq(appointments.id, appointmentId)))
    .for("update");
  if (!row) return nobody;
  const isClosed = row.status === "cancelled" && row.syncState === "synced";
  const its: Verdict =
    isClosed && noted === null && !isOver(booking.status) ? nobody : { owner: row.id, doubleOf: null };
  const { calcomBookingId: current } = row;
  if (booking.previousUid !== null || (current !== null && current === booking.uid)) return its;
  const isBeside =
    told === null
      ? current !== null || (await hasLiveBooking(ctx, row.id, tx))
      : told === proven && current !== null && (await hasLiveBooking(ctx, row.id, tx, current));
  if (!isBeside) return its;
  if (isOver(booking.status)) return told === null ? nobody : its;
  return { owner: null, doubleOf: row.id };
}

/** Whether Cal.com, as far as we heard, has a booking of this appointment, or this one, that is not over. */
export async function hasLiveBooking(
  ctx: TenantContext,
  appointmentId: number,
  db: Queryable = ctx.db,
  uid?: string,
): Promise<boolean> {
  const [row] = await db
    .select({ id: calcomBookings.id })
    .from(calcomBookings)
    .where(
      and(
        eq(calcomBookings.tenantId, ctx.tenant.id),
        eq(calcomBookings.appointmentId, appointmentId),
        inArray(calcomBookings.status, ["accepted", "pending"]),
        uid === undefined ? undefined : eq(calcomBookings.uid, uid),
      ),
    )
    .limit(1);
  return row !== undefined;
}
