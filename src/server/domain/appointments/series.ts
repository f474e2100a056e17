import { and, asc, eq } from "drizzle-orm";
import { appointmentSeries, appointments } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { DomainError } from "../_core/errors";
import type { Calendar } from "../availability/calendar";
import type { AppointmentRow } from "./appointment";

export interface BookedSeries {
  seriesId: number;
  /** By start. */
  appointments: AppointmentRow[];
}

/**
 * All or nothing can only be promised where one transaction decides. Cal.com books one at a time and may refuse the
 * fourth after the third.
 * @throws DomainError `series.calendar_unsupported`
 */
export function requireOwnCalendar({ calendarSource }: Calendar): void {
  if (calendarSource !== "own") throw new DomainError("series.calendar_unsupported", "conflict");
}

/** What this request booked before, as it stands now. */
export async function findSeriesByRequestKey(
  ctx: TenantContext,
  requestKey: string | undefined,
): Promise<BookedSeries | undefined> {
  if (requestKey === undefined) return undefined;
  const rows = await ctx.db
    .select({ appointment: appointments })
    .from(appointmentSeries)
    .innerJoin(
      appointments,
      and(
        eq(appointments.tenantId, appointmentSeries.tenantId),
        eq(appointments.seriesId, appointmentSeries.id),
      ),
    )
    .where(and(eq(appointmentSeries.tenantId, ctx.tenant.id), eq(appointmentSeries.requestKey, requestKey)))
    .orderBy(asc(appointments.startTime));
  const [first] = rows;
  if (!first?.appointment.seriesId) return undefined;
  return {
    seriesId: first.appointment.seriesId,
    appointments: rows.map(({ appointment }) => appointment),
  };
}
