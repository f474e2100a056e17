import { Temporal } from "temporal-polyfill";

/** `days` from today at a time of the zone's wall clock, so that tests never grow old. */
export function localTime(days: number, time: string, zone = "Europe/Berlin"): Date {
  const day = Temporal.Now.zonedDateTimeISO(zone).toPlainDate().add({ days });
  return new Date(day.toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds);
}

/** The local date `days` from today, "2026-12-24". */
export function localDay(days: number, zone = "Europe/Berlin"): string {
  return Temporal.Now.zonedDateTimeISO(zone).toPlainDate().add({ days }).toString();
}
