import { Temporal } from "temporal-polyfill";

export interface Daypart {
  from: string;
  to: string;
}

const patterns = [
  /(?<![\d.:])(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(?!\d)/,
  /(?<![\d.:])(\d{1,2})\.(\d{2})(?=\s*uhr)/,
  /(?<![\d.:])(\d{1,2})\s*uhr(?:\s*(?:und\s*)?(\d{1,2})(?!\s*uhr|\d|\.))?/,
];

/**
 * Every clock time in lower-case text, 24 hours, as `HH:MM`; "invalid" for an hour or minute that no clock shows.
 * `bareHour` also reads a lone "14", as it stands in a field that holds nothing but a time.
 */
export function findClockTimes(text: string, bareHour = false): (string | "invalid")[] {
  const found: string[] = [];
  let rest = text;
  for (const pattern of patterns) {
    for (let match = pattern.exec(rest); match; match = pattern.exec(rest)) {
      found.push(clockTime(Number(match[1]), Number(match[2] ?? 0)));
      rest = `${rest.slice(0, match.index)} ${rest.slice(match.index + match[0].length)}`;
    }
  }
  const lone = bareHour && found.length === 0 ? /^\s*(?:um\s+)?(\d{1,2})\s*$/.exec(text) : null;
  if (lone) found.push(clockTime(Number(lone[1]), 0));
  return [...new Set(found)];
}

function clockTime(hour: number, minute: number): string {
  if (hour > 23 || minute > 59) return "invalid";
  return new Temporal.PlainTime(hour, minute).toString({ smallestUnit: "minute" });
}

const dayparts: [RegExp, Daypart][] = [
  [/\bvormittags?\b/, { from: "08:00", to: "12:00" }],
  [/\bnachmittags?\b/, { from: "12:00", to: "18:00" }],
  [/\bmittags?\b/, { from: "12:00", to: "14:00" }],
  [/\babends?\b/, { from: "18:00", to: "22:00" }],
  [/\bmorgens\b|(?<![a-zäöüß])fr(?:ü|ue)h(?![a-zäöüß])/, { from: "06:00", to: "10:00" }],
];

export function findDaypart(text: string): Daypart | undefined {
  return dayparts.find(([pattern]) => pattern.test(text))?.[1];
}
