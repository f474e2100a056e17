import { and, eq, gt, inArray, isNotNull, lt, or } from "drizzle-orm";
import { appointments, calcomBookings, calcomConnections } from "@/server/db/schema";
import type { CalcomBooking } from "@/server/integrations/calcom/booking";
import type { CalcomClient } from "@/server/integrations/calcom/client";
import { CalcomError } from "@/server/integrations/calcom/errors";
import type { TenantContext } from "../_core/context";
import { recordEvent } from "../_core/record-event";
import { transact } from "../_core/transact";
import { applyBooking } from "./apply-booking";
import { getCalcomConnection } from "./connection";

const timeoutMs = 25_000;
const pageSize = 250;
const maxPages = 20;
/** What changed so recently may not have reached the other side yet. */
const settlingMs = 60_000;
/** The rest waits for the next comparison. */
const maxLookups = 25;

/**
 * Both sides, booking by booking. What Cal.com made, moved or cancelled unheard is taken over, doubles of ours are
 * cancelled; where neither side is surely right, the appointment is marked as failed and a person decides.
 * @returns how many appointments were marked
 * @throws CalcomError, DomainError `calcom.not_connected`
 */
export async function compareWithCalcom(ctx: TenantContext): Promise<number> {
  const startedAt = new Date();
  const { client } = await getCalcomConnection(ctx, { timeoutMs, urgency: "background" });
  const theirs = await listAll(client);
  const inStep = await findInStep(ctx, theirs);
  let marked = 0;
  for (const booking of theirs) {
    if (booking.uid === null || inStep.has(booking.uid)) continue;
    await applyBooking(ctx, booking);
    marked += await markIfOpenThere(ctx, booking);
  }
  marked += await lookForMissing(ctx, client, theirs, startedAt);
  await ctx.db
    .update(calcomConnections)
    .set({ comparedAt: startedAt })
    .where(eq(calcomConnections.tenantId, ctx.tenant.id));
  return marked;
}

async function listAll(client: CalcomClient): Promise<CalcomBooking[]> {
  const all: CalcomBooking[] = [];
  for (let page = 0; page < maxPages; page++) {
    const found = await client.listUpcomingBookings(page * pageSize);
    all.push(...found);
    if (found.length < pageSize) break;
  }
  return all;
}

async function findInStep(ctx: TenantContext, theirs: CalcomBooking[]): Promise<Set<string>> {
  const uids = theirs.flatMap(({ uid }) => uid ?? []);
  if (uids.length === 0) return new Set();
  const rows = await ctx.db
    .select({ uid: appointments.calcomBookingId, startTime: appointments.startTime })
    .from(appointments)
    .where(
      and(
        eq(appointments.tenantId, ctx.tenant.id),
        inArray(appointments.calcomBookingId, uids),
        eq(appointments.status, "scheduled"),
        eq(appointments.syncState, "synced"),
      ),
    );
  const ours = new Map(rows.map((row) => [row.uid, row.startTime.getTime()]));
  return new Set(
    theirs.flatMap(({ uid, start, status }) =>
      uid !== null && status === "accepted" && ours.get(uid) === start.getTime() ? uid : [],
    ),
  );
}

/** Cancelled here and, as we believed, there; but it lives there. */
async function markIfOpenThere(ctx: TenantContext, { uid }: CalcomBooking): Promise<number> {
  const [row] = await ctx.db
    .select({ id: appointments.id })
    .from(appointments)
    .innerJoin(
      calcomBookings,
      and(
        eq(calcomBookings.tenantId, appointments.tenantId),
        eq(calcomBookings.appointmentId, appointments.id),
      ),
    )
    .where(
      and(
        eq(appointments.tenantId, ctx.tenant.id),
        eq(calcomBookings.uid, uid ?? ""),
        eq(appointments.status, "cancelled"),
        eq(appointments.syncState, "synced"),
      ),
    );
  if (!row) return 0;
  await ctx.db
    .update(calcomBookings)
    .set({ status: "accepted" })
    .where(and(eq(calcomBookings.tenantId, ctx.tenant.id), eq(calcomBookings.uid, uid ?? "")));
  return mark(ctx, row.id, "cancelled here, but not at Cal.com");
}

/** Confirmed here, but not in Cal.com's list: cancelled or moved there, or gone without a trace. */
async function lookForMissing(
  ctx: TenantContext,
  client: CalcomClient,
  theirs: CalcomBooking[],
  startedAt: Date,
): Promise<number> {
  const listed = new Set(theirs.map(({ uid }) => uid));
  const ours = await ctx.db
    .select({ id: appointments.id, uid: appointments.calcomBookingId })
    .from(appointments)
    .where(
      and(
        eq(appointments.tenantId, ctx.tenant.id),
        or(eq(appointments.status, "scheduled"), eq(appointments.status, "pending")),
        eq(appointments.syncState, "synced"),
        isNotNull(appointments.calcomBookingId),
        gt(appointments.startTime, startedAt),
        lt(appointments.updatedAt, new Date(startedAt.getTime() - settlingMs)),
      ),
    )
    .orderBy(appointments.startTime);
  let marked = 0;
  const missing = ours.filter(({ uid }) => uid !== null && !uid.startsWith("id-") && !listed.has(uid));
  for (const { id, uid } of missing.slice(0, maxLookups)) {
    try {
      let booking = await client.getBooking(uid ?? "");
      await applyBooking(ctx, booking);
      for (let i = 0; booking.nextUid !== null && i < 10; i++) {
        booking = await client.getBooking(booking.nextUid);
        await applyBooking(ctx, booking);
      }
    } catch (error) {
      if (!(error instanceof CalcomError && error.failure === "not_found")) throw error;
      await ctx.db
        .update(calcomBookings)
        .set({ status: "missing" })
        .where(and(eq(calcomBookings.tenantId, ctx.tenant.id), eq(calcomBookings.uid, uid ?? "")));
      marked += await mark(ctx, id, "Cal.com has no such booking any more");
    }
  }
  return marked;
}

/** Once: what is marked already is not reported again. */
function mark(ctx: TenantContext, appointmentId: number, reason: string): Promise<number> {
  return transact(ctx.db, async (tx) => {
    const [result] = await tx
      .update(appointments)
      .set({ syncState: "failed", syncError: reason })
      .where(
        and(
          eq(appointments.tenantId, ctx.tenant.id),
          eq(appointments.id, appointmentId),
          eq(appointments.syncState, "synced"),
        ),
      );
    if (result.affectedRows === 1)
      await recordEvent(ctx, tx, "appointment.sync_failed", appointmentId, { appointmentId, reason });
    return result.affectedRows;
  });
}
