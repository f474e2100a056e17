import type { Node } from "./nodes";
import { type Rule, rule } from "./rule";

const pick = (nth: number): Node => ({ type: "reference", pick: nth });
const shift = (minutes: number): Node => ({ type: "reference", minutes });
const sign = (word: "spaeter" | "frueher") => (word === "spaeter" ? 1 : -1);
const later = "<:spaeter|frueher>";

/** Rules that apply only while an offer stands. */
export const referenceRules: Rule[] = [
  rule("der|den|die|das <nth> termin|vorschlag?", ([{ value }]) => pick(value)),
  rule("der|den|die|das letzte|letzten|letzteren termin|vorschlag?", () => pick(0)),
  rule("der|den|die|das nehme|nehm|nehmen ich|wir", () => ({ type: "reference" })),
  rule("nehme|nehm|nehmen ich|wir", () => ({ type: "reference" })),
  rule("der|das passt mir?", () => ({ type: "reference" })),
  rule(`<count> stunde|stunden ${later}`, ([{ value }, word]) => shift(60 * value * sign(word))),
  rule(`<n> minuten ${later}`, ([{ value }, word]) => shift(value * sign(word))),
  rule(`eine? halbe stunde ${later}`, ([word]) => shift(30 * sign(word))),
  rule(`eine? viertelstunde ${later}`, ([word]) => shift(15 * sign(word))),
  rule(`anderthalb|eineinhalb stunden ${later}`, ([word]) => shift(90 * sign(word))),
  rule(`<count> tag|tage ${later}`, ([{ value }, word]) => ({ type: "reference", days: value * sign(word) })),
  rule(`<count> woche|wochen ${later}`, ([{ value }, word]) => ({
    type: "reference",
    days: 7 * value * sign(word),
  })),
];
