import { clockText, type Day, isoDate, weekdayOf } from "../german-time/calendar";
import type { Group } from "../german-time/combine";
import type { Context } from "../german-time/context";
import type { DayMeaning } from "../german-time/day-meaning";
import { contextOf, type Setting } from "../german-time/interpret";
import { type Definite, isDefinite, type Meaning } from "../german-time/reading";
import { resolveGroup } from "../german-time/resolve";
import { settle } from "../german-time/settle";
import { readTimes, type Times } from "./clock-times";
import { type NamedDays, readDays, weekdayNamed } from "./days";
import { normalise } from "./normalise";
import { hasUnreadTime } from "./unread";

const anytime =
  /\b(?:as soon as possible|asap|any ?time|whenever|next available|earliest possible|first available)\b/;
const correction = /\b(?:no wait|no|sorry|actually|rather|i mean|make (?:it|that)|instead)\b,?/;
const refused =
  /\b(?:not|can't do|cannot do|except) (?:on )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|today)\b|\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|today) (?:doesn't|does not|won't|isn't|is not) (?:work|suit|good|possible|ok)[a-z]*(?: for me)?/g;
const elapsed = /\bin (?:(half an hour)|(?:an|(\d+|two|three|four)) (?:and a (half) )?(hours?|minutes?))\b/;

/**
 * English words about a time, in the same shapes as `interpret`. chrono-node reads the days; which half of the day is
 * meant, what is ambiguous and what is over is decided as for German. Pure; never throws on any text.
 */
export function interpretEnglish(text: string, setting: Setting): Meaning {
  const context = contextOf(setting);
  const said = normalise(text);
  const words = said.replace(refused, " ");
  const refusals = said.match(refused) ?? [];
  const ahead = elapsedMinutes(words);
  if (ahead !== undefined && !hasUnreadTime(words.replace(elapsed, " ")))
    return settle(
      resolveGroup({ days: [], elapsed: { type: "elapsed", minutes: ahead } }, undefined, context),
      context,
    );
  let times = readTimes("");
  let days: NamedDays["meaning"];
  let isUnread = false;
  // What is said after "no, sorry" replaces what was said before of the same kind.
  for (const part of words.split(correction)) {
    const said = readTimes(part);
    if (hasTime(said)) times = said;
    const named = readDays(said.rest, context);
    days = named.meaning ?? days;
    isUnread ||= hasUnreadTime(named.rest);
  }
  if (!days && !hasTime(times))
    return settle(anytime.test(words) && refusals.length === 0 ? [fromNow(context)] : [], context);
  const meant = days && without(refusals, days);
  const meaning = settle(
    groupsOf(times).flatMap((group) => resolveGroup(group, meant, context)),
    context,
  );
  return isUnread && isDefinite(meaning) ? { kind: "none" } : meaning;
}

/** "next week, but not Wednesday"; a single day stays what it is. */
function without(refusals: string[], days: DayMeaning): DayMeaning {
  if (days.kind !== "sets") return days;
  const values = refusals.map(weekdayNamed);
  const left = (set: Day[]) => set.filter((day) => !values.includes(weekdayOf(day)));
  return { kind: "sets", readings: days.readings.map((set) => (set.length > 2 ? left(set) : set)) };
}

const hasTime = ({ clocks, interval, part }: Times) => clocks.length > 0 || Boolean(interval ?? part);

/** "at ten or eleven" are two alternatives. */
function groupsOf({ clocks, interval, part }: Times): Group[] {
  const shared = { days: [], ...(part ? { part } : {}) };
  if (clocks.length > 0) return clocks.map((clock) => ({ ...shared, clock }));
  return [{ ...shared, ...(interval ? { interval } : {}) }];
}

function elapsedMinutes(words: string): number | undefined {
  const match = elapsed.exec(words);
  if (!match) return undefined;
  const [, half, number, more, unit = ""] = match;
  if (half) return 30;
  const named: Record<string, number> = { two: 2, three: 3, four: 4 };
  const count = number ? (named[number] ?? Number(number)) : 1;
  return unit.startsWith("h") ? count * 60 + (more ? 30 : 0) : count;
}

const fromNow = ({ today, minute }: Context): Definite => ({
  kind: "window",
  start: `${isoDate(today)}T${clockText(minute)}`,
  end: null,
});
