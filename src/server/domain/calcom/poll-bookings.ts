import { eq } from "drizzle-orm";
import { calcomConnections } from "@/server/db/schema";
import { CalcomError } from "@/server/integrations/calcom/errors";
import type { TenantContext } from "../_core/context";
import { applyBooking } from "./apply-booking";
import { getCalcomConnection } from "./connection";

const timeoutMs = 15_000;
const pageSize = 250;
const maxPages = 8;
/** Clocks differ and changes commit late: what is just behind the mark is asked for again. */
const overlapMs = 2 * 60_000;
const firstLookBackMs = 30 * 24 * 3_600_000;

/**
 * Asks Cal.com what changed since the last time and takes it over: the hole that lost webhooks leave is closed here.
 * @returns how many bookings were looked at
 * @throws CalcomError, after the mark was moved to where it got
 */
export async function pollBookings(ctx: TenantContext): Promise<number> {
  const { client, polledUntil } = await getCalcomConnection(ctx, { timeoutMs, urgency: "background" });
  const startedAt = new Date();
  const since = new Date((polledUntil?.getTime() ?? startedAt.getTime() - firstLookBackMs) - overlapMs);
  try {
    let looked = 0;
    let mark = since;
    for (let page = 0; page < maxPages; page++) {
      const changed = await client.listChangedBookings(since, page * pageSize);
      for (const { booking, updatedAt } of changed) {
        await applyBooking(ctx, booking);
        if (updatedAt && updatedAt > mark) mark = updatedAt;
      }
      looked += changed.length;
      if (changed.length < pageSize) {
        mark = startedAt;
        break;
      }
    }
    await setMark(ctx, { polledUntil: mark, lastError: null });
    return looked;
  } catch (error) {
    if (error instanceof CalcomError) await setMark(ctx, { lastError: error.message.slice(0, 500) });
    throw error;
  }
}

async function setMark(
  ctx: TenantContext,
  values: { polledUntil?: Date; lastError: string | null },
): Promise<void> {
  await ctx.db.update(calcomConnections).set(values).where(eq(calcomConnections.tenantId, ctx.tenant.id));
}
