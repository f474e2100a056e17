import type { Context } from "../context";
import { isCounted } from "./counted-things";
import { dayparts } from "./lexicon";
import type { Cardinal, Clock, DigitDate, Digits, Node } from "./nodes";
import { isType, type Rule, rule } from "./rule";
import { clockOfDigits } from "./tokenise";

/** `hour:minute`; of the twelve-hour clock unless the hour is 0 or above 12. */
function clockAt(hour: number, minute = 0): Clock {
  const invalid = hour > 24 || minute > 59 || (hour === 24 && minute > 0);
  const twelve = hour >= 1 && hour <= 12;
  return { type: "clock", minutes: hour * 60 + minute, twelve, ...(invalid ? { invalid } : {}) };
}

const isWritten = ({ digits }: Cardinal) => digits?.length === 2;

/** "elf Uhr dreißig"; written with two digits each it is of the 24-hour clock. */
function hourAndMinute(hour: Cardinal, minute?: Cardinal): Clock {
  const { digits } = hour;
  if (!minute && digits?.length === 4)
    return { ...clockAt(Number(digits.slice(0, 2)), Number(digits.slice(2))), twelve: false };
  const clock = clockAt(hour.value, minute?.value);
  const literal = minute && isWritten(hour) && isWritten(minute);
  return literal ? { ...clock, twelve: false } : clock;
}

/** `offset` minutes from the hour: "halb drei" = three − 30. Above twelve the hour is of the 24-hour clock. */
function around({ value: hour }: Cardinal, offset: number): Clock | undefined {
  if (hour > 24) return { ...clockAt(hour) };
  if (hour > 12 || hour === 0) {
    const minutes = (hour * 60 + offset + 1440) % 1440;
    return { type: "clock", minutes, twelve: false };
  }
  const minutes = (hour * 60 + offset + 720) % 720;
  return { type: "clock", minutes: minutes < 60 ? minutes + 720 : minutes, twelve: true };
}

const sign = (word: "vor" | "nach") => (word === "vor" ? -1 : 1);

/** "viertel drei": a quarter past two in the east and south; elsewhere the word "nach" may have been lost. */
function quarter(hour: Cardinal, { region }: Context): Clock | undefined {
  const regional = around(hour, -45);
  if (region === "ost" || region === "sued" || !regional) return regional;
  return { ...regional, other: around(hour, 15)?.minutes };
}

const moved = (clock: Clock | undefined, by: number): Clock | undefined =>
  clock && {
    ...clock,
    minutes: clock.minutes + by,
    ...(clock.other === undefined ? {} : { other: clock.other + by }),
  };

const smallMinutes = ({ value }: Cardinal) => value >= 1 && value <= 59;

