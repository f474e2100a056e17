import { and, eq, isNotNull, or } from "drizzle-orm";
import { calcomBookings } from "@/server/db/schema";
import type { CalcomBooking } from "@/server/integrations/calcom/booking";
import { CalcomError } from "@/server/integrations/calcom/errors";
import type { TenantContext } from "../_core/context";
import { getCalcomConnection } from "./connection";

const timeoutMs = 15_000;
/** Nobody moves a booking more often while we look away. */
const maxMoves = 10;

/**
 * The bookings that this one goes on from and that nobody told of, oldest first: without them, what is only told of a
 * second move could be anybody's. Cal.com is asked for them; what it does not show us ends the search.
 * @throws CalcomError where it cannot be asked now, DomainError `calcom.not_connected`
 */
export async function listUnheard(ctx: TenantContext, booking: CalcomBooking): Promise<CalcomBooking[]> {
  const unheard: CalcomBooking[] = [];
  let earliest = booking;
  while (earliest.previousUid !== null && unheard.length < maxMoves) {
    if (await isHeard(ctx, earliest, earliest.previousUid)) break;
    const previous = await findBooking(ctx, earliest.previousUid);
    if (!previous) break;
    unheard.unshift(previous);
    earliest = previous;
  }
  return unheard;
}

/** The one before is known, or to whom this one belongs. */
async function isHeard(ctx: TenantContext, { uid }: CalcomBooking, previousUid: string): Promise<boolean> {
  const itself = and(eq(calcomBookings.uid, uid ?? ""), isNotNull(calcomBookings.appointmentId));
  const [row] = await ctx.db
    .select({ id: calcomBookings.id })
    .from(calcomBookings)
    .where(and(eq(calcomBookings.tenantId, ctx.tenant.id), or(itself, eq(calcomBookings.uid, previousUid))))
    .limit(1);
  return row !== undefined;
}

async function findBooking(ctx: TenantContext, uid: string): Promise<CalcomBooking | undefined> {
  const { client } = await getCalcomConnection(ctx, { timeoutMs, urgency: "background" });
  try {
    return await client.getBooking(uid);
  } catch (error) {
    if (!(error instanceof CalcomError) || willPass(error)) throw error;
    return undefined;
  }
}

/** What will never be shown, or never readably, must not hold up every message and poll that comes after it. */
const willPass = ({ failure, status = 503 }: CalcomError) =>
  ["timeout", "paused", "rate_limited"].includes(failure) || (failure === "unavailable" && status >= 500);
