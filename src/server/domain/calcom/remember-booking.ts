import { and, eq, or } from "drizzle-orm";
import { isDuplicateKey } from "@/server/db/errors";
import { calcomBookings } from "@/server/db/schema";
import type { CalcomBooking } from "@/server/integrations/calcom/booking";
import type { TenantContext } from "../_core/context";
import { type Transaction, transact } from "../_core/transact";
import { within } from "../_core/within";
import { goOnWith } from "./go-on-with";
import { isOver, judgeOwner, type Verdict } from "./judge-owner";

export interface Remembered extends Pick<Verdict, "doubleOf"> {
  appointmentId: number | null;
  /** Begun with this telling, since the booking was nobody's. */
  isNew: boolean;
  /** Its successor is another appointment's. */
  isSuperseded: boolean;
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
    const status = known && isEnded(known) ? known.status : booking.status;
    const hints = { noted: known?.appointmentId ?? null, replaced, adopt };
    const { owner, doubleOf } = await judgeOwner(ctx, tx, { ...booking, status }, hints);
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
