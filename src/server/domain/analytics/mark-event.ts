import type { Queryable } from "@/server/db";
import type { EventData, EventType } from "@/server/events/catalogue";
import { markAppointment, markCall, markPeriod } from "./mark-hours";

/**
 * Whatever an event tells of a call or an appointment changes the numbers of its hours; a new call marked its own. In
 * another zone every day has other borders.
 */
export async function markEvent<T extends EventType>(
  tx: Queryable,
  tenantId: string,
  type: T,
  data: EventData<T>,
): Promise<void> {
  if ("appointmentId" in data) {
    const earlierStart = "fromStart" in data ? new Date(data.fromStart) : undefined;
    await markAppointment(tx, tenantId, data.appointmentId, earlierStart);
  } else if ("callId" in data && type !== "call.started") await markCall(tx, tenantId, data.callId);
  else if ("fields" in data && data.fields.includes("timeZone")) await markPeriod(tx, tenantId);
}
