import { type Day, daysInMonth, findDate, monthDays, partsOf } from "../calendar";
import type { Context } from "../context";
import type { Cardinal, Days, Month, Ordinal } from "./nodes";
import { type Rule, rule } from "./rule";
import { clockOfDigits } from "./tokenise";

/** Without a year the next such date, today included; without any such date, no reading at all. */
export function dateNode(day: number, month: number, year: number | undefined, { today }: Context): Days {
  const found = year === undefined ? nextDate(day, month, today) : findDate(year, month, day);
  return { type: "days", readings: found === undefined ? [] : [[found]], month: { month, year } };
}

function nextDate(day: number, month: number, today: Day): Day | undefined {
  const { year } = partsOf(today);
  // The 29th is one of the next February, whether or not that has one.
  if (day === 29 && month === 2) return findDate(partsOf(today).month > 2 ? year + 1 : year, month, day);
  for (let y = year; y <= year + 1; y++) {
    const found = findDate(y, month, day);
    if (found !== undefined && found >= today) return found;
  }
  return undefined;
}

/** "am dritten, vierten oder fünften Dezember" */
function listed([...nodes]: [Ordinal, Ordinal, Ordinal, Month], context: Context): Days {
  const month = nodes.pop() as Month;
  const dates = nodes.map(({ value }) => dateNode(value, month.value, undefined, context).readings[0]);
  return { type: "days", readings: dates.includes(undefined) ? [] : [dates.flatMap((days) => days ?? [])] };
}

/** "am 24.": of the next month, this one included, in which that day is not over. */
export function dayOfMonth(day: number, { today }: Context): Days {
  const { year, month } = partsOf(today);
  for (let i = 0; i < 12; i++) {
    const found = findDate(year + Math.floor((month - 1 + i) / 12), ((month - 1 + i) % 12) + 1, day);
    if (found !== undefined && found >= today) return { type: "days", readings: [[found]], dayNumber: day };
  }
  return { type: "days", readings: [], dayNumber: day };
}

function lastOfMonth(month: number, context: Context): Days {
  const { year, month: current } = partsOf(context.today);
  return dateNode(daysInMonth(month < current ? year + 1 : year, month), month, undefined, context);
}

const isYear = (value: number) => value >= 1900 && value < 2100;
const yearOf = (value: number) => (value < 100 ? 2000 + value : value);
const isDayAndMonth = (day: Cardinal, month: Cardinal) =>
  Boolean(day.digits && month.digits) &&
  day.value >= 1 &&
  day.value <= 31 &&
  month.value >= 1 &&
  month.value <= 12;
/** "zwanzig sechsundzwanzig" is a year rather than a clock time as long as one may make appointments in it. */
const isNear = (year: number, { today }: Context) => Math.abs(year - partsOf(today).year) <= 3;
/** "sechsundzwanzig" behind a month, in the twenties of the century */
const isShortYear = ({ value, digits }: Cardinal, context: Context) =>
  value > 24 && value < 100 && digits?.length !== 1 && isNear(2000 + value, context);
const thisYear = ({ today }: Context) => partsOf(today).year;

