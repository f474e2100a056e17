import { daysBetween, weekdayOf } from "../calendar";
import type { Context } from "../context";
import { withPlainAssents } from "./assents";
import { edges } from "./bounds";
import { readClauses } from "./cascade";
import { clausesOf } from "./clauses";
import { fold } from "./fold";
import { withoutLookalikes } from "./lookalikes";
import { isClock, isDay, isMention, isSpan, isTime } from "./mentions";
import { withUnknownDays } from "./named-days";
import type { Clock, Interval, Node } from "./nodes";
import { isOver } from "./past-tense";
import { isType } from "./rule";
import { withPlainCorrections } from "./spoken-corrections";
import { withPlainWithdrawals } from "./withdrawals";

/** Nobody needs more letters to wish for a time and to tell why; what is longer is read once. */
const longestWish = 500;

/** What an utterance says of a time, without what is only told, as far as the wishes have times of their own. */
export function readPhrases(text: string, context: Context) {
  const { all, wished, told, asks, isAway } = clausesOf(
    withoutLookalikes(
      withUnknownDays(withPlainWithdrawals(withPlainCorrections(withPlainAssents(fold(text))))),
    ),
  );
  if (told === "" || all.length > longestWish) return readClauses(all, context);
  const quiet = { ...context, trace: undefined };
  const wishes = readClauses(wished, quiet);
  const { mentions, rejections } = readClauses(told, quiet);
  const tales = [...mentions, ...rejections.map(({ rejected }) => rejected)].filter(
    (node) => !isOver(node, context.today),
  );
  const limits = limitsOf(wishes.mentions, tales);
  if (limits) {
    const read = readClauses(wished, context);
    return {
      ...read,
      mentions: [...read.mentions, ...limits],
      unread: read.unread || !limits.every(isPlain),
    };
  }
  if (holds(wishes, tales, context)) return readClauses(wished, context);
  const read = readClauses(all, context);
  const isOpen =
    (isAway && !wishes.mentions.some(isMention)) ||
    (read.rejections.length === 0 && isOpenBeside(wishes.mentions, tales, asks, context));
  return { ...read, unread: read.unread || isOpen };
}

/** Whether the wishes have times of their own for what is told, and leave no day open that it may take away. */
function holds({ mentions, anytime }: Wishes, told: Node[], context: Context): boolean {
  const days = told.filter(isDay);
  if (days.length > 0)
    return mentions.some(isDay) && !mentions.some((wish) => isSpan(wish) && mayLose(wish, days, context));
  // "bis eins im Kindergarten, also am Nachmittag" narrows the part of the day, "um zwei fährt der Bus" does not.
  const narrows = told.some(({ type }) => type === "interval");
  if (told.some(isTime)) return mentions.some(narrows ? isClock : isTime);
  return anytime || mentions.some(isMention);
}

type Wishes = Pick<ReturnType<typeof readClauses>, "mentions" | "anytime">;

/** "Nächste Woche, am Mittwoch ist Einschulung": one of its days; another week, or the same one, takes nothing away. */
const mayLose = (wish: Node, days: Node[], context: Context) =>
  days.some((day) => {
    if (isType(wish, "days") && isType(day, "weekdays"))
      return wish.readings.flat().some((one) => day.values.includes(weekdayOf(one)));
    if (!isType(wish, "days", "week") || !isType(day, "days", "week", "weekday", "feast")) return true;
    const [[wished], [lost]] = [edges(wish, context), edges(day, context)];
    if (!wished || !lost) return true;
    if (isType(day, "weekday") && !day.mondays)
      return daysBetween(wished.first, wished.last).some((one) => weekdayOf(one) === day.value);
    const isSame = wished.first === lost.first && wished.last === lost.last;
    return !isSame && wished.first <= lost.last && lost.first <= wished.last;
  });

/** "Ich arbeite bis vier, am Dienstag Nachmittag": what of the bounds that are told cuts the time that is wished for. */
function limitsOf(wishes: Node[], told: Node[]): Interval[] | undefined {
  const bounds = told.filter((node) => isType(node, "interval"));
  if (bounds.length === 0 || wishes.some(({ type }) => type === "clock") || told.some(isDay))
    return undefined;
  const wish = wishes.find((node) => isType(node, "interval"));
  // "Freitag ab elf, um zwei muss ich wieder los"
  if (wish) return bounds.filter(({ free, from, to }) => free && ((from && !wish.from) || (to && !wish.to)));
  const part = wishes.find((node) => isType(node, "part"));
  if (!part) return undefined;
  const isInside = (clock: Clock | undefined) =>
    clock && [0, 720].some((half) => part.from < clock.minutes + half && clock.minutes + half <= part.to);
  return bounds.filter(({ from, to }) => isInside(from) || isInside(to));
}

/** Unlike "mein Mann hat das Auto bis fünf", which may mean until then or from then on. */
const isPlain = ({ remark, free }: Interval) => remark || free;

/** "Nächste Woche, am Mittwoch ist Einschulung", "Freitag, um drei holt es mein Mann": what it means for the wish is not said. */
function isOpenBeside(wishes: Node[], told: Node[], asks: boolean, { today }: Context): boolean {
  const days = [wishes, told].map((nodes) => nodes.filter((node) => isDay(node) && !isOver(node, today)));
  const [wished = [], others = []] = days;
  if (wished.length === 0) return false;
  return wished.some(isSpan)
    ? others.length > 0
    : asks && others.length === 0 && told.some(({ type }) => type === "clock");
}
