import { and, eq } from "drizzle-orm";
import { calcomEventTypes } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";

/** Event types through which a service can be booked; `staffId` null stands for whoever Cal.com picks. */
export function listServiceEventTypes(ctx: TenantContext, serviceId: number) {
  return ctx.db
    .select({ calcomId: calcomEventTypes.calcomId, staffId: calcomEventTypes.staffId })
    .from(calcomEventTypes)
    .where(
      and(
        eq(calcomEventTypes.tenantId, ctx.tenant.id),
        eq(calcomEventTypes.serviceId, serviceId),
        eq(calcomEventTypes.active, true),
      ),
    );
}

/** The event type for a service with one person; a person's own comes before a round robin. */
export async function findEventTypeId(
  ctx: TenantContext,
  serviceId: number,
  staffId: number | null,
): Promise<number | undefined> {
  const types = await listServiceEventTypes(ctx, serviceId);
  const own = types.find((type) => type.staffId !== null && type.staffId === staffId);
  return (own ?? types.find((type) => type.staffId === null))?.calcomId;
}