export const dateRules: Rule[] = [
  rule("<digitdate>", ([{ day, month, year }], context) => dateNode(day, month, year, context)),
  rule("am|den|dem|vom|zum <dotted>", ([{ first, second }], context) =>
    dateNode(Number(first), Number(second), undefined, context),
  ),
  rule("am|den|dem|vom|zum <dotted> uhr", ([{ first, second }]) => clockOfDigits(first, second)),
  rule("<dotted>", ([{ first, second }], context) =>
    dateNode(Number(first), Number(second), undefined, context),
  ),
  rule("<nth> <month>", ([day, month], context) => dateNode(day.value, month.value, undefined, context)),
  // "am vierten des achten"
  rule("<nth> im|des <nth>", ([day, month], context) =>
    month.value <= 12 ? dateNode(day.value, month.value, undefined, context) : undefined,
  ),
  rule("<nth> <month> <n> !uhr|<month>", ([day, month, year], context) =>
    isShortYear(year, context) ? dateNode(day.value, month.value, 2000 + year.value, context) : undefined,
  ),
  rule("<nth> des? <month>", ([day, month], context) => dateNode(day.value, month.value, undefined, context)),
  rule("<nth> <month> <n>", ([day, month, year], context) =>
    isYear(year.value) ? dateNode(day.value, month.value, year.value, context) : undefined,
  ),
  rule("<nth> <month> dieses|diesen jahres|jahr", ([day, month], context) =>
    dateNode(day.value, month.value, thisYear(context), context),
  ),
  rule("<nth> <month> heuer", ([day, month], context) =>
    dateNode(day.value, month.value, thisYear(context), context),
  ),
  rule("heuer am <nth> <month>", ([day, month], context) =>
    dateNode(day.value, month.value, thisYear(context), context),
  ),
  rule("<nth> <month> naechst~|kommend~ jahres|jahr", ([day, month], context) =>
    dateNode(day.value, month.value, thisYear(context) + 1, context),
  ),
  rule("naechst~|kommend~ jahr am <nth> <month>", ([day, month], context) =>
    dateNode(day.value, month.value, thisYear(context) + 1, context),
  ),
  rule("<n> <month>", ([day, month], context) =>
    day.value >= 1 && day.value <= 99 ? dateNode(day.value, month.value, undefined, context) : undefined,
  ),
  rule("<n> <month> <n>", ([day, month, year], context) =>
    isYear(year.value) && day.value <= 99 ? dateNode(day.value, month.value, year.value, context) : undefined,
  ),
  // "3. 4. oder 5. Dezember" is a list, or a date and another one.
  rule("<digitdate> und|oder <nth> <month>", ([first, last, month], context) => {
    if (first.year) return undefined;
    const numbers = [first.day, first.month, last.value].map((value): Ordinal => ({ type: "nth", value }));
    const list = listed([...numbers, month] as Parameters<typeof listed>[0], context);
    const others = [
      dateNode(first.day, first.month, undefined, context),
      dateNode(last.value, month.value, undefined, context),
    ];
    return {
      type: "days",
      readings: [...list.readings, others.flatMap(({ readings }) => readings.flat()).sort((a, b) => a - b)],
    };
  }),
  rule("<nth> <nth> und|oder <nth> <month>", (numbers, context) => listed(numbers, context)),
  // Heard without a comma: three days, or two of the month in the middle.
  rule("<nth> <nth> und|oder <nth> !<month|nth>", ([a, b, c], context) => {
    const days = [a, b, c].map(({ value }) => dayOfMonth(value, context).readings[0]?.[0] ?? 0);
    const dates = [a, c].map(({ value }) => dateNode(value, b.value, undefined, context).readings[0]?.[0]);
    const both = dates.includes(undefined) ? [] : [dates.map((date) => date ?? 0)];
    return { type: "days", readings: [days, ...both].map((set) => set.toSorted((x, y) => x - y)) };
  }),
  rule("<nth> <nth> <n> <n>", ([day, month, century, year], context) =>
    century.value === 20 && isNear(2000 + year.value, context)
      ? dateNode(day.value, month.value, 2000 + year.value, context)
      : undefined,
  ),
  rule("<nth> <month> <n> <n>", ([day, month, century, year], context) =>
    century.value === 20 && isNear(2000 + year.value, context)
      ? dateNode(day.value, month.value, 2000 + year.value, context)
      : undefined,
  ),
  rule("am|den|dem letzten <month>", ([{ value }], context) => lastOfMonth(value, context)),
  rule("letzten tag des|im|vom <month>", ([{ value }], context) => lastOfMonth(value, context)),
  rule("letzten tag des|im|vom monat|monats", (_, context) =>
    lastOfMonth(partsOf(context.today).month, context),
  ),
  rule("monats letzten|letzter|letzte", (_, context) => lastOfMonth(partsOf(context.today).month, context)),
  rule("monats <nth>", ([{ value }], context) => dayOfMonth(value, context)),
  rule("<nth> monat <nth> tag?", ([month, day], context) =>
    dateNode(day.value, month.value, undefined, context),
  ),
  rule("<nth> tag <nth> monat?", ([day, month], context) =>
    dateNode(day.value, month.value, undefined, context),
  ),
  // "am 24 12": without the points; but "am 24 12 Uhr" is a day and an hour.
  rule("am|den|dem|der <n> <n>", ([day, month], context) =>
    isDayAndMonth(day, month) ? dateNode(day.value, month.value, undefined, context) : undefined,
  ),
  rule("am|den|dem|der <n> <n> uhr", ([day, hour], context) =>
    isDayAndMonth(day, hour)
      ? [dayOfMonth(day.value, context), { type: "clock", minutes: hour.value * 60, twelve: true }]
      : undefined,
  ),
  rule("<nth> <nth>", ([day, month], context) => dateNode(day.value, month.value, undefined, context)),
  rule("<nth> <nth> <n>", ([day, month, year], context) =>
    isYear(year.value) ? dateNode(day.value, month.value, year.value, context) : undefined,
  ),
  rule("<nth> <n> <n>", ([day, month, year], context) =>
    isYear(year.value) && month.value <= 12
      ? dateNode(day.value, month.value, year.value, context)
      : undefined,
  ),
  rule("<digitdate> <n>", ([{ day, month, year }, digits], context) =>
    year === undefined && digits.digits && isYear(digits.value)
      ? dateNode(day, month, yearOf(digits.value), context)
      : undefined,
  ),
];

/** A corrected number keeps the month of the date it corrects. */
export function withMonthOf(day: Days, earlier: Days | undefined, context: Context): Days {
  if (!earlier?.month) return day;
  if (isWholeMonth(day)) return { ...day, readings: [...dayIn(day, earlier, context), ...day.readings] };
  if (day.dayNumber === undefined || day.month) return day;
  return dateNode(day.dayNumber, earlier.month.month, earlier.month.year, context);
}

const isWholeMonth = ({ span, readings }: Days) =>
  span === true && readings.length === 1 && readings[0]?.length === monthOf(readings[0]?.[0] ?? 0).length;
const monthOf = (day: Day) => monthDays(partsOf(day).year, partsOf(day).month);

/** "am dritten November, nein, Dezember": the third of it, or any day of it. */
function dayIn({ readings }: Days, earlier: Days, context: Context): Day[][] {
  const [first, named] = [readings[0]?.[0], earlier.readings[0]?.[0]];
  if (first === undefined || named === undefined) return [];
  return dateNode(partsOf(named).day, partsOf(first).month, partsOf(first).year, context).readings;
}
