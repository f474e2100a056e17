import type { Queryable } from "@/server/db";
import type { EventData, EventType } from "@/server/events/catalogue";
import { markAppointment, markCall } from "./mark-hours";

/** Whatever an event tells of a call or an appointment changes the numbers of its hours. A new call marked its own. */
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
}
