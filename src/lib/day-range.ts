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
