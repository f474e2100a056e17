import type { Cardinal, Node, Ordinal } from "./nodes";

const small = [
  "null",
  "eins",
  "zwei",
  "drei",
  "vier",
  "fuenf",
  "sechs",
  "sieben",
  "acht",
  "neun",
  "zehn",
  "elf",
  "zwoelf",
  "dreizehn",
  "vierzehn",
  "fuenfzehn",
  "sechzehn",
  "siebzehn",
  "achtzehn",
  "neunzehn",
];
const tens = [
  "",
  "",
  "zwanzig",
  "dreissig",
  "vierzig",
  "fuenfzig",
  "sechzig",
  "siebzig",
  "achtzig",
  "neunzig",
];
const irregularOrdinals: Record<number, string[]> = {
  1: ["erst"],
  2: ["zweit", "zwot"],
  3: ["dritt"],
  7: ["siebt", "siebent"],
  8: ["acht"],
};
const endings = ["e", "en", "er", "es", "em"];
/** Hours as they are said in the south: "um dreie", "viere". */
const dialectHours: [string, number][] = [
  ["oans", 1],
  ["einse", 1],
  ["zwoa", 2],
  ["droa", 3],
  ["fuemf", 5],
  ["fuemfe", 5],
  ["fimf", 5],
  ["fimfe", 5],
  ["simme", 7],
  ["siem", 7],
  ["neine", 9],
  ["oelf", 11],
  ["elwe", 11],
  ["zwoelwe", 12],
  ["zwelfe", 12],
  ["zwoelfi", 12],
  ["zweie", 2],
  ["dreie", 3],
  ["viere", 4],
  ["fuenfe", 5],
  ["sechse", 6],
  ["siebene", 7],
  ["sieme", 7],
  ["neune", 9],
  ["zehne", 10],
  ["elfe", 11],
  ["zwoelfe", 12],
];

const cardinals = new Map<string, number>(dialectHours);
const ordinals = new Map<string, number>();

for (let value = 0; value < 100; value++) {
  for (const word of cardinalWords(value)) cardinals.set(word, value);
  if (value > 0) {
    for (const stem of ordinalStems(value)) for (const ending of endings) ordinals.set(stem + ending, value);
  }
}

function cardinalWords(value: number): string[] {
  if (value < 20) return value === 2 ? ["zwei", "zwo"] : [small[value] ?? ""];
  const ten = tens[Math.floor(value / 10)] ?? "";
  const units = value % 10;
  if (units === 0) return [ten];
  const unit = units === 1 ? ["ein"] : cardinalWords(units);
  return unit.map((word) => `${word}und${ten}`);
}

function ordinalStems(value: number): string[] {
  const irregular = irregularOrdinals[value];
  if (irregular) return irregular;
  return cardinalWords(value).map((word) => word + (value < 20 ? "t" : "st"));
}

/** "vierzehn", "fünfundvierzig", "dritten", "zweitausendsechsundzwanzig"; undefined for any other word. */
export function readNumberWord(word: string): Cardinal | Ordinal | undefined {
  const cardinal = cardinals.get(word);
  if (cardinal !== undefined) return { type: "n", value: cardinal };
  const ordinal = ordinals.get(word);
  if (ordinal !== undefined) return { type: "nth", value: ordinal };
  if (/^\d+$/.test(word)) return { type: "n", value: Number(word), digits: word };
  const year = /^(?:zwei|zwo)tausend(?:und)?(.*)$/.exec(word);
  if (!year) return undefined;
  const rest = year[1] ? cardinals.get(year[1]) : 0;
  return rest === undefined ? undefined : { type: "n", value: 2000 + rest };
}

const stumps = new Map([
  ["sech", 6],
  ["sieb", 7],
]);

/** Numbers that recognition tore apart: "vier zehn uhr", "fünf und vierzig", "ein und dreißigsten". */
export function rejoin(nodes: Node[]): Node[] {
  const result: Node[] = [];
  for (let i = 0; i < nodes.length; ) {
    const joined =
      tornTeen(nodes, i, result.at(-1)) ?? tornTens(nodes, i, result.at(-1)) ?? tornYear(nodes, i);
    result.push(joined?.node ?? (nodes[i] as Node));
    i += joined?.length ?? 1;
  }
  return result;
}

interface Joined {
  node: Node;
  length: number;
}

function tornTeen(nodes: Node[], i: number, before: Node | undefined): Joined | undefined {
  const [unit, ten, uhr] = nodes.slice(i, i + 3);
  const value = unit?.type === "n" ? unit.value : unit?.type === "word" ? (stumps.get(unit.text) ?? 0) : 0;
  if (value < 3 || value > 9 || (ten?.type !== "n" && ten?.type !== "nth") || ten.value !== 10)
    return undefined;
  // "die ist acht, zehn Uhr wäre gut"
  if (isWordNode(before, "ist") || isWordNode(before, "wird")) return undefined;
  if (ten.type === "nth") return { node: { type: "nth", value: value + 10 }, length: 2 };
  if (!isWordNode(uhr, "uhr") && !isWordNode(before, "uhr") && unit?.type === "n") return undefined;
  return { node: { type: "n", value: value + 10 }, length: 2 };
}

function tornTens(nodes: Node[], i: number, before: Node | undefined): Joined | undefined {
  const [unit, and, ten] = nodes.slice(i, i + 3);
  if (!isWordNode(and, "und") || isWordNode(before, "zwischen")) return undefined;
  const value = isWordNode(unit, "ein") ? 1 : unit?.type === "n" && !unit.digits ? unit.value : 0;
  if (value < 1 || value > 9 || (ten?.type !== "n" && ten?.type !== "nth")) return undefined;
  if (ten.value < 20 || ten.value % 10 !== 0 || (ten.type === "n" && ten.digits)) return undefined;
  return { node: { type: ten.type, value: ten.value + value }, length: 3 };
}

/** "zwei tausend sechs und zwanzig" */
function tornYear(nodes: Node[], i: number): Joined | undefined {
  const [two, thousand, rest] = nodes.slice(i, i + 3);
  if (two?.type !== "n" || two.value !== 2 || !isWordNode(thousand, "tausend") || rest?.type !== "n")
    return undefined;
  return { node: { type: "n", value: 2000 + rest.value }, length: 3 };
}

const isWordNode = (node: Node | undefined, text: string) => node?.type === "word" && node.text === text;
