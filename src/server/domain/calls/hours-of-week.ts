import { and, gte, lt, or, type SQL, sql } from "drizzle-orm";
import type { MySqlColumn } from "drizzle-orm/mysql-core";
import { dayMs, localDays, wallClock } from "@/lib/calendar-time";
import { dayRange } from "@/lib/day-range";

interface HoursOfWeek {
  fromDate?: string;
  toDate?: string;
  weekday?: number;
  hour?: number;
}

/** Beyond this a range is cut: each week is a stretch of its own in the question. */
const mostDays = 731;

/**
 * Mondays from 9 to 10, between two days: one stretch of the index each, so that only what is shown is read. Where the
 * clock shows an hour twice it counts twice, where it skips it there is none. Undefined where nothing is asked for.
 */
export function hoursOfWeek(column: MySqlColumn, asked: HoursOfWeek, timeZone: string): SQL | undefined {
  const { weekday, hour } = asked;
  if (weekday === undefined && hour === undefined) return undefined;
  const { from, before } = dayRange(asked, timeZone);
  const end = (before ?? new Date()).getTime();
  const start = Math.max(from?.getTime() ?? 0, end - mostDays * dayMs);
  if (start >= end) return sql`false`;
  const [startsMinute, endsMinute] = hour === undefined ? [0, 1440] : [hour * 60, hour * 60 + 60];
  const stretches = localDays({ start, end }, timeZone)
    .filter((day) => weekday === undefined || day.weekday === weekday)
    .flatMap((day) => wallClock(day, startsMinute, endsMinute));
  if (stretches.length === 0) return sql`false`;
  return or(
    ...stretches.map((stretch) =>
      and(gte(column, new Date(stretch.start)), lt(column, new Date(stretch.end))),
    ),
  );
}
