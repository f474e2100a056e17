import { type Day, daysBetween, firstAfter } from "../calendar";
import type { Context } from "../context";
import { endOf, exactly } from "./bound-halves";
import type { Clock, DayBound, Days, Feast, Interval, Node, Week, Weekday } from "./nodes";
import { type Rule, rule } from "./rule";
import { weekdayReadings } from "./weekdays";

export type DayNode = Days | Weekday | Week | Feast;

/** First and last day of what a bound names; a bare weekday is the first one after today. */
export function edges(node: DayNode, context: Context): { first: Day; last: Day }[] {
  switch (node.type) {
    case "weekday":
      return (
        node.mode === "bare" && !node.mondays
          ? [firstAfter(context.today, node.value)]
          : weekdayReadings(node, context)
      ).map((day) => ({ first: day, last: day }));
    case "week":
      return [{ first: node.running ? context.today : node.monday, last: node.monday + 6 }];
    case "feast":
      return [node];
    case "days":
      return node.readings.map((days) => ({ first: days[0] ?? 0, last: days.at(-1) ?? 0 }));
  }
}

/** "ab Oktober", said in October, may mean from now on or the next one. */
function from(node: DayNode, context: Context): Node {
  if (node.type === "days" && node.readings.length === 0) return node;
  const starts = edges(node, context).map(({ first }) => first);
  const again = node.type === "days" && node.again !== undefined ? [node.again] : [];
  return { type: "daybound", readings: [...starts, ...again].map((first) => ({ from: first })) };
}
const until = (node: DayNode, context: Context): Node =>
  node.type === "days" && node.readings.length === 0
    ? node
    : {
        type: "daybound",
        readings: edges(node, context).map(({ last }) => ({ until: last + 1, ...wholeOf(node) })),
      };
const wholeOf = ({ type }: DayNode) => (type === "feast" || type === "week" ? { whole: true } : {});
const after = (node: DayNode, context: Context): DayBound => ({
  type: "daybound",
  readings: edges(node, context).map(({ last }) => ({ from: last + 1 })),
});
/** "vor Ende des Monats", said when it has begun, still takes the rest of it in. */
const before = (node: DayNode, context: Context): DayBound => ({
  type: "daybound",
  readings: edges(node, context).map(({ first, last }) =>
    first <= context.today && first < last
      ? { until: last + 1 }
      : { until: first, named: first, ...wholeOf(node) },
  ),
});

/** "von Montag bis Mittwoch": from the first such Monday to the Wednesday behind it, in the week that was named. */
function range(start: DayNode, end: DayNode, context: Context): Days | undefined {
  const shared = start.type === "weekday" && end.type === "weekday" && end.behind ? end.mondays : undefined;
  const firsts = edges(shared ? { ...(start as Weekday), mondays: shared } : start, context);
  const [first, other] = firsts;
  if (!first || other) return undefined;
  const last =
    end.type === "weekday" && !(end.mondays && shared) && end.mode === "bare"
      ? firstAfter(first.first - 1, end.value)
      : edges(end, context)[0]?.last;
  if (last === undefined || last - first.first > 366) return { type: "days", readings: [] };
  // "vom 20. bis 25. Oktober", said on the 22nd: what began is running.
  const begun = last < first.first;
  if (begun && (start.type === "weekday" || last < context.today)) return { type: "days", readings: [] };
  return { type: "days", readings: [daysBetween(begun ? context.today : first.first, last)], span: true };
}

const day = "<days|weekday|week|feast>";
const atLeast = "ab|fruehestens";
const atMost = "bis|spaetestens|laengstens|maximal";
const lower = (clock: Clock): Interval => ({ type: "interval", from: clock });
const upper = (clock: Clock): Interval => ({ type: "interval", to: clock });
const leaving = (clock: Clock): Interval => ({ ...upper(clock), free: true });
const both = ([a, b]: [Clock, Clock]): Interval => ({ type: "interval", from: a, to: b });
const ofWeek = (first: Day, last: Day): Days => ({
  type: "days",
  readings: [daysBetween(first, last)],
  span: true,
});

