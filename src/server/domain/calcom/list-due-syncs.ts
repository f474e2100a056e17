import { and, eq, isNull, lt, or } from "drizzle-orm";
import { appointments } from "@/server/db/schema";
import type { PlatformContext } from "../_core/context";

/** Appointments of all tenants whose Cal.com side waits for an attempt, longest waiting first. */
export function listDueSyncs(
  ctx: PlatformContext,
  now = new Date(),
): Promise<{ tenantId: string; appointmentId: number }[]> {
  return ctx.db
    .select({ tenantId: appointments.tenantId, appointmentId: appointments.id })
    .from(appointments)
    .where(
      and(
        eq(appointments.syncState, "pending"),
        or(isNull(appointments.syncLockedUntil), lt(appointments.syncLockedUntil, now)),
        // What was just made is still being settled by whoever made it.
        lt(appointments.updatedAt, new Date(now.getTime() - 15_000)),
      ),
    )
    .orderBy(appointments.updatedAt)
    .limit(50);
}
