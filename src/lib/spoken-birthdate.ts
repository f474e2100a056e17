import { readNumberWord } from "./german-time/grammar/number-words";
import { addDays, isPlainDate } from "./plain-date";

const months = [
  ["januar", "jaenner", "january", "jan"],
  ["februar", "february", "feber", "feb"],
  ["maerz", "march", "mrz"],
  ["april", "apr"],
  ["mai", "may"],
  ["juni", "june", "juno", "jun"],
  ["juli", "july", "julei", "jul"],
  ["august", "aug"],
  ["september", "sept", "sep"],
  ["oktober", "october", "okt", "oct"],
  ["november", "nov"],
  ["dezember", "december", "dez", "dec"],
];
const oldest = 120;

/**
 * The days a spoken or written birthdate can mean, as "YYYY-MM-DD": "dritter vierter achtzig", "3.4.1980", "3. April
 * neunzehnhundertachtzig", "1980-04-03". A year of two digits may be in either century; nobody is born after `today`
 * or is older than 120. Empty where no whole date was said.
 */
export function readBirthdates(text: string, today: string): string[] {
  const folded = fold(text);
  const iso = /(\d{4})-(\d{1,2})-(\d{1,2})/.exec(folded);
  const said = iso ? { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) } : readWords(folded);
  if (!said) return [];
  const thisYear = Number(today.slice(0, 4));
  const years = said.year >= 100 ? [said.year] : [1900 + said.year, 2000 + said.year];
  return years
    .filter((year) => year >= thisYear - oldest)
    .map((year) => [year, pad(said.month), pad(said.day)].join("-"))
    .filter((date) => isPlainDate(date) && date < addDays(today, 1));
}

const pad = (value: number) => String(value).padStart(2, "0");

const fold = (text: string) =>
  text
    .slice(0, 200)
    .toLowerCase()
    .replaceAll("ä", "ae")
    .replaceAll("ö", "oe")
    .replaceAll("ü", "ue")
    .replaceAll("ß", "ss")
    .replace(/(hundert|tausend)(?:und(?=[a-z]))?/g, " $1 ");

interface SaidDate {
  day: number;
  month: number;
  year: number;
}

function readWords(text: string): SaidDate | undefined {
  const compact = /^\D*(\d{2})(\d{2})(\d{4}|\d{2})\D*$/.exec(text);
  if (compact) return dateOf(compact.slice(1).map(Number));
  const tokens = text.match(/[a-z]+|\d+/g) ?? [];
  const named = tokens.map(monthOf).find((month) => month !== undefined);
  const numbers = withoutLeadingZeros(joinYears(joinTens(tokens.flatMap(readToken))));
  if (named === undefined) return dateOf(numbers);
  const [day, year] = numbers;
  return numbers.length === 2 ? dateOf([day as number, named, year as number]) : undefined;
}

const dateOf = ([day, month, year, ...more]: number[]): SaidDate | undefined =>
  day !== undefined && month !== undefined && year !== undefined && more.length === 0
    ? { day, month, year }
    : undefined;

const monthOf = (token: string) => {
  const index = months.findIndex((names) => names.includes(token));
  return index < 0 ? undefined : index + 1;
};

type Token = number | "und" | "hundert" | "tausend";

function readToken(token: string): Token[] {
  if (token === "und" || token === "hundert" || token === "tausend") return [token];
  if (token === "ein") return [1];
  const read = readNumberWord(token);
  return read && "value" in read ? [read.value] : [];
}

/** "ein und achtzig", torn apart by the recogniser. */
function joinTens(tokens: Token[]): Token[] {
  return joinAt(tokens, ([unit, and, ten]) =>
    and === "und" && isNumber(unit, 1, 9) && isNumber(ten, 20, 90) && ten % 10 === 0
      ? { value: ten + unit, length: 3 }
      : undefined,
  );
}

/** "neunzehn hundert (und) achtzig", "zwei tausend (und) fünf", "neunzehn achtzig". */
function joinYears(tokens: Token[]): number[] {
  const joined = joinAt(tokens, ([first, unit, ...rest], before) => {
    const and = rest[0] === "und" ? 1 : 0;
    const base =
      unit === "hundert" && isNumber(first, 18, 19)
        ? first * 100
        : unit === "tausend" && first === 2
          ? 2000
          : undefined;
    const tail = rest[and];
    if (base !== undefined)
      return isNumber(tail, 1, 99) ? { value: base + tail, length: 3 + and } : { value: base, length: 2 };
    return before >= 2 && isNumber(first, 18, 20) && isNumber(unit, 10, 99)
      ? { value: first * 100 + unit, length: 2 }
      : undefined;
  });
  return joined.filter((token) => typeof token === "number");
}

function joinAt(
  tokens: Token[],
  join: (ahead: Token[], before: number) => { value: number; length: number } | undefined,
): Token[] {
  const result: Token[] = [];
  for (let i = 0; i < tokens.length; ) {
    const joined = join(tokens.slice(i), result.length);
    result.push(joined?.value ?? (tokens[i] as Token));
    i += joined?.length ?? 1;
  }
  return result;
}

const isNumber = (token: Token | undefined, least: number, most: number): token is number =>
  typeof token === "number" && token >= least && token <= most;

/** "null drei null vier achtzig" */
const withoutLeadingZeros = (numbers: number[]) =>
  numbers.filter((value, i) => value !== 0 || (numbers[i + 1] ?? 10) > 9);
