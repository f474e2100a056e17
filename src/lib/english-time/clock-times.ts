import { dayparts } from "../german-time/grammar/lexicon";
import type { Clock, Daypart, Interval } from "../german-time/grammar/nodes";

export interface Times {
  clocks: Clock[];
  interval?: Interval;
  part?: Daypart;
  /** The words without what was read, for the days. */
  rest: string;
}

const time = String.raw`(\d{1,2})(?::(\d{2}))?\s?(am|pm|o'?clock)?`;
/** One that says by its form that it is a clock time. */
const marked = String.raw`(\d{1,2})(?::(\d{2})\s?(am|pm)?|\s?(am|pm|o'?clock))`;
const noDate = String.raw`(?!\s?(?:st|nd|rd|th|/|\d|%|jan|feb|mar|apr|may\b|jun|jul|aug|sep|oct|nov|dec|weeks?|days?|months?|hours?|minutes?))`;

const parts: [RegExp, Daypart][] = [
  [/\b(?:early )?in the morning\b|\bmornings?\b/g, dayparts.forenoon],
  [/\blunch ?time\b|\bover lunch\b/g, dayparts.noon],
  [/\bafternoons?\b/g, dayparts.afternoon],
  [/\bevenings?\b|\bafter work\b/g, dayparts.evening],
];

/** Clock times, bounds and parts of the day; "three" without am or pm is of the twelve-hour clock. */
export function readTimes(text: string): Times {
  let rest = text.replace(/\btonight\b/g, "today evening");
  const clocks: Clock[] = [];
  let interval: Interval | undefined;
  let part: Daypart | undefined;
  const take = (pattern: string, use: (groups: (string | undefined)[]) => void) => {
    rest = rest.replace(new RegExp(pattern, "g"), (_, ...groups: unknown[]) => {
      use(groups.slice(0, -2) as (string | undefined)[]);
      return " ";
    });
  };
  for (const [pattern, node] of parts)
    rest = rest.replace(pattern, () => {
      part ??= node;
      return " ";
    });
  take(String.raw`\b(?:between|from) ${time} (?:and|to|until|till|-) ${time}${noDate}`, (g) => {
    interval = { type: "interval", from: clockOf(g.slice(0, 3)), to: clockOf(g.slice(3)) };
  });
  take(
    String.raw`\b(?:not before|after|from|any ?time after|earliest) (?:at )?${time}${noDate}(?: on(?:wards?)?)?`,
    (g) => {
      interval = { type: "interval", ...interval, from: clockOf(g) };
    },
  );
  take(
    String.raw`\b(?:not after|before|by|until|till|no later than|latest) (?:at )?${time}${noDate}`,
    (g) => {
      interval = { type: "interval", ...interval, to: clockOf(g) };
    },
  );
  take(String.raw`\b(?:at|around|about) (?:around |about )?${time}${noDate}`, (g) => clocks.push(clockOf(g)));
  take(String.raw`\bor ${time}${noDate}`, (g) => clocks.length > 0 && clocks.push(clockOf(g)));
  take(String.raw`\b${marked}`, ([h, m, half, mark]) => clocks.push(clockOf([h, m, half ?? mark])));
  return { clocks, rest, ...(interval ? { interval } : {}), ...(part ? { part } : {}) };
}

function clockOf([h = "", m = "0", mark]: (string | undefined)[]): Clock {
  const [hour, minute] = [Number(h), Number(m)];
  const invalid = hour > 24 || minute > 59 || (hour > 12 && /^[ap]m$/.test(mark ?? ""));
  if (mark === "am" || mark === "pm")
    return {
      type: "clock",
      minutes: ((hour % 12) + (mark === "pm" ? 12 : 0)) * 60 + minute,
      twelve: false,
      invalid,
    };
  const twelve = hour >= 1 && hour <= 12 && !(h.length === 2 && h.startsWith("0"));
  return { type: "clock", minutes: hour * 60 + minute, twelve, invalid };
}
