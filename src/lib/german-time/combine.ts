import type { Day } from "./calendar";
import type { Context } from "./context";
import { dayparts } from "./grammar/lexicon";
import { isDay, isMention } from "./grammar/mentions";
import type { Clock, Daypart, Elapsed, Interval, Node } from "./grammar/nodes";
import { isCompatible } from "./half-day";

/** One alternative: its days in the order they were said, and one time for all of them. */
export interface Group {
  days: { node: Node; linked: boolean }[];
  clock?: Clock;
  interval?: Interval;
  part?: Daypart;
  elapsed?: Elapsed;
}

/**
 * Sorts mentions into alternatives: a time behind several days belongs to all of them, and a second time, or a day
 * behind a day that has its own time, opens the next alternative.
 */
export function groupMentions(mentions: Node[]): Group[] {
  const nodes = inNamedWeek(withoutRemarks(mentions));
  const groups: Group[] = [{ days: [] }];
  let linked = false;
  let timeBehindDay = false;
  const open = () => {
    const group: Group = { days: [] };
    groups.push(group);
    timeBehindDay = false;
    return group;
  };
  for (const [i, node] of nodes.entries()) {
    let group = groups.at(-1) as Group;
    if (node.type === "or") {
      linked = true;
      continue;
    }
    // "in zwei Stunden oder Freitag um drei"
    if (linked && group.elapsed && isMention(node)) group = open();
    if (isDay(node)) {
      if (timeBehindDay && (linked || bringsTime(nodes.slice(i + 1), group))) group = open();
      group.days.push({ node, linked: linked && group.days.length > 0 });
    } else if (node.type === "clock" || node.type === "interval" || node.type === "part") {
      if (!add(group, node, linked)) add(open(), node, linked);
      timeBehindDay = (groups.at(-1) as Group).days.length > 0 || groups.length > 1;
    } else if (node.type === "elapsed") {
      if (group.elapsed || group.days.length > 0) group = open();
      group.elapsed = node;
    } else continue;
    linked = false;
  }
  return shareDaysAndParts(groups.filter(isFilled));
}

/** "Vor zehn kann ich nicht, lieber um elf": where a time is wished for, the other was only told. */
function withoutRemarks(nodes: Node[]): Node[] {
  const wishes = nodes.some((node) => node.type === "clock" || (node.type === "interval" && !node.remark));
  return nodes.filter((node) => !(wishes && node.type === "interval" && node.remark));
}

/** "nächste Woche Dienstag um neun oder Donnerstag um drei": the week in front covers what is listed behind it. */
function inNamedWeek(nodes: Node[]): Node[] {
  let mondays: Day[] | undefined;
  return nodes.map((node) => {
    if (!isDay(node)) return node;
    if (mondays && node.type === "weekday" && node.mode === "bare" && !node.mondays)
      return { ...node, mondays };
    mondays = node.type === "weekday" && !node.behind ? node.mondays : undefined;
    return node;
  });
}

/** "Montag um neun, Dienstag um zehn oder …", "Donnerstag Vormittag, Freitag Nachmittag": a day with a time of its own. */
function bringsTime([next]: Node[], { clock, part }: Group): boolean {
  if (clock) return next?.type === "clock" && next.minutes !== clock.minutes;
  return part !== undefined && next?.type === "part" && (next.to <= part.from || part.to <= next.from);
}

const isFilled = (group: Group) => group.days.length > 0 || hasTime(group) || group.elapsed !== undefined;
export const hasTime = ({ clock, interval, part }: Group) => Boolean(clock || interval || part);

/** False where the group has such a time already, or "oder" says that this is another. */
function add(group: Group, node: Clock | Interval | Daypart, linked: boolean): boolean {
  if (linked && hasTime(group)) return false;
  switch (node.type) {
    case "part":
      if (group.part && group.part !== node) return narrowed(group, node);
      group.part = node;
      return true;
    case "clock":
      if (group.interval || (group.clock && group.clock.minutes !== node.minutes)) return false;
      group.clock = node;
      return true;
    case "interval": {
      if (group.clock) return false;
      const { interval } = group;
      if (interval && ((interval.from && node.from) || (interval.to && node.to))) return false;
      group.interval = { ...interval, ...node, ...(interval ? { joined: true } : {}) };
      return true;
    }
  }
}

/** "morgens, so früh am Morgen": the shorter is meant; "abends nach der Arbeit": what both take in. */
function narrowed(group: Group, part: Daypart): boolean {
  const { part: known } = group;
  if (!known) return false;
  const [from, to] = [Math.max(known.from, part.from), Math.min(known.to, part.to)];
  const isWithin = [known, part].some((one) => one.from === from && one.to === to);
  const isAfterWork = known === dayparts.afterWork || part === dayparts.afterWork;
  if (!isWithin && !(isAfterWork && from < to)) return false;
  group.part = { ...part, from, to };
  return true;
}

/** Alternatives without a day of their own share the one before or behind, a bare hour the part before it. */
function shareDaysAndParts(groups: Group[]): Group[] {
  const isOwn = (group: Group) => group.days.length > 0 || group.elapsed !== undefined;
  const firstOwn = groups.find(isOwn);
  let days = firstOwn?.days ?? [];
  let part: Daypart | undefined;
  return groups.map((group) => {
    if (isOwn(group)) days = group.days;
    if (group.part) part = group.part;
    const time = group.clock ?? group.interval;
    const shares = !group.part && part && time && isCompatible(time, part);
    return { ...group, days: group.elapsed ? [] : days, ...(shares ? { part } : {}) };
  });
}

/** Whether a weekday etc. of the group is "heute", whose night ends tomorrow. */
export const isToday = ({ days }: Group, { today }: Context) =>
  days.some(({ node }) => node.type === "days" && node.readings[0]?.[0] === today && node.today === true);
