import { type Day, dayOf, easterSunday, firstAfter, partsOf, weekdayOf } from "../calendar";
import type { Context } from "../context";
import type { Feast, Node } from "./nodes";
import { type Rule, rule } from "./rule";

type InYear = (year: number) => [first: Day, last: Day];

const fixed =
  (month: number, day: number): InYear =>
  (year) => [dayOf(year, month, day), dayOf(year, month, day)];
const easter =
  (first: number, last = first): InYear =>
  (year) => [easterSunday(year) + first, easterSunday(year) + last];
/** The Sundays before Christmas. */
const advent =
  (nth: number): InYear =>
  (year) => {
    const fourth = firstAfter(dayOf(year, 12, 25) - 8, 7);
    return [fourth - 7 * (4 - nth), fourth - 7 * (4 - nth)];
  };
const wednesdayBefore23November: InYear = (year) => {
  const day = firstAfter(dayOf(year, 11, 23) - 8, 3);
  return [day, day];
};
const secondSundayOfMay: InYear = (year) => {
  const day = firstAfter(dayOf(year, 4, 30), 7) + 7;
  return [day, day];
};
const firstSundayOfOctober: InYear = (year) => {
  const day = firstAfter(dayOf(year, 9, 30), 7);
  return [day, day];
};

const named: [string, InYear][] = [
  ["neujahr|neujahrstag", fixed(1, 1)],
  ["dreikoenigstag|dreikoenig|dreikoenige|dreikoenigsfest|epiphanias", fixed(1, 6)],
  ["heiligdreikoenig|heiligdreikoenige|heiligdreikoenigen|heiligdreikoenigstag", fixed(1, 6)],
  ["heilig~? drei koenig|koenige|koenigen|koenigstag tag?", fixed(1, 6)],
  ["heilig~? <n> koenig|koenige|koenigen|koenigstag tag?", fixed(1, 6)],
  ["lichtmess", fixed(2, 2)],
  ["mariae|maria lichtmess", fixed(2, 2)],
  ["valentinstag", fixed(2, 14)],
  ["frauentag", fixed(3, 8)],
  ["maifeiertag|maitag", fixed(5, 1)],
  ["tag der arbeit", fixed(5, 1)],
  ["johannistag|johanni", fixed(6, 24)],
  ["siebenschlaefer|siebenschlaefertag", fixed(6, 27)],
  ["peter und paul", fixed(6, 29)],
  ["mariae|maria himmelfahrt", fixed(8, 15)],
  ["michaelistag", fixed(9, 29)],
  ["erntedank|erntedankfest", firstSundayOfOctober],
  ["tag der deutschen einheit", fixed(10, 3)],
  ["reformationstag|halloween", fixed(10, 31)],
  ["nationalfeiertag|einheitstag", fixed(10, 3)],
  ["allerheiligen|allerheiligentag|allerheiligenfest", fixed(11, 1)],
  ["allerseelen", fixed(11, 2)],
  ["martinstag|martini", fixed(11, 11)],
  ["sankt|st martin|martins tag?", fixed(11, 11)],
  ["barbaratag", fixed(12, 4)],
  ["nikolaus|nikolaustag|nikolausi", fixed(12, 6)],
  ["sankt|st nikolaus", fixed(12, 6)],
  ["mariae|maria empfaengnis", fixed(12, 8)],
  ["stephanstag|stefanstag|stephanitag|stefanitag", fixed(12, 26)],
  ["heiligabend|heiligabends|weihnachtsabend", fixed(12, 24)],
  ["heiligen|heiliger|heilig <part>", fixed(12, 24)],
  ["silvester|sylvester|silvestertag", fixed(12, 31)],
  ["weiberfastnacht|altweiber|weiberfasching", easter(-52)],
  ["rosenmontag", easter(-48)],
  ["faschingsdienstag|fastnachtsdienstag|veilchendienstag", easter(-47)],
  ["aschermittwoch", easter(-46)],
  ["gruendonnerstag", easter(-3)],
  ["palmsonntag", easter(-7)],
  ["karfreitag", easter(-2)],
  ["karsamstag|ostersamstag", easter(-1)],
  ["ostersonntag", easter(0)],
  ["ostermontag", easter(1)],
  ["weissen|weisser <weekday>", easter(7)],
  ["christi? himmelfahrt", easter(39)],
  ["christi? himmelfahrts tag", easter(39)],
  ["himmelfahrtstag|vatertag|christihimmelfahrt", easter(39)],
  ["pfingstsamstag", easter(48)],
  ["pfingstsonntag", easter(49)],
  ["pfingstmontag", easter(50)],
  ["fronleichnam|fronleichnamstag", easter(60)],
  ["buss und bettag", wednesdayBefore23November],
  ["busstag|bettag", wednesdayBefore23November],
  ["volkstrauertag", advent(-1)],
  ["totensonntag|ewigkeitssonntag", advent(0)],
  ["muttertag", secondSundayOfMay],
  ["ostern|osterfeiertage|osterfeiertagen|osterwochenende", easter(-2, 1)],
  ["pfingsten|pfingstfeiertage|pfingstfeiertagen", easter(49, 50)],
  [
    "weihnachten|weihnachtsfeiertage|weihnachtsfeiertagen",
    (year) => [dayOf(year, 12, 24), dayOf(year, 12, 26)],
  ],
];

