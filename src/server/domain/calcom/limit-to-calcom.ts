import { minuteMs } from "@/lib/calendar-time";
import type { Interval } from "@/lib/intervals";
import { CalcomError } from "@/server/integrations/calcom/errors";
import { logger } from "@/server/logger";
import type { TenantContext } from "../_core/context";
import { DomainError } from "../_core/errors";
import { bookable, type Calendar } from "../availability/calendar";
import { getCalcomConnection } from "./connection";
import { listServiceEventTypes } from "./event-types";

/** A caller is waiting. */
const timeoutMs = 3_000;

/**
 * Leaves only the starts that are free at Cal.com too: one range query per event type, side by side. Our own hours,
 * appointments and limits keep counting.
 * @throws DomainError `calendar.unavailable` when Cal.com does not answer in time
 */
export async function limitToCalcom(ctx: TenantContext, calendar: Calendar): Promise<Calendar> {
  const limits = bookable(calendar);
  const from = Math.max(calendar.range.start, limits.start);
  const to = Math.min(calendar.range.end, limits.end) + calendar.service.durationMinutes * minuteMs;
  if (from >= to) return calendar;
  try {
    const { client } = await getCalcomConnection(ctx, timeoutMs);
    const types = await listServiceEventTypes(ctx, calendar.service.id);
    const starts = await Promise.all(
      types.map(async ({ calcomId, staffId }) => ({
        staffId,
        free: (await client.listSlots(calcomId, new Date(from), new Date(to))).map(single),
      })),
    );
    const freeFor = (personId: number) => {
      const own = starts.filter(({ staffId }) => staffId === personId);
      return (own.length > 0 ? own : starts.filter(({ staffId }) => staffId === null)).flatMap(
        ({ free }) => free,
      );
    };
    return {
      ...calendar,
      staff: calendar.staff.map((person) => ({ ...person, startsElsewhere: freeFor(person.id) })),
    };
  } catch (error) {
    if (!(error instanceof CalcomError)) throw error;
    logger.warn(
      { requestId: ctx.requestId, failure: error.failure, reason: error.message },
      "Cal.com gave no slots",
    );
    throw new DomainError("calendar.unavailable", "unavailable");
  }
}

const single = (start: Date): Interval => ({ start: start.getTime(), end: start.getTime() + 1 });
