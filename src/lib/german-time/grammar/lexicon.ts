import type { Daypart, Node, Word } from "./nodes";
import { isType } from "./rule";

const hour = 60;

/** Parts of the day in minutes since midnight (the night ends on the next day), and the half a clock time falls in. */
export const dayparts = {
  earlyMorning: { type: "part", from: 6 * hour, to: 8 * hour, half: "am" },
  morning: { type: "part", from: 6 * hour, to: 10 * hour, half: "am" },
  forenoon: { type: "part", from: 8 * hour, to: 12 * hour, half: "am" },
  noon: { type: "part", from: 12 * hour, to: 14 * hour, half: "noon" },
  afternoon: { type: "part", from: 12 * hour, to: 18 * hour, half: "pm" },
  evening: { type: "part", from: 18 * hour, to: 22 * hour, half: "pm" },
  night: { type: "part", from: 22 * hour, to: 30 * hour, half: "night" },
  afterWork: { type: "part", from: 17 * hour, to: 20 * hour, half: "pm" },
} as const satisfies Record<string, Daypart>;

const weekdays = [
  ["montag", "mo"],
  ["dienstag", "di"],
  ["mittwoch", "mi"],
  ["donnerstag", "do"],
  ["freitag", "fr"],
  ["samstag", "sonnabend", "sa"],
  ["sonntag"],
];
const months = [
  ["januar", "jaenner", "jan"],
  ["februar", "feber", "feb"],
  ["maerz"],
  ["april", "apr"],
  ["mai"],
  ["juni", "juno"],
  ["juli", "julei"],
  ["august", "aug"],
  ["september", "sept", "sep"],
  ["oktober", "okt"],
  ["november", "nov"],
  ["dezember", "dez"],
];

const words = new Map<string, Node>();
weekdays.forEach((names, i) => {
  for (const name of names) {
    words.set(name, { type: "weekday", value: i + 1, mode: "bare" });
    if (name.length > 2) {
      words.set(`${name}s`, { type: "weekdays", values: [i + 1] });
      words.set(`${name}en`, { type: "weekday", value: i + 1, mode: "bare" });
    }
  }
});
months.forEach((names, i) => {
  for (const name of names) words.set(name, { type: "month", value: i + 1 });
  words.set(`${names[0]}s`, { type: "month", value: i + 1 });
});
const partWords: [Daypart, string[]][] = [
  [dayparts.morning, ["morgens"]],
  [dayparts.forenoon, ["vormittag", "vormittags", "vormittage"]],
  [dayparts.noon, ["mittag", "mittags", "mittagszeit", "mittagspause"]],
  [dayparts.afternoon, ["nachmittag", "nachmittags", "nachmittage"]],
  [dayparts.evening, ["abend", "abends", "abende", "abendstunden"]],
  [dayparts.night, ["nacht", "nachts"]],
];
for (const [part, names] of partWords) for (const name of names) words.set(name, part);

/** Words of one meaning become nodes; "morgen" and "früh" take theirs from their neighbours. */
export function lookUp(nodes: Node[]): Node[] {
  const known = nodes.map((node) => (node.type === "word" ? (words.get(node.text) ?? streetOf(node)) : node));
  const result: Node[] = [];
  known.forEach((node, i) => {
    const named = isIntroduced(result.at(-2), result.at(-3));
    result.push((named ? undefined : morningOf(node, result.at(-1), known.slice(i + 1))) ?? node);
  });
  return result;
}

/** "Frau Freitag, morgen um elf": behind a name "morgen" is tomorrow. */
const isIntroduced = (before: Node | undefined, earlier: Node | undefined) =>
  before?.type === "word" &&
  (/^(?:frau|herr|herrn|familie|doktor|dr|name|heisse)$/.test(before.text) ||
    (/^(?:ist|spricht|lautet)$/.test(before.text) &&
      earlier?.type === "word" &&
      /^(?:hier|name)$/.test(earlier.text)));

/** Whatever the street is called, its house number is no time. */
const streetOf = (node: Word): Word =>
  /.(?:strasse|str|weg|allee|gasse|platz|ufer)$/.test(node.text) ? { type: "word", text: "strasse" } : node;

/** "heute Morgen", "Dienstag früh": behind a day these words are the part of it. */
function morningOf(node: Node, before: Node | undefined, behind: Node[]): Node | undefined {
  if (node.type !== "word") return undefined;
  const [next, beyond] = behind;
  // "heute, morgen oder übermorgen"
  if (node.text === "morgen" && isWord(next, /^(?:und|oder)$/) && isWord(beyond, /^uebermorgen$/))
    return undefined;
  const afterDay =
    isType(before, "weekday", "month") ||
    (before?.type === "digitdate" && !isBirthYear(before.year)) ||
    (before?.type === "word" && dayWords.has(before.text));
  if (node.text === "morgen" && before?.type === "word" && /^(?:am|jeden|in)$/.test(before.text))
    return dayparts.morning;
  if (node.text === "morgen" && afterDay && !isMorgenWord(before)) return dayparts.morning;
  if (
    node.text === "frueh" &&
    (afterDay || isClockStart(next) || isClockEnd(before)) &&
    !isType(next, "part")
  )
    return dayparts.morning;
  return undefined;
}

const isWord = (node: Node | undefined, text: RegExp) => node?.type === "word" && text.test(node.text);

/** "geboren am 20.4.1964, morgen um vier" */
const isBirthYear = (year: number | undefined) => year !== undefined && year < 2020;

const dayWords = new Set(["heute", "morgen", "uebermorgen", "gestern", "vorgestern"]);
const isMorgenWord = (node: Node | undefined) =>
  node?.type === "word" && /morgen$/.test(node.text) && node.text !== "uebermorgen";
const isClockEnd = (node: Node | undefined) =>
  isType(node, "clock", "n") || (node?.type === "word" && node.text === "uhr");
const isClockStart = (node: Node | undefined) =>
  isType(node, "n", "clock") ||
  (node?.type === "word" && /^(?:um|gegen|halb|so|zwischen|ab)$/.test(node.text));