/** The feasts of one word. */
export const feastNames = named.flatMap(([words]) => (/[ ?~]/.test(words) ? [] : words.split("|")));

/** The occurrence that is not over yet. */
function next(inYear: InYear, { today }: Context): Feast {
  const { year } = partsOf(today);
  const [first, last] = [year, year + 1].map(inYear).find(([, end]) => end >= today) ?? inYear(year + 1);
  return { type: "feast", first, last };
}

const ordinalFeasts: [string, (nth: number) => InYear | undefined][] = [
  ["weihnachtstag|weihnachtsfeiertag|christtag", (nth) => (nth <= 2 ? fixed(12, 24 + nth) : undefined)],
  ["advent|adventssonntag", (nth) => (nth <= 4 ? advent(nth) : undefined)],
];

export const feastRules: Rule[] = [
  // A town, a church or a hospital.
  rule("in|bei|aus sankt|st martin|nikolaus", () => ({ type: "nothing" })),
  ...named.map(([words, inYear]) => rule(words, (_, context) => next(inYear, context))),
  ...ordinalFeasts.map(([words, inYear]) =>
    rule(`<nth> ${words}`, ([{ value }], context) => {
      const found = inYear(value);
      return found && next(found, context);
    }),
  ),
  rule("zwischen den jahren", (_, context) => betweenTheYears(context)),
  rule("zwischen weihnachten und neujahr|silvester|neujahrstag", (_, context) => betweenTheYears(context)),
  rule("naechst~ feiertag", (_, context) => nextHoliday(context)),
  rule("feiertag", (_, context) => nextHoliday(context)),
];

function betweenTheYears(context: Context): Node {
  const { first, last } = next((year) => [dayOf(year, 12, 27), dayOf(year, 12, 31)], context);
  return {
    type: "days",
    readings: [Array.from({ length: last - first + 1 }, (_, i) => first + i)],
    span: true,
  };
}

function nextHoliday({ today, isHoliday }: Context): Feast | undefined {
  for (let day = today + 1; day < today + 400; day++) {
    if (isHoliday(day)) return { type: "feast", first: day, last: day };
  }
  return undefined;
}

const single = (day: Day): Node => ({ type: "days", readings: [[day]] });

/** "am Tag nach dem ersten Mai" */
const beside = (readings: Day[][], step: number): Node | undefined =>
  readings.every((days) => days.length === 1)
    ? { type: "days", readings: readings.map((days) => days.map((day) => day + step)) }
    : undefined;

/** "Donnerstag ist ja Fronleichnam", "morgen ist ja Samstag" */
const comment: Node = { type: "word", text: "feiertagscomment" };

/** Days relative to a feast, once the articles are gone. */
export const feastRelationRules: Rule[] = [
  rule("ist ja|doch <feast>", () => comment),
  rule("<:stopp|nein|nee|quatsch|moment> ist <feast>", ([marker]) => [
    { type: "word", text: marker },
    comment,
  ]),
  rule("<days|weekday> ist <feast>", ([day]) => [day, comment]),
  rule("<days|weekday> ist <weekday>", ([day]) => [day, comment]),
  rule("tag nach <feast>", ([{ last }]) => single(last + 1)),
  rule("tag vor <feast>", ([{ first }]) => single(first - 1)),
  rule("tag nach <days>", ([{ readings }]) => beside(readings, 1)),
  rule("tag vor <days>", ([{ readings }]) => beside(readings, -1)),
  rule("<count> tag|tage nach <feast>", ([{ value }, { last }]) => single(last + value)),
  rule("<count> tag|tage vor <feast>", ([{ value }, { first }]) => single(first - value)),
  rule("<count> woche nach <feast>", ([{ value }, { last }]) => single(last + 7 * value)),
  rule("<count> woche vor <feast>", ([{ value }, { first }]) => single(first - 7 * value)),
  rule("<n> wochen nach <feast>", ([{ value }, { last }]) => single(last + 7 * value)),
  rule("<n> wochen vor <feast>", ([{ value }, { first }]) => single(first - 7 * value)),
  rule("<weekday> nach <feast>", ([{ value }, { last }]) => single(firstAfter(last, value))),
  rule("<weekday> vor <feast>", ([{ value }, { first }]) => single(firstAfter(first - 8, value))),
  rule("brueckentag <feast>", ([{ first }]) => single(firstAfter(first, 5))),
  rule("brueckentag nach|von <feast>", ([{ first }]) => single(firstAfter(first, 5))),
  rule("brueckentag", (_, context) => nextBridge(context)),
  rule("<feast> <n>", ([feast, { value }]) =>
    value >= 2000 && value < 2100 ? inYearOf(feast, value) : undefined,
  ),
];

/** A Friday behind a holiday on Thursday. */
function nextBridge({ today, isHoliday }: Context): Node | undefined {
  for (let day = today + 1; day < today + 800; day++) {
    if (weekdayOf(day) === 5 && isHoliday(day - 1) && !isHoliday(day)) return single(day);
  }
  return undefined;
}

/** Only feasts with a date of their own keep it in another year. */
function inYearOf({ first, last }: Feast, year: number): Feast | undefined {
  const { month, day } = partsOf(first);
  return month >= 10 || month === 1
    ? { type: "feast", first: dayOf(year, month, day), last: dayOf(year, month, day) + last - first }
    : undefined;
}
