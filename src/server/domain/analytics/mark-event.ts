import type { Queryable } from "@/server/db";
import type { EventData, EventType } from "@/server/events/catalogue";
import { markAppointment, markCall, markInstant, markPeriod } from "./mark-hours";

/** Where an appointment counts: in its own hour, and in that of the call it was made in. */
export interface KnownAppointment {
  startTime: Date;
  callId: number | null;
}

/**
 * Whatever an event tells of a call or an appointment changes the numbers of its hours; a new call marked its own. In
 * another zone every day has other borders.
 */
export async function markEvent<T extends EventType>(
  tx: Queryable,
  tenantId: string,
  type: T,
  data: EventData<T>,
  appointment?: KnownAppointment,
): Promise<void> {
  if ("appointmentId" in data) {
    const earlierStart = "fromStart" in data ? new Date(data.fromStart) : undefined;
    if (appointment?.callId === null && !earlierStart) await markInstant(tx, tenantId, appointment.startTime);
    else await markAppointment(tx, tenantId, data.appointmentId, earlierStart);
  } else if ("callId" in data && type !== "call.started") await markCall(tx, tenantId, data.callId);
  else if ("fields" in data && data.fields.includes("timeZone")) await markPeriod(tx, tenantId);
}
