import { Temporal } from "temporal-polyfill";

/** All demo businesses are in Germany; callers speak of days as their own clock shows them. */
const ZONE = "Europe/Berlin";

export type Day = Temporal.PlainDate;

export const today = (): Day => Temporal.Now.plainDateISO(ZONE);

/** Working days from `daysAhead` on, as many as asked for. */
export function workingDays(daysAhead: number, count: number): Day[] {
  const days: Day[] = [];
  for (let day = today().add({ days: daysAhead }); days.length < count; day = day.add({ days: 1 })) {
    if (day.dayOfWeek <= 5) days.push(day);
  }
  return days;
}

/** The Sunday of the coming week, never today. */
export function nextSunday(): Day {
  const day = today();
  return day.add({ days: 7 - (day.dayOfWeek % 7) });
}

/** "Dienstag, den 24. November" */
export function speakDay(day: Day): string {
  const date = new Date(`${day.toString()}T12:00:00Z`);
  const weekday = date.toLocaleDateString("de-DE", { weekday: "long", timeZone: "UTC" });
  const rest = date.toLocaleDateString("de-DE", { day: "numeric", month: "long", timeZone: "UTC" });
  return `${weekday}, den ${rest}`;
}

/** Day and time on the caller's clock of an instant such as "2026-11-24T09:00:00+01:00". */
export function localTime(instant: string): { day: Day; time: string } {
  const zoned = Temporal.Instant.from(instant).toZonedDateTimeISO(ZONE);
  return { day: zoned.toPlainDate(), time: zoned.toPlainTime().toString({ smallestUnit: "minute" }) };
}

/** "Dienstag, den 24. November, um 9 Uhr 30" */
export function speakInstant(instant: string): string {
  const { day, time } = localTime(instant);
  const [hour, minute] = time.split(":").map(Number);
  return `${speakDay(day)}, um ${hour} Uhr${minute ? ` ${minute}` : ""}`;
}

export const sameInstant = (a: string, b: string) => Date.parse(a) === Date.parse(b);
