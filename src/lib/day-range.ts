import { Temporal } from "temporal-polyfill";

/**
 * The instants of whole calendar days in a zone, both days inclusive: [from, before). An absent day leaves its side
 * open. Days are "YYYY-MM-DD".
 */
export function dayRange(
  days: { fromDate?: string; toDate?: string },
  timeZone: string,
): { from?: Date; before?: Date } {
  const startOf = (day: Temporal.PlainDate) => new Date(day.toZonedDateTime(timeZone).epochMilliseconds);
  const { fromDate, toDate } = days;
  return {
    from: fromDate === undefined ? undefined : startOf(Temporal.PlainDate.from(fromDate)),
    before: toDate === undefined ? undefined : startOf(Temporal.PlainDate.from(toDate).add({ days: 1 })),
  };
}

/** The instants of the calendar month in which `instant` lies in a zone: [from, before). */
export function calendarMonth(instant: Date, timeZone: string): { from: Date; before: Date } {
  const local = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
  const first = local.toPlainDate().with({ day: 1 });
  const startOf = (day: Temporal.PlainDate) => new Date(day.toZonedDateTime(timeZone).epochMilliseconds);
  return { from: startOf(first), before: startOf(first.add({ months: 1 })) };
}
