import { and, asc, eq } from "drizzle-orm";
import { calcomEventTypes } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";

/**
 * Through which event type a person is booked: their own comes before a round robin (`staffId` null). What is offered
 * and what is booked go by this one choice.
 * @param types of one service, by id
 */
export const chooseEventType = <T extends { staffId: number | null }>(
  types: readonly T[],
  staffId: number | null,
): T | undefined =>
  types.find((type) => type.staffId !== null && type.staffId === staffId) ??
  types.find((type) => type.staffId === null);

/** Cal.com's number of the event type for a service with one person. */
export async function findEventTypeId(
  ctx: TenantContext,
  serviceId: number,
  staffId: number | null,
): Promise<number | undefined> {
  const types = await ctx.db
    .select({ calcomId: calcomEventTypes.calcomId, staffId: calcomEventTypes.staffId })
    .from(calcomEventTypes)
    .where(
      and(
        eq(calcomEventTypes.tenantId, ctx.tenant.id),
        eq(calcomEventTypes.serviceId, serviceId),
        eq(calcomEventTypes.active, true),
      ),
    )
    .orderBy(asc(calcomEventTypes.id));
  return chooseEventType(types, staffId)?.calcomId;
}
