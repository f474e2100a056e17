import type { Queryable } from "@/server/db";
import type { EventData, EventType } from "@/server/events/catalogue";
import { appendEvent } from "@/server/events/record";
import { type KnownAppointment, markEvent } from "../analytics/mark-event";
import { storedActor, type TenantContext } from "./context";

/**
 * What happened, by whom, and that it is to be counted, in the same transaction as the change itself. Who has the
 * appointment at hand gives it along, so that nobody has to look where it counts.
 */
export async function recordEvent<T extends EventType>(
  ctx: TenantContext,
  tx: Queryable,
  type: T,
  entityId: number | null,
  data: EventData<T>,
  appointment?: KnownAppointment,
): Promise<void> {
  await appendEvent(
    tx,
    { tenantId: ctx.tenant.id, actor: storedActor(ctx.actor), requestId: ctx.requestId },
    type,
    entityId,
    data,
  );
  await markEvent(tx, ctx.tenant.id, type, data, appointment);
}
