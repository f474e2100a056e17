import { Temporal } from "temporal-polyfill";
import { clockText, dayOf, isoDate, partsOf } from "./calendar";
import { type Group, groupMentions, hasTime } from "./combine";
import type { Context, HolidayCalendar, Hours, Region, SpecialHours } from "./context";
import { dayMeaning } from "./day-meaning";
import { readPhrases } from "./grammar";
import type { Node, Rejection } from "./grammar/nodes";
import { besideOffers } from "./offers";
import { publicHolidays } from "./public-holidays";
import { type Definite, type Invalid, isDefinite, type Meaning } from "./reading";
import { resolveGroup } from "./resolve";
import { settle } from "./settle";
import { describeNode, Trace, type TracedStep } from "./trace";

export interface Setting {
  now: Date;
  /** IANA zone in which "heute" and "14 Uhr" are meant. */
  zone: string;
  /** Bundesland code such as "NW", for "Feiertag" and "werktags". */
  land?: string;
  /** Opening hours; they only choose between three and fifteen o'clock. */
  hours?: Hours;
  specialHours?: SpecialHours;
  region?: Region;
  /** Times offered just before, in the order they were said: "den ersten", "lieber eine Stunde später". */
  offered?: Date[];
  /** Defaults to the statutory holidays of `land`. */
  holidays?: HolidayCalendar;
}

/** What `text` means, heard in `setting`, in wall time of the zone. Pure; never throws on any text. */
export const interpret = (text: string, setting: Setting): Meaning => read(text, contextOf(setting)).meaning;

/** How the answer of `interpret` came about: each step of the cascade with its rules, then the alternatives. */
export function explain(text: string, setting: Setting): Explanation {
  const trace = new Trace();
  const { groups, readings, meaning } = read(text, { ...contextOf(setting), trace });
  return { steps: trace.steps, alternatives: groups.map(describeGroup), readings, meaning };
}

export interface Explanation {
  steps: TracedStep[];
  /** Which days go with which time, one line per alternative. */
  alternatives: string[];
  /** Before what is over and what is double is taken away. */
  readings: (Definite | Invalid)[];
  meaning: Meaning;
}

function read(text: string, context: Context) {
  const { mentions, rejections, anytime, references, unread } = readPhrases(text, context);
  const groups = groupMentions(mentions);
  const answer = (readings: (Definite | Invalid)[]) => {
    const meaning = settle([...readings], context);
    return { groups, readings, meaning: unread && isDefinite(meaning) ? nothing : meaning };
  };
  if (context.offered.length > 0 && groups.every(({ days }) => days.length === 0)) {
    const meant = besideOffers(groups, references, context);
    if (meant) return answer(meant);
  }
  const readings = withOneTime(groups).flatMap((group) => resolve(group, rejections, context));
  return answer(
    readings.length === 0 && anytime && groups.length === 0 ? soonest(rejections, context) : readings,
  );
}

const nothing: Meaning = { kind: "none" };

const describeGroup = ({ days, clock, interval, part, elapsed }: Group) =>
  [...days.map(({ node }) => node), part, clock, interval, elapsed]
    .flatMap((node) => (node ? [describeNode(node)] : []))
    .join(" + ");

const resolve = (group: Group, rejections: Rejection[], context: Context) => {
  const meaning = dayMeaning(group, rejections, context);
  if (group.days.length > 0 && !meaning) return [];
  return resolveGroup(group, meaning, context);
};

/** "Donnerstag nachmittags oder Freitag nachmittags": one time for both days. */
function withOneTime(groups: Group[]): Group[] {
  const [first, ...others] = groups;
  const time = ({ clock, interval, part, elapsed }: Group) =>
    JSON.stringify([clock, interval, part, elapsed]);
  if (!first || others.length === 0 || !hasTime(first) || others.some((group) => time(group) !== time(first)))
    return groups;
  const days: { node: Node; linked: boolean }[] = [];
  for (const group of groups) {
    const more = group.days.filter(({ node }) => !days.some((known) => known.node === node));
    days.push(...more.map((day, i) => (i === 0 && days.length > 0 ? { ...day, linked: true } : day)));
  }
  return [{ ...first, days }];
}

/** "so bald wie möglich": from now on; "aber nicht heute": from tomorrow. Other refusals leave holes, so it asks. */
function soonest(rejections: Rejection[], { today, minute }: Context): Definite[] {
  const refused = rejections.flatMap(({ rejected }) =>
    rejected.type === "days" && rejected.readings.length === 1 ? (rejected.readings[0] ?? []) : [Number.NaN],
  );
  const isPrefix = refused.every((day) => day < today + refused.length && day >= today);
  if (!isPrefix) return [];
  const start = refused.length > 0 ? "00:00" : clockText(minute);
  return [{ kind: "window", start: `${isoDate(today + refused.length)}T${start}`, end: null }];
}

const weekdayNames = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

/** What resolution needs to know besides the words, in whatever language they are. */
export function contextOf({
  now,
  zone,
  land,
  hours,
  specialHours = {},
  region,
  offered = [],
  holidays = publicHolidays,
}: Setting): Context {
  const local = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone);
  return {
    today: dayOf(local.year, local.month, local.day),
    minute: local.hour * 60 + local.minute,
    now,
    zone,
    land,
    region,
    open: hours && weekdayNames.map((name) => (hours[name] ?? []).map(openInterval)),
    openSpecially: Object.fromEntries(
      Object.entries(specialHours).map(([date, texts]) => [date, texts.map(openInterval)]),
    ),
    offered,
    isHoliday: (day) => land !== undefined && holidays(land, partsOf(day).year).includes(isoDate(day)),
  };
}

function openInterval(text: string): [number, number] {
  const [from = 0, to = 0] = text.split("-").map((time) => {
    const [hour = 0, minute = 0] = time.split(":").map(Number);
    return hour * 60 + minute;
  });
  return [from, to];
}
