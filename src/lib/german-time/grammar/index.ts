import type { Context } from "../context";
import { readClauses } from "./cascade";
import { clausesOf } from "./clauses";
import { fold } from "./fold";
import { isClock, isDay, isMention, isSpan, isTime } from "./mentions";
import type { Node } from "./nodes";
import { isOver } from "./past-tense";

/** What an utterance says of a time, without what is only told, as far as the wishes have times of their own. */
export function readPhrases(text: string, context: Context) {
  const { all, wished, told, asks, isAway } = clausesOf(fold(text));
  if (told === "") return readClauses(all, context);
  const quiet = { ...context, trace: undefined };
  const [wishes, tales] = [readClauses(wished, quiet).mentions, readClauses(told, quiet).mentions];
  if (holds(wishes, tales)) return readClauses(wished, context);
  const read = readClauses(all, context);
  const isOpen =
    (isAway && !wishes.some(isMention)) ||
    (read.rejections.length === 0 && isOpenBeside(wishes, tales, asks, context));
  return { ...read, unread: read.unread || isOpen };
}

/** Whether the wishes have times of their own for what is told, and leave no day open that it may take away. */
function holds(wishes: Node[], told: Node[]): boolean {
  const [hasDay, hasClock] = [told.some(isDay), told.some(isClock)];
  if (hasDay) return wishes.some(isDay) && !wishes.some(isSpan);
  return told.some(isMention) && wishes.some(hasClock ? isClock : isTime);
}

/** "Nächste Woche, am Mittwoch ist Einschulung", "Freitag, um drei holt es mein Mann": what it means for the wish is not said. */
function isOpenBeside(wishes: Node[], told: Node[], asks: boolean, { today }: Context): boolean {
  const days = [wishes, told].map((nodes) => nodes.filter((node) => isDay(node) && !isOver(node, today)));
  const [wished = [], others = []] = days;
  if (wished.length === 0) return false;
  return wished.some(isSpan)
    ? others.length > 0
    : asks && others.length === 0 && told.some(({ type }) => type === "clock");
}
