import { Temporal } from "temporal-polyfill";

/** The calendar days one mention may mean: one, two where people disagree, or none where no such day exists. */
export type DayMention = { days: Temporal.PlainDate[]; weekday?: number };

interface Found {
  mentions: DayMention[];
  /** The text without what was understood, so that "24.11." is not read as a clock time again. */
  rest: string;
}

const weekdays = ["montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag"];
const months = [
  "januar|jänner",
  "februar",
  "märz|maerz",
  "april",
  "mai",
  "juni",
  "juli",
  "august",
  "september",
  "oktober",
  "november",
  "dezember",
];
const weekday = `(${weekdays.join("|")}|sonnabend)`;
const month = `(${months.join("|")})`;

type Rule = [
  pattern: RegExp,
  read: (groups: (string | undefined)[], today: Temporal.PlainDate) => DayMention,
];

/** No letter before: `\b` does not know that "ü" is one. */
const start = "(?<![a-zäöüß])";
const next = "n(?:ä|ae)chste[nrm]?";
const coming = `(?:${next}|kommende[nrm]?)`;
const over = "(über|ueber)?";
const rule = (...parts: string[]) => new RegExp(start + parts.join(""));

/** In this order: what is more specific comes first and takes its words away from the rest. */
const rules: Rule[] = [
  [/\b(\d{4})-(\d{2})-(\d{2})(?=$|[t\s,])/, ([y, m, d]) => literal(y, m, d)],
  // Two digits are a year only right after the dot: "24.12. 14 Uhr" names an hour.
  [
    /\b(\d{1,2})\.\s?(\d{1,2})\.(?:\s?(\d{4}|(?<=\.)\d{2})(?!\d|:|\.\d|\s*uhr))?/,
    ([d, m, y], today) => calendar(d, m, y, today),
  ],
  [/\b(\d{1,2})\.(\d{1,2})(?!\d|\s*uhr|:)/, ([d, m], today) => calendar(d, m, undefined, today)],
  [
    new RegExp(String.raw`\b(\d{1,2})\.?\s+${month}(?:\s+(\d{4}))?(?![a-zäöüß])`),
    ([d, name, y], today) => calendar(d, String(monthNumber(name)), y, today),
  ],
  [/\b(?:der|den|dem|am)\s+(\d{1,2})\.(?!\d)/, ([d], today) => dayOfMonth(Number(d), today)],
  [rule("(?:über|ueber)morgen"), (_, today) => ({ days: [today.add({ days: 2 })] })],
  [rule("heute"), (_, today) => ({ days: [today] })],
  [
    rule("(?:in der )?", over, coming, " woche,?(?: am)? ", weekday),
    ([beyond, name], today) => weekdayOfWeek(name, beyond ? 2 : 1, today),
  ],
  [
    rule(weekday, ",? (?:in )?(?:der )?", over, coming, " woche"),
    ([name, beyond], today) => weekdayOfWeek(name, beyond ? 2 : 1, today),
  ],
  [rule("diese[rn]? woche,?(?: am)? ", weekday), ([name], today) => weekdayOfWeek(name, 0, today)],
  [rule(over, next, " ", weekday), ([beyond, name], today) => nextWeekday(name, beyond ? 7 : 0, today)],
  [
    rule("kommende[nrm]? ", weekday),
    ([name], today) => ({ days: [firstAfter(weekdayNumber(name), today)], weekday: weekdayNumber(name) }),
  ],
  [rule(weekday), ([name], today) => bareWeekday(name, today)],
  [rule("morgen(?!s)"), (_, today) => ({ days: [today.add({ days: 1 })] })],
];

/** Finds every mention of a day in lower-case text. `today` is the local calendar day of the speaker. */
export function findDays(text: string, today: Temporal.PlainDate): Found {
  const mentions: DayMention[] = [];
  let rest = text;
  for (const [pattern, read] of rules) {
    for (let match = pattern.exec(rest); match; match = pattern.exec(rest)) {
      mentions.push(read(match.slice(1), today));
      rest = `${rest.slice(0, match.index)} ${rest.slice(match.index + match[0].length)}`;
    }
  }
  return { mentions, rest };
}

function literal(year: string | undefined, month: string | undefined, day: string | undefined): DayMention {
  try {
    return {
      days: [
        Temporal.PlainDate.from(
          { year: Number(year), month: Number(month), day: Number(day) },
          { overflow: "reject" },
        ),
      ],
    };
  } catch {
    return { days: [] };
  }
}

/** Without a year: the next such date, today included. 29 February waits for the next leap year. */
function calendar(
  day: string | undefined,
  month: string | undefined,
  year: string | undefined,
  today: Temporal.PlainDate,
): DayMention {
  if (year) return literal(year.length === 2 ? `20${year}` : year, month, day);
  for (let y = today.year; y <= today.year + 8; y++) {
    const [found] = literal(String(y), month, day).days;
    if (found && Temporal.PlainDate.compare(found, today) >= 0) return { days: [found] };
  }
  return { days: [] };
}

/** "am 24.": the next month, this one included, whose 24th is today or later. */
function dayOfMonth(day: number, today: Temporal.PlainDate): DayMention {
  for (let i = 0; i < 12; i++) {
    const first = today.with({ day: 1 }).add({ months: i });
    const found = day >= 1 && day <= first.daysInMonth ? first.with({ day }) : undefined;
    if (found && Temporal.PlainDate.compare(found, today) >= 0) return { days: [found] };
  }
  return { days: [] };
}

const monthNumber = (name: string | undefined) =>
  months.findIndex((names) => names.split("|").includes(name ?? "")) + 1;

const weekdayNumber = (name: string | undefined) =>
  name === "sonnabend" ? 6 : weekdays.indexOf(name ?? "") + 1;

function firstAfter(weekday: number, today: Temporal.PlainDate): Temporal.PlainDate {
  return today.add({ days: ((weekday - today.dayOfWeek + 6) % 7) + 1 });
}

function inWeek(weekday: number, weeksAhead: number, today: Temporal.PlainDate): Temporal.PlainDate {
  return today.add({ days: weekday - today.dayOfWeek + 7 * weeksAhead });
}

const weekdayOfWeek = (name: string | undefined, weeksAhead: number, today: Temporal.PlainDate) => ({
  days: [inWeek(weekdayNumber(name), weeksAhead, today)],
});

/** "nächsten Freitag" on a Wednesday: half the country means this week's, the other half next week's. */
function nextWeekday(name: string | undefined, shift: number, today: Temporal.PlainDate): DayMention {
  const first = firstAfter(weekdayNumber(name), today).add({ days: shift });
  const nextWeek = inWeek(weekdayNumber(name), 1, today).add({ days: shift });
  return { days: first.equals(nextWeek) ? [first] : [first, nextWeek] };
}

/** "Montag", said on a Monday, may be today or in a week. */
function bareWeekday(name: string | undefined, today: Temporal.PlainDate): DayMention {
  const first = firstAfter(weekdayNumber(name), today);
  return {
    days: weekdayNumber(name) === today.dayOfWeek ? [today, first] : [first],
    weekday: weekdayNumber(name),
  };
}
