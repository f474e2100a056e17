import { inHalfOf } from "../half-day";
import { dayparts } from "./lexicon";
import type { Clock, Daypart, Node } from "./nodes";
import { type Rule, rule } from "./rule";

export const exactly = (minutes: number): Clock => ({ type: "clock", minutes, twelve: false });

/** "bis Mittag" ends when noon begins; "bis abends" when the evening begins or when it ends. */
export const endOf = (part: Daypart): Clock => ({
  ...exactly(part.from),
  ...(part.half === dayparts.noon.half ? {} : { other: Math.min(part.to, 1440) }),
});

const clockBound = "ab|bis|vor|nach|fruehestens|spaetestens|laengstens|maximal|hoechstens|als";
const word = (text: string): Node => ({ type: "word", text });

/**
 * "ab acht Uhr morgens": behind the clock time of a bound the part tells its half of the day and bounds nothing, unlike
 * "morgens ab acht".
 */
export const halfRules: Rule[] = [
  rule(`<:${clockBound}> <clock> <part>`, ([bound, clock, part]) => settled(clock, part, [word(bound)])),
  rule("<:von|ab|zwischen> <clock> <:bis|und> <clock> <part>", ([start, from, link, to, part]) => {
    const end = inHalfOf(to, part);
    if (end === to) return undefined;
    const begin = inHalfOf(from, part);
    return [word(start), begin.minutes < end.minutes ? begin : from, word(link), end];
  }),
  rule(
    "<:von|ab|zwischen> <clock> <part> <:bis|und> <clock> <part>?",
    ([start, from, part, link, to, other]) => {
      const begin = inHalfOf(from, part);
      return begin === from
        ? undefined
        : [word(start), begin, word(link), ...(other ? (settled(to, other) ?? [to, other]) : [to])];
    },
  ),
  rule("<:von|ab|zwischen> <clock> <part> <:bis|und> <part>", ([start, from, part, link, to]) => {
    const begin = inHalfOf(from, part);
    return begin === from ? undefined : [word(start), begin, word(link), endOf(to)];
  }),
];

function settled(clock: Clock, part: Daypart, before: Node[] = []): Node[] | undefined {
  const meant = inHalfOf(clock, part);
  const isLiteral = !clock.twelve && (part.half === "am") === clock.minutes < 720 && part.half !== "night";
  return meant === clock && !isLiteral ? undefined : [...before, meant];
}
