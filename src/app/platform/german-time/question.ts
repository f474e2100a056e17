import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { federalStates } from "@/contracts/tenants";
import type { Hours } from "@/lib/german-time";
import { wallTimeOf } from "@/lib/plain-date";
import { readClock } from "@/lib/read-clock";
import { readDay, writeDay } from "@/lib/written-day";

export const zone = "Europe/Berlin";
export const regions = ["ost", "sued", "standard"] as const;

const hours = z
  .string()
  .trim()
  .max(60)
  .regex(/^\d{2}:\d{2}-\d{2}:\d{2}(\s*,\s*\d{2}:\d{2}-\d{2}:\d{2})*$/);

/** The page's address; what cannot be read falls back to what stands there at first. */
const address = z.object({
  text: z.string().max(1_000).catch(""),
  now: z.iso.datetime({ local: true }).or(z.string().transform(readMoment)).optional().catch(undefined),
  land: z.enum(federalStates).catch("NW"),
  region: z.enum(regions).optional().catch(undefined),
  hours: hours.or(z.literal("")).catch("09:00-18:00"),
  saturday: hours.or(z.literal("")).catch(""),
});
export type Question = ReturnType<typeof readQuestion>;

/** What is asked of the grammar: an utterance and the world it is heard in. */
export function readQuestion(params: Record<string, string | string[] | undefined>) {
  const asked = address.parse(params);
  const now = asked.now
    ? Temporal.PlainDateTime.from(asked.now).toZonedDateTime(zone)
    : Temporal.Now.zonedDateTimeISO(zone);
  return {
    ...asked,
    now: `${writeDay(now.toPlainDate().toString())} ${now.toPlainTime().toString({ smallestUnit: "minute" })}`,
    instant: new Date(now.epochMilliseconds),
  };
}

/** "24.12.2026 9:30" as ISO 8601 without a zone; undefined for anything else. */
function readMoment(text: string): string | undefined {
  const [, day = "", clock = ""] = /^(.+?)[,\s]+(\S+)$/.exec(text.trim()) ?? [];
  const reading = readDay(day, wallTimeOf(new Date(), zone).date, "ahead");
  const time = readClock(clock);
  return time && "day" in reading ? `${reading.day}T${time}` : undefined;
}

const weekdays = ["mon", "tue", "wed", "thu", "fri"] as const;

/** Undefined where nobody knows them. */
export function weekOf({ hours, saturday }: Question): Hours | undefined {
  if (!hours && !saturday) return undefined;
  const ranges = (text: string) =>
    text
      .split(",")
      .map((range) => range.trim())
      .filter(Boolean);
  return {
    ...Object.fromEntries(weekdays.map((day) => [day, ranges(hours)])),
    sat: ranges(saturday),
    sun: [],
  };
}
