import { Cron } from "croner";
import type { JobFunction } from "./job-function";

/** The first instant after `after` at which the schedule is due. Throws on an expression that never comes due. */
export function nextInstant(schedule: JobFunction["schedules"][number], after: Date): Date {
  const next = new Cron(schedule.pattern, { timezone: schedule.timeZone }).nextRun(after);
  if (!next) throw new Error(`"${schedule.cron}" never comes due`);
  return next;
}