export const boundRules: Rule[] = [
  rule("zwischen <clock> und|bis <clock>", both),
  rule("von|ab <clock> bis spaetestens|hoechstens|maximal|laengstens? <clock>", both),
  rule("von|ab <clock> an? bis <clock>", both),
  rule("fruehestens <clock> und? bis|spaetestens <clock>", both),
  rule("ab|nach <clock> und? vor|bis spaetestens? <clock>", both),
  rule("<clock> bis <clock>", both),
  rule("<clock> bis maximal|spaetestens|hoechstens|laengstens <clock>", both),
  rule("ab|nach|fruehestens ab? <clock>", ([clock]) => lower(clock)),
  rule("ab fruehestens <clock>", ([clock]) => lower(clock)),
  rule("von <clock> an|ab", ([clock]) => lower(clock)),
  rule("<clock> fruehestens", ([clock]) => lower(clock)),
  rule("nicht|keinesfalls vor|frueher als? <clock>", ([clock]) => lower(clock)),
  rule("nicht|keinesfalls eher als <clock>", ([clock]) => lower(clock)),
  rule("<clock> oder|und auch|etwas? spaeter", ([clock]) => lower(clock)),
  rule("spaeter|laenger als bis? <clock>", ([clock]) => lower(clock)),
  // "Donnerstag ab vier, länger als sechs geht nicht"
  rule(
    "spaeter|laenger als bis? <clock> geht|kann|koennen|ginge ich|wir|es|s|mir|uns? leider? nicht",
    ([clock]) => upper(clock),
  ),
  rule("frueher|eher als <clock> geht|kann|koennen|ginge ich|wir|es|s|mir|uns? leider? nicht", ([clock]) =>
    lower(clock),
  ),
  rule("nicht|keinesfalls vor <clock> und|aber nicht nach|spaeter als? <clock>", both),
  rule("hoechstens|bis bis|hoechstens <clock>", ([clock]) => upper(clock)),
  rule("bis|spaetestens|vor spaetestens|maximal|bis? <clock>", ([clock]) => upper(clock)),
  rule("<clock> spaetestens", ([clock]) => upper(clock)),
  // "Ich muss spätestens um zwei wieder los", "um zwei muss ich weg"
  rule("spaetestens? <clock> wieder? weg|los|fertig", ([clock]) => leaving(clock)),
  rule("<clock> muss|muessen ich|wir leider|schon|dann|aber? wieder? weg|los|fort|heim|gehen", ([clock]) =>
    leaving(clock),
  ),
  rule(
    "spaetestens? <clock> wieder zu? hause|daheim|zurueck|arbeiten|arbeit|buero|dienst|gehen|heim",
    ([clock]) => leaving(clock),
  ),
  rule("ab <clock> wieder? zu? hause|daheim|frei", ([clock]) => ({ ...lower(clock), free: true })),
  rule("nicht|keinesfalls nach|spaeter|laenger als? <clock>", ([clock]) => upper(clock)),
  rule("<clock> oder|und auch|etwas? frueher", ([clock]) => upper(clock)),
  rule("frueher als <clock>", ([clock]) => upper(clock)),
  rule("ab <part>", ([part]) => lower(exactly(part.from))),
  rule("bis|spaetestens spaetestens|bis? <part>", ([part]) => upper(endOf(part))),
  rule("vor <part>", ([part]) => upper(exactly(part.from))),
  rule("nach <part>", ([part]) => lower(exactly(part.to))),
  rule("nicht vor <part>", ([part]) => lower(exactly(part.from))),
  rule("von <part> bis <part>", ([a, b]) => both([exactly(a.from), exactly(Math.min(b.to, 1440))])),

  rule("<week> ab|fruehestens|von <weekday> an|ab?", ([{ monday }, { value }]) =>
    ofWeek(monday + value - 1, monday + 6),
  ),
  rule("<week> bis|spaetestens spaetestens|bis? <weekday>", ([{ monday, running }, { value }], { today }) =>
    ofWeek(running ? today : monday, monday + value - 1),
  ),
  rule("<week> nach <weekday>", ([{ monday }, { value }]) =>
    value < 7 ? ofWeek(monday + value, monday + 6) : undefined,
  ),
  rule("<week> vor <weekday>", ([{ monday, running }, { value }], { today }) => {
    const first = running ? today : monday;
    return first < monday + value - 1 ? ofWeek(first, monday + value - 2) : undefined;
  }),
  rule("<week> von|zwischen <weekday> bis|und <weekday>", ([{ monday }, a, b]) =>
    ofWeek(monday + a.value - 1, monday + b.value - 1),
  ),
  rule("<weekday> oder|und woche drauf|darauf|danach", ([weekday], context) => ({
    type: "days",
    readings: weekdayReadings(weekday, context).map((first) => [first, first + 7]),
  })),
  rule("<week> <weekday> bis <weekday>", ([{ monday }, a, b]) =>
    ofWeek(monday + a.value - 1, monday + b.value - 1),
  ),
  rule(`von|zwischen|ab ${day} bis|und einschliesslich? ${day}`, ([a, b], context) => range(a, b, context)),
  rule(`${day} bis einschliesslich? ${day}`, ([a, b], context) => range(a, b, context)),
  rule(`${atLeast} ab? ${day}`, ([node], context) => from(node, context)),
  rule(`ab fruehestens ${day}`, ([node], context) => from(node, context)),
  rule(`von ${day} an|ab`, ([node], context) => from(node, context)),
  rule(`nicht vor|frueher als? ${day}`, ([node], context) => from(node, context)),
  rule(`nicht eher als ${day}`, ([node], context) => from(node, context)),
  // "bis auf Mittwoch", "mit Ausnahme von Mittwoch", "Mittwoch ausgenommen" are "außer Mittwoch".
  ...["bis auf", "mit ausnahme von|des", "abgesehen von"].map((words) =>
    rule(`${words} ${day}`, ([node]) => [{ type: "word", text: "ausser" }, node]),
  ),
  // Moving an appointment: only where it goes to is a wish.
  rule(`von? ${day} <clock>? auf ${day}`, ([, , target]) => target),
  rule("von? <clock> auf <clock>", ([, target]) => target),
  rule(`${day} fruehestens ab? <clock> und? spaetestens|bis bis? <clock>`, ([node, a, b]) => [
    node,
    both([a, b]),
  ]),
  rule(`${day} fruehestens ab? <clock>`, ([node, clock]) => [node, lower(clock)]),
  rule(`${day} spaetestens bis? <clock>`, ([node, clock]) => [node, upper(clock)]),
  rule(`${day} fruehestens`, ([node], context) => from(node, context)),
  rule(`${atMost} ${atMost}|einschliesslich? ${day}`, ([node], context) => until(node, context)),
  rule(`${day} spaetestens`, ([node], context) => until(node, context)),
  rule(`nicht nach|spaeter als? ${day}`, ([node], context) => until(node, context)),
  rule(`nach ${day}`, ([node], context) => after(node, context)),
  // "nach Freitag Mittag", "nach Freitag um drei": still that day.
  rule("nach <days|weekday> <part>", ([node, part], context) =>
    part.to > 1440 ? undefined : [from(node, context), exactly(part.to)],
  ),
  rule("nach <days|weekday> <clock>", ([node, clock], context) => [from(node, context), clock]),
  rule(`spaeter als ${day}`, ([node], context) => after(node, context)),
  rule(`frueher als ${day}`, ([node], context) => before(node, context)),
  rule(`${day} oder spaeter`, ([node], context) => from(node, context)),
  rule(`${day} oder frueher`, ([node], context) => until(node, context)),
  rule(`vor ${day}`, ([node], context) => before(node, context)),
];
