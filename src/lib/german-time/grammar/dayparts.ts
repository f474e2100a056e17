import { dayparts } from "./lexicon";
import type { Node } from "./nodes";
import { type Rule, rule } from "./rule";

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
  rule("nach dem? feierabend", () => dayparts.afterWork),
  rule("nach der|meiner arbeit", () => dayparts.afterWork),
  rule("<part>", ([part]) => part),
];

/** "später Nachmittag": the second half of it. */
function half(part: Node & { type: "part" }, which: "first" | "second") {
  const middle = (part.from + part.to) / 2;
  return which === "first" ? { ...part, to: middle } : { ...part, from: middle };
}