const introducers = "um|gegen|ca|circa|etwa|ungefaehr|rund|punkt|schlag|so|kurz";

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
  rule("zwischen <n> uhr und <n>", ([from, to]) => clocksBetween("zwischen", hourAndMinute(from), "und", to)),
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

  rule("halb <n> uhr?", ([hour]) => around(hour, -30)),
  rule("halb <nth>", ([hour]) => around({ type: "n", value: hour.value }, -30)),
  rule("<n> minuten? <:vor|nach> halb <n> uhr?", ([minutes, side, hour]) =>
    smallMinutes(minutes) ? around(hour, -30 + sign(side) * minutes.value) : undefined,
  ),
  rule("<n> minuten? <:vor|nach> <n> uhr?", ([minutes, side, hour]) =>
    smallMinutes(minutes) ? around(hour, sign(side) * minutes.value) : undefined,
  ),
  rule("<n> minuten? <:vor|nach> dreiviertel <n> uhr?", ([minutes, side, hour]) =>
    smallMinutes(minutes) ? around(hour, -15 + sign(side) * minutes.value) : undefined,
  ),
  rule("<n> minuten? <:vor|nach> <n> viertel <n> uhr?", ([minutes, side, three, hour]) =>
    smallMinutes(minutes) && three.value === 3 ? around(hour, -15 + sign(side) * minutes.value) : undefined,
  ),
  rule("<n> minuten? <:vor|nach> viertel <n> uhr?", ([minutes, side, hour], context) =>
    smallMinutes(minutes) ? moved(quarter(hour, context), sign(side) * minutes.value) : undefined,
  ),
  rule("eine minute <:vor|nach> <n> uhr?", ([side, hour]) => around(hour, sign(side))),
  // Austrian: "viertel auf drei" is a quarter past two, "viertel über drei" a quarter past three.
  rule("viertel auf <n> uhr?", ([hour]) => around(hour, -45)),
  rule("dreiviertel auf <n> uhr?", ([hour]) => around(hour, -15)),
  rule("viertel ueber <n> uhr?", ([hour]) => around(hour, 15)),
  rule("halb ein|einse uhr?", () => around({ type: "n", value: 1 }, -30)),
  rule("halb <:bis|oder> dreiviertel <n> uhr?", ([link, hour]) => [
    around(hour, -30) ?? midnight,
    { type: "word", text: link },
    around(hour, -15) ?? midnight,
  ]),
  rule("zwischen halb und dreiviertel <n> uhr?", ([hour]) => [
    { type: "word", text: "zwischen" },
    around(hour, -30) ?? midnight,
    { type: "word", text: "und" },
    around(hour, -15) ?? midnight,
  ]),
  rule("viertel <:vor|nach> <n> uhr?", ([side, hour]) => around(hour, sign(side) * 15)),
  rule("viertel ab <n> uhr?", ([hour]) => around(hour, 15)),
  rule("<n> viertel nach <n> uhr?", ([three, hour]) => (three.value === 3 ? around(hour, 45) : undefined)),
  rule("dreiviertel nach <n> uhr?", ([hour]) => around(hour, 45)),
  rule("eine? viertelstunde <:vor|nach> <n> uhr?", ([side, hour]) => around(hour, sign(side) * 15)),
  rule("eine? halbe stunde <:vor|nach> <n> uhr?", ([side, hour]) => around(hour, sign(side) * 30)),
  rule("<:kurz> <:vor|nach> halb <n> uhr?", ([, side, hour]) => spread(around(hour, -30), side)),
  rule("<:kurz> <:vor|nach> dreiviertel <n> uhr?", ([, side, hour]) => spread(around(hour, -15), side)),
  rule("<:kurz> <:vor|nach> viertel <:vor|nach> <n> uhr?", ([, side, quarterSide, hour]) =>
    spread(around(hour, sign(quarterSide) * 15), side),
  ),
  rule("<:kurz> <:vor|nach> <n> uhr?", ([, side, hour]) => spread(clockAt(hour.value), side)),
  rule("<:kurz> <:vor|nach> <n> uhr <n>", ([, side, hour, minute]) =>
    spread(hourAndMinute(hour, minute), side),
  ),
  rule("<:kurz> <:vor|nach> <clock> uhr?", ([, side, clock]) => spread(clock, side)),
  rule("<:kurz> <:vor|nach> <part>", ([, side, part]) =>
    part === dayparts.noon ? spread({ ...clockAt(12), twelve: false }, side) : undefined,
  ),
  rule("<:kurz> <:vor|nach> <nth>", ([, side, hour]) => spread(clockAt(hour.value), side)),
  rule("<n> viertel <n> uhr?", ([three, hour]) => (three.value === 3 ? around(hour, -15) : undefined)),
  rule("dreiviertel <n> uhr?", ([hour]) => around(hour, -15)),
  rule("dreiviertel <nth>", ([hour]) => around({ type: "n", value: hour.value }, -15)),
  rule("viertel <n> uhr?", ([hour], context) => quarter(hour, context)),
  rule("viertel <nth>", ([hour], context) => quarter({ type: "n", value: hour.value }, context)),

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

const midnight: Clock = { type: "clock", minutes: 0, twelve: false, midnight: true };

/** "zwölf Uhr mittags" needs no opening hours. */
function noonOrMidnight({ value }: Cardinal, half: string): Clock | undefined {
  if (value !== 12) return undefined;
  return half === "noon" ? { ...clockAt(12), twelve: false } : half === "night" ? midnight : undefined;
}

const spread = (clock: Clock | undefined, side: "vor" | "nach"): Clock | undefined =>
  clock && { ...clock, spread: side === "vor" ? { before: 15, after: 0 } : { before: 0, after: 15 } };

const dottedClock = ({ first, second }: Digits) => clockOfDigits(first, second);
const isOnlyClock = ({ first, second }: Digits) =>
  Number(second) > 12 && second.length === 2 && Number(second) <= 59 && Number(first) <= 24;

/** "um 10.30." at the end of a sentence. */
function finalClock({ day, month, year }: DigitDate): Clock | undefined {
  if (year || day > 24) return undefined;
  return { ...clockAt(day, month), twelve: day < 10 };
}

/** Words before a bare number that make it an hour. */
const beforeHour = new Set(
  "um gegen ca circa etwa ungefaehr rund punkt schlag so ab bis vor nach zwischen fruehestens spaetestens maximal hoechstens laengstens lieber nein nee quatsch moment stopp sorry entschuldigung verzeihung besser eher doch sondern".split(
    " ",
  ),
);
/** A bare "drei" is an hour behind "um" and the like, behind a day or part of it, and beside another clock time. */
export function promoteHours(nodes: Node[]): Node[] {
  const result: Node[] = [];
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i] as Node;
    const hour = hourOf(node, result.at(-1));
    if (!hour || !isHour(nodes, i, result)) {
      result.push(node);
      continue;
    }
    const minute = minuteBehind(nodes, i);
    result.push(minute && node.type === "n" ? hourAndMinute(node, minute) : hour);
    if (minute) i++;
  }
  return result;
}

