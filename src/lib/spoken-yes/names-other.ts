import { Temporal } from "temporal-polyfill";
import { type Clock, type Reading, understand } from "../german-time";
import { english } from "./english";
import type { Asked } from "./read-back";

const personNamed =
  /\b(?:bei|zu|zur|zum|mit|with)\s+(?:der\s+|dem\s+)?(?:frau|herrn?|mrs?\.?|ms\.?|dr\.?)\s+(\p{L}+)/iu;

/** Whether these words name another time or person than the one asked about. */
export function namesOther(words: string, asked: Asked): boolean {
  const { clock, language, starts, staffName } = asked;
  const person = personNamed.exec(words)?.[1];
  if (person && staffName && !staffName.toLowerCase().includes(person.toLowerCase())) return true;
  if (language === "en")
    return starts.every((start) => english.namesTime(withoutMoment(words, start, clock)));
  const readings = readingsOf(words, asked);
  return (
    readings.length > 0 && !readings.some((reading) => starts.some((start) => fits(reading, start, clock)))
  );
}

function readingsOf(text: string, { clock, starts }: Asked): (Reading | { kind: "invalid" })[] {
  const understood = understand({ text }, { ...clock, offered: [...starts] });
  switch (understood.kind) {
    case "none":
      return [];
    case "ambiguous":
      return understood.candidates;
    case "past":
      return [understood.reading];
    case "invalid":
      return [{ kind: "invalid" }];
    default:
      return [understood];
  }
}

function fits(reading: Reading | { kind: "invalid" }, start: Date, clock: Clock): boolean {
  const local = zoned(start, clock);
  const date = local.toPlainDate().toString();
  const time = local.toPlainTime().toString({ smallestUnit: "minute" });
  switch (reading.kind) {
    case "instant":
      return reading.start.getTime() === start.getTime();
    case "day":
      return reading.date === date;
    case "days":
      return reading.dates.includes(date) && (!reading.time || reading.time === time);
    case "window":
      return reading.start <= start && reading.end !== undefined && start < reading.end;
    case "time":
      return reading.time === time;
    case "daypart":
      return reading.from <= time && time < reading.to;
    case "invalid":
      return false;
  }
}

/** What is left when every way to name this moment is taken out. */
function withoutMoment(words: string, start: Date, clock: Clock): string {
  const local = zoned(start, clock);
  const name = (options: Intl.DateTimeFormatOptions) => local.toLocaleString("en", options);
  const hour = String(local.hour % 12 || 12);
  const minute = local.minute === 0 ? "(?::00)?" : `[:. ]${String(local.minute).padStart(2, "0")}`;
  const own = [
    name({ weekday: "long" }),
    `${name({ month: "long" })} ${local.day}(?:st|nd|rd|th)?`,
    `${local.day}(?:st|nd|rd|th)`,
    name({ month: "long" }),
    `(?:at )?${hour}${minute}(?: ?[ap]\\.?m\\b)?`,
    local.hour < 12 ? "morning" : "afternoon",
    local.toPlainDate().equals(zoned(clock.now, clock).toPlainDate()) ? "today" : "tomorrow",
  ];
  return words.replaceAll(new RegExp(`\\b(?:${own.join("|")})`, "gi"), " ");
}

const zoned = (at: Date, { timeZone }: Clock) =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);
