import { and, eq, inArray, or } from "drizzle-orm";
import type { Queryable } from "@/server/db";
import { isDuplicateKey } from "@/server/db/errors";
import { appointments, calcomBookings } from "@/server/db/schema";
import type { CalcomBooking } from "@/server/integrations/calcom/booking";
import type { TenantContext } from "../_core/context";
import { type Transaction, transact } from "../_core/transact";
import { within } from "../_core/within";
import { goOnWith } from "./go-on-with";
import { provenAppointment } from "./marker";

export const isOver = (status: CalcomBooking["status"]) => status === "cancelled" || status === "rejected";

export interface Remembered {
  appointmentId: number | null;
  /** Begun with this telling, since the booking was nobody's. */
  isNew: boolean;
  /** Its successor is another appointment's. */
  isSuperseded: boolean;
  /** Made by us a second time for this appointment, which has another one: a late success of a lost request. */
  doubleOf: number | null;
  /** What was known of it before; undefined if it is new or nothing changed. */
  changedFrom: { start: Date; end: Date; live: boolean } | "nothing" | undefined;
  /** As it stands after everything heard so far, which may be later news than this message. */
  status: CalcomBooking["status"];
}

/**
 * Keeps a booking as Cal.com has it and finds its appointment. Messages arrive in any order: a uid that ended never
 * lives again, and one that was replaced by a reschedule has ended even if its beginning is heard later.
 */
export async function rememberBooking(
  ctx: TenantContext,
  booking: CalcomBooking,
  options: RememberOptions = {},
): Promise<Remembered> {
  try {
    return await remember(ctx, booking, options);
  } catch (error) {
    // The same booking, told twice at once: the second telling finds the first one's row.
    if (isDuplicateKey(error)) return remember(ctx, booking, options);
    throw error;
  }
}

export interface RememberOptions {
  /** Our appointment, where the caller knows it. */
  adopt?: number;
  /**
   * Makes the appointment of a live booking that is nobody's, in the same transaction: whoever is told of its successor
   * meanwhile waits for it, or there would be two.
   */
  begin?: (ctx: TenantContext) => Promise<number>;
}

function remember(
  ctx: TenantContext,
  booking: CalcomBooking,
  { adopt, begin }: RememberOptions,
): Promise<Remembered> {
  return transact(ctx.db, async (tx) => {
    const known = await lockKnown(ctx, tx, booking);
    const replaced = booking.previousUid ? await endReplaced(ctx, tx, booking, booking.previousUid) : null;
    const told = known?.appointmentId ?? replaced ?? null;
    const claimed = adopt ?? provenAppointment(ctx, booking);
    const claim = told !== null || claimed === null ? undefined : await judgeClaim(ctx, tx, booking, claimed);
    const status = known && isEnded(known) ? known.status : booking.status;
    const found = told ?? claim?.owner ?? null;
    const beginsAnew =
      found !== null && found !== known?.appointmentId && !isOver(status) && (await isClosed(ctx, tx, found));
    const owner = beginsAnew ? null : found;
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
    const doubleOf = claim?.doubleOf ?? null;
    const isNobodys = owner === null && doubleOf === null && !isOver(status);
    return {
      appointmentId: begin && isNobodys ? await begin(within(ctx, tx)) : owner,
      isNew: begin !== undefined && isNobodys,
      isSuperseded: owner !== null && !(await goOnWith(ctx, tx, owner, booking)),
      doubleOf,
      status,
      changedFrom: changeOf(known, { ...values, status }),
    };
  });
}

type BookingRow = typeof calcomBookings.$inferSelect;

/** Ended for good. What was only missing may turn up again. */
const isEnded = (row: BookingRow): row is BookingRow & { status: "cancelled" | "rejected" } =>
  row.status === "cancelled" || row.status === "rejected";

function changeOf(
  known: BookingRow | undefined,
  now: { startTime: Date; endTime: Date; status: CalcomBooking["status"] },
): Remembered["changedFrom"] {
  if (!known) return "nothing";
  const live = !isEnded(known) && known.status !== "missing";
  const same =
    live === !isOver(now.status) &&
    known.startTime.getTime() === now.startTime.getTime() &&
    known.endTime.getTime() === now.endTime.getTime();
  return same ? undefined : { start: known.startTime, end: known.endTime, live };
}

/** Ties a booking to the appointment that was made from it. */
export async function linkBooking(
  ctx: TenantContext,
  booking: CalcomBooking,
  appointmentId: number,
): Promise<void> {
  await transact(ctx.db, (tx) =>
    tx
      .update(calcomBookings)
      .set({ appointmentId })
      .where(own(ctx, sameBooking(booking))),
  );
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
 * Cancelled, and both sides agreed: a booking there that goes on from it, as when a host asked for another time, is an
 * appointment of its own.
 */
async function isClosed(ctx: TenantContext, tx: Transaction, appointmentId: number): Promise<boolean> {
  const [row] = await tx
    .select({ status: appointments.status, syncState: appointments.syncState })
    .from(appointments)
    .where(and(eq(appointments.tenantId, ctx.tenant.id), eq(appointments.id, appointmentId)));
  return row?.status === "cancelled" && row.syncState === "synced";
}

/** Whether Cal.com, as far as we heard, has a booking of this appointment that is not over. */
export async function hasLiveBooking(
  ctx: TenantContext,
  appointmentId: number,
  db: Queryable = ctx.db,
): Promise<boolean> {
  const [row] = await db
    .select({ id: calcomBookings.id })
    .from(calcomBookings)
    .where(
      and(
        eq(calcomBookings.tenantId, ctx.tenant.id),
        eq(calcomBookings.appointmentId, appointmentId),
        inArray(calcomBookings.status, ["accepted", "pending"]),
      ),
    )
    .limit(1);
  return row !== undefined;
}

/** A booking that we made, or its successor, belongs to its appointment; a second one beside it is a double. */
async function judgeClaim(
  ctx: TenantContext,
  tx: Transaction,
  booking: CalcomBooking,
  appointmentId: number,
): Promise<{ owner?: number; doubleOf?: number } | undefined> {
  const [row] = await tx
    .select({ bookingUid: appointments.calcomBookingId })
    .from(appointments)
    .where(and(eq(appointments.tenantId, ctx.tenant.id), eq(appointments.id, appointmentId)));
  if (!row) return undefined;
  if (booking.previousUid !== null || (row.bookingUid !== null && row.bookingUid === booking.uid))
    return { owner: appointmentId };
  if (row.bookingUid === null && !(await hasLiveBooking(ctx, appointmentId, tx)))
    return { owner: appointmentId };
  return isOver(booking.status) ? undefined : { doubleOf: appointmentId };
}
