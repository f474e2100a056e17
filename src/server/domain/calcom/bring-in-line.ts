import { and, desc, eq, inArray } from "drizzle-orm";
import { calcomBookings, customers } from "@/server/db/schema";
import type { CalcomBooking } from "@/server/integrations/calcom/booking";
import type { CalcomClient, NewCalcomBooking } from "@/server/integrations/calcom/client";
import { CalcomError } from "@/server/integrations/calcom/errors";
import type { TenantContext } from "../_core/context";
import type { AppointmentRow } from "../appointments/appointment";
import { findEventTypeId } from "./event-types";
import { hearBooking } from "./hear-booking";
import { isOver } from "./judge-owner";
import { markerFor } from "./marker";
import { releaseOwnReservation } from "./reserve-offer";

/** Clocks differ by less. */
const clockSlackMs = 10 * 60_000;
/** Nobody moves a booking more often while we look away. */
const maxSuccessors = 10;

/** The one request that is missing, if any, and the booking as Cal.com then has it. */
export async function bringInLine(
  ctx: TenantContext,
  client: CalcomClient,
  row: AppointmentRow,
): Promise<CalcomBooking | undefined> {
  const uid = await currentUid(ctx, row);
  return uid === undefined ? createMissing(ctx, client, row) : adjust(ctx, client, row, uid);
}

async function createMissing(
  ctx: TenantContext,
  client: CalcomClient,
  row: AppointmentRow,
): Promise<CalcomBooking | undefined> {
  const isCancelled = row.status === "cancelled";
  const eventTypeId =
    row.serviceId === null ? undefined : await findEventTypeId(ctx, row.serviceId, row.staffId);
  if (eventTypeId === undefined) {
    if (isCancelled) return undefined;
    throw new CalcomError("misconfigured", "no event type is mapped to this service and person");
  }
  const ours = { appointmentId: row.id, marker: markerFor(ctx, row.id) };
  // An earlier attempt may have succeeded unheard; before anything is repeated, it is looked for.
  const existing =
    row.syncAttempts > 1
      ? await client.findOurBooking(ours, eventTypeId, new Date(row.createdAt.getTime() - clockSlackMs))
      : undefined;
  if (isCancelled) return existing?.uid ? client.cancelBooking(existing.uid, "cancelled") : undefined;
  if (existing) return existing;
  const attendee = await attendeeOf(ctx, row);
  return create(ctx, client, { ...ours, eventTypeId, start: row.startTime, attendee });
}

/** Our own reservation never stands in the way of our own booking. */
async function create(
  ctx: TenantContext,
  client: CalcomClient,
  booking: NewCalcomBooking,
): Promise<CalcomBooking> {
  try {
    return await client.createBooking(booking);
  } catch (error) {
    const isRefused = error instanceof CalcomError && error.failure === "refused";
    if (!isRefused || !(await releaseOwnReservation(ctx, client, booking.eventTypeId, booking.start)))
      throw error;
    return client.createBooking(booking);
  }
}

async function adjust(
  ctx: TenantContext,
  client: CalcomClient,
  row: AppointmentRow,
  uid: string,
): Promise<CalcomBooking | undefined> {
  const isCancelled = row.status === "cancelled";
  const there = await findLatest(ctx, client, row, uid);
  // What Cal.com no longer knows needs no cancelling.
  if (!there && isCancelled) return undefined;
  if (!there?.uid) throw new CalcomError("not_found", "Cal.com has no such booking any more");
  if (isCancelled)
    return isOver(there.status)
      ? there
      : client.cancelBooking(there.uid, row.cancellationReason ?? "cancelled");
  if (isOver(there.status) || there.start.getTime() === row.startTime.getTime()) return there;
  return client.rescheduleBooking(there.uid, row.startTime, "moved");
}

/** A reschedule gives a new uid: the successors are followed, and heard one by one. */
async function findLatest(
  ctx: TenantContext,
  client: CalcomClient,
  row: AppointmentRow,
  uid: string,
): Promise<CalcomBooking | undefined> {
  try {
    let booking = await client.getBooking(uid);
    for (let i = 0; booking.nextUid !== null && i < maxSuccessors; i++) {
      await hearBooking(ctx, booking, { adopt: row.id });
      booking = await client.getBooking(booking.nextUid);
    }
    if (booking.uid !== uid) await hearBooking(ctx, booking, { adopt: row.id });
    return booking;
  } catch (error) {
    if (error instanceof CalcomError && error.failure === "not_found") return undefined;
    throw error;
  }
}

async function currentUid(ctx: TenantContext, row: AppointmentRow): Promise<string | undefined> {
  if (row.calcomBookingId) return row.calcomBookingId;
  const [known] = await ctx.db
    .select({ uid: calcomBookings.uid })
    .from(calcomBookings)
    .where(
      and(
        eq(calcomBookings.tenantId, ctx.tenant.id),
        eq(calcomBookings.appointmentId, row.id),
        inArray(calcomBookings.status, ["accepted", "pending"]),
      ),
    )
    .orderBy(desc(calcomBookings.id))
    .limit(1);
  return known?.uid ?? undefined;
}

async function attendeeOf(ctx: TenantContext, row: AppointmentRow) {
  const [customer] =
    row.customerId === null
      ? []
      : await ctx.db
          .select({ name: customers.name, email: customers.email, phone: customers.phone })
          .from(customers)
          .where(and(eq(customers.tenantId, ctx.tenant.id), eq(customers.id, row.customerId)));
  const email = customer?.email ?? undefined;
  const phoneNumber = customer?.phone ?? undefined;
  return {
    name: row.attendeeName ?? customer?.name ?? "Anruf",
    timeZone: ctx.tenant.timeZone,
    language: "de" as const,
    phoneNumber,
    // Cal.com insists on one way to reach the attendee; hidden callers left none.
    email: email ?? (phoneNumber ? undefined : `appointment-${row.id}@no-reply.invalid`),
  };
}