/** `before` are the nodes up to `at`, as far as they are read. */
function isHour(nodes: Node[], at: number, before: Node[]): boolean {
  const [other, last] = [before.at(-2), before.at(-1)];
  const [node, next] = [nodes[at], nodes[at + 1]];
  if (isCounted(next)) return false;
  if (last?.type === "word" && beforeHour.has(last.text)) return true;
  if (isType(last, "weekday", "part") || (last?.type === "days" && node?.type === "n")) return true;
  if (
    isText(last, /^(?:und|oder|bzw|beziehungsweise|sondern|bis|als|auf)$/) &&
    (other?.type === "clock" || isComparison(other))
  )
    return true;
  if (isText(other, /^warten?$/) && isText(last, /^(?:sie|mal)$/)) return true;
  if (isText(other, /^ich$/) && isText(last, /^(?:meine|meinte|mein)$/)) return true;
  if (node?.type === "n" && isText(next, /^(?:und|oder)$/) && isType(nodes[at + 2], "clock")) return true;
  if (isText(last, /^von$/) && isText(next, /^(?:an|ab)$/)) return true;
  return node?.type === "n" && opensRange(nodes, at);
}

/** "Freitag vierzehn dreißig" */
function minuteBehind(nodes: Node[], at: number): Cardinal | undefined {
  const [minute, behind] = nodes.slice(at + 1, at + 3);
  return minute?.type === "n" && minute.value >= 10 && minute.value <= 59 && !isCounted(behind)
    ? minute
    : undefined;
}

const isText = (node: Node | undefined, text: RegExp) => node?.type === "word" && text.test(node.text);

/** "neun bis zwölf", but not "zwei bis drei Wochen". */
function opensRange(nodes: Node[], at: number): boolean {
  const [link, other, behind] = nodes.slice(at + 1, at + 4);
  if (link?.type !== "word" || link.text !== "bis") return false;
  return isType(other, "clock") || (other?.type === "n" && other.value <= 24 && !isCounted(behind));
}

const isComparison = (node: Node | undefined) =>
  node?.type === "word" && /^(?:spaeter|frueher|fruehestens|spaetestens|vor|nach)$/.test(node.text);

/** "um 3." at the end of a sentence and "um achte" look like ordinals. */
function hourOf(node: Node, before: Node | undefined): Clock | undefined {
  const strict =
    before?.type === "word" && /^(?:um|gegen|ca|circa|etwa|ungefaehr|rund|punkt)$/.test(before.text);
  if (node.type === "n") {
    if (node.value <= 24) return clockAt(node.value);
    if (node.digits?.length === 4 && node.value < 1900) return hourAndMinute(node);
    return strict && node.value < 100 ? clockAt(node.value) : undefined;
  }
  return node.type === "nth" && strict && node.value <= 24 ? clockAt(node.value) : undefined;
}

const frueh = "frueh|fruehe|fruehen|frueher|fruehem|fruehere|frueheren";
const spaet = "spaet|spaete|spaeten|spaeter|spaetem|spaetere|spaeteren";

export const daypartRules: Rule[] = [
  rule(`${frueh} <part>`, ([part]) =>
    part === dayparts.morning ? dayparts.earlyMorning : half(part, "first"),
  ),
  rule(`${frueh} morgens|morgen`, () => dayparts.earlyMorning),
  rule(`am? ${frueh} morgen`, () => dayparts.earlyMorning),
  rule(`${frueh} <weekday> <part>`, ([weekday, part]) => [
    weekday,
    part === dayparts.morning ? dayparts.earlyMorning : half(part, "first"),
  ]),
  rule(`${spaet} <weekday> <part>`, ([weekday, part]) => [weekday, half(part, "second")]),
  rule("morgens frueh", () => dayparts.earlyMorning),
  rule(`${frueh} am <part>`, ([part]) =>
    part === dayparts.morning ? dayparts.earlyMorning : half(part, "first"),
  ),
  rule(`${spaet} am <part>`, ([part]) => half(part, "second")),
  // Torn apart, or meant so: both begin at noon.
  rule("nach <part>", ([part]) => (part === dayparts.noon ? dayparts.afternoon : undefined)),
  rule(`${spaet} <part>`, ([part]) => half(part, "second")),
  rule("in der|da frueh|fruehe", () => dayparts.morning),
  rule("<part> vor der|meiner arbeit", ([part]) => (part.half === "am" ? part : undefined)),
  rule("nach dem? feierabend", () => dayparts.afterWork),
  rule("nach der|meiner arbeit", () => dayparts.afterWork),
  rule("<part>", ([part]) => part),
];

/** "später Nachmittag": the second half of it. */
function half(part: Node & { type: "part" }, which: "first" | "second") {
  const middle = (part.from + part.to) / 2;
  return which === "first" ? { ...part, to: middle } : { ...part, from: middle };
}
