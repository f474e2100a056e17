import { clockText, isoDate } from "../german-time/calendar";
import type { Group } from "../german-time/combine";
import type { Context } from "../german-time/context";
import { contextOf, type Setting } from "../german-time/interpret";
import type { Definite, Meaning } from "../german-time/reading";
import { resolveGroup } from "../german-time/resolve";
import { settle } from "../german-time/settle";
import { readTimes, type Times } from "./clock-times";
import { readDays } from "./days";
import { normalise } from "./normalise";

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
  const words = normalise(text).replace(refused, " ");
  const ahead = elapsedMinutes(words);
  if (ahead !== undefined)
    return settle(
      resolveGroup({ days: [], elapsed: { type: "elapsed", minutes: ahead } }, undefined, context),
      context,
    );
  let times = readTimes("");
  let days: ReturnType<typeof readDays>;
  // What is said after "no, sorry" replaces what was said before of the same kind.
  for (const part of words.split(correction)) {
    const said = readTimes(part);
    if (hasTime(said)) times = said;
    days = readDays(said.rest, context) ?? days;
  }
  if (!days && !hasTime(times)) return settle(anytime.test(words) ? [fromNow(context)] : [], context);
  return settle(
    groupsOf(times).flatMap((group) => resolveGroup(group, days, context)),
    context,
  );
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
