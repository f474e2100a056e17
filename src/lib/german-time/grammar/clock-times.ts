import { around, clockAt, hourAndMinute, midnight, noonOrMidnight } from "./clock-values";
import { dayparts } from "./lexicon";
import type { Cardinal, Clock, DigitDate, Digits, Node } from "./nodes";
import { type Rule, rule } from "./rule";
import { clockOfDigits } from "./tokenise";

const introducers = "um|gegen|ca|circa|etwa|ungefaehr|rund|punkt|schlag|so|kurz";

/** "drei Uhr", "14 Uhr 30", "16:20", "um Mitternacht", and several of them in a row. */
export const clockRules: Rule[] = [
  rule("<n> uhr", ([hour]) => hourAndMinute(hour)),
  rule("ein uhr", () => clockAt(1)),
  rule("ein uhr <n> minuten?", ([minute]) => clockAt(1, minute.value)),
  rule("<n> uhr halb", ([hour]) => clockAt(hour.value, 30)),
  rule("<n> uhr halb <n> uhr?", ([hour, half]) => [hourAndMinute(hour), around(half, -30) ?? midnight]),
  rule("<n> und <n> uhr", ([hour, minute]) =>
    hour.value > 12 && minute.value > 24 ? hourAndMinute(hour, minute) : undefined,
  ),
  rule("um|gegen die <n> uhr", ([hour]) => hourAndMinute(hour)),
  rule("<n> uhr und? <n> minuten? !uhr", ([hour, minute]) => hourAndMinute(hour, minute)),
  // "sechzehn dreißig Uhr"; "vierundzwanzig zehn Uhr" may be a day and an hour.
  rule("<n> <n> uhr", ([hour, minute]) =>
    hour.value <= 24 && minute.value > 24 && minute.value <= 59 ? hourAndMinute(hour, minute) : undefined,
  ),
  rule("zwischen <n> uhr und <n> !uhr", ([from, to]) =>
    clocksBetween("zwischen", hourAndMinute(from), "und", to),
  ),
  rule("zwischen ein uhr? und <n> uhr?", ([to]) => clocksBetween("zwischen", clockAt(1), "und", to)),
  rule("von? ein uhr? bis <n> uhr", ([to]) => clocksBetween("von", clockAt(1), "bis", to)),
  // "14 Uhr 30." at the end of a sentence, but not "14 Uhr, 3. Dezember".
  rule("<n> uhr <nth> !<month|nth>", ([hour, minute]) => clockAt(hour.value, minute.value)),
  rule("<n> uhr <n> <n>", ([hour, zero, minute]) =>
    zero.value === 0 && minute.value < 10 ? clockAt(hour.value, minute.value) : undefined,
  ),
  // "elf Uhr, elf Uhr dreißig": said twice, the fuller one counts; other hours are alternatives.
  rule("<n> uhr <n> uhr", ([a, b]) =>
    a.value === b.value ? hourAndMinute(b) : [hourAndMinute(a), hourAndMinute(b)],
  ),
  rule("<n> uhr <n> uhr <n>", ([a, b, minute]) =>
    a.value === b.value ? hourAndMinute(b, minute) : [hourAndMinute(a), hourAndMinute(b, minute)],
  ),
  rule("<clock> uhr?", ([clock]) => clock),
  rule("<dotted> uhr", ([digits]) => dottedClock(digits)),
  rule(`<:${introducers}> um? <dotted>`, ([, digits]) => dottedClock(digits)),
  rule(`um|gegen <digitdate> uhr?`, ([date]) => finalClock(date)),
  rule("<dotted>", ([digits]) => (isOnlyClock(digits) ? dottedClock(digits) : undefined)),
  rule(`<:${introducers}> um? <n> <n>`, ([, hour, minute]) =>
    minute.value >= 10 && minute.value <= 59 && hour.value <= 24 ? hourAndMinute(hour, minute) : undefined,
  ),
  // "um neun, zehn oder elf" is a list, no minute.
  rule("um|gegen <n> <n> oder|und <n> uhr?", (hours) => alternatives(hours)),
  rule("um|gegen <n> <n> <n> oder|und <n> uhr?", (hours) => alternatives(hours)),
  rule("um|punkt <part>", ([part]) =>
    part === dayparts.noon ? { ...clockAt(12), twelve: false } : undefined,
  ),
  rule("mitternacht", () => midnight),
  rule("um|gegen mitternacht", () => midnight),
  rule("<n> uhr <part>", ([hour, part]) => [noonOrMidnight(hour, part.half) ?? hourAndMinute(hour), part]),
];

/** "zwischen vierzehn Uhr und sechzehn" has no minutes in it. */
const clocksBetween = (before: string, from: Clock, link: string, to: Cardinal): Node[] => [
  { type: "word", text: before },
  from,
  { type: "word", text: link },
  hourAndMinute(to),
];

const alternatives = (hours: Cardinal[]): Node[] | undefined =>
  hours.every(({ value }) => value <= 24)
    ? hours.flatMap((hour, i): Node[] => [
        ...(i > 0 ? [{ type: "word", text: "oder" } as const] : []),
        hourAndMinute(hour),
      ])
    : undefined;

const dottedClock = ({ first, second }: Digits) => clockOfDigits(first, second);
const isOnlyClock = ({ first, second }: Digits) =>
  Number(second) > 12 && second.length === 2 && Number(second) <= 59 && Number(first) <= 24;

/** "um 10.30." at the end of a sentence. */
function finalClock({ day, month, year }: DigitDate): Clock | undefined {
  if (year || day > 24) return undefined;
  return { ...clockAt(day, month), twelve: day < 10 };
}
