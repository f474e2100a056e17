import { type Clock, type Input, type Understanding, understand as understandGerman } from "../german-time";

export interface Named {
  id: number;
  name: string;
  synonyms?: readonly string[];
}

interface Known<S extends Named, P extends Named> {
  services: readonly S[];
  staff: readonly P[];
  clock: Clock;
  understand?: Understand;
}

type Understand = (input: Input, clock: Clock) => Understanding;

export interface QuickEntry<S extends Named, P extends Named> {
  time: Understanding;
  /** Missing where nothing or more than one thing was named. */
  service?: S;
  person?: P;
  /** What belongs to nothing above, as it was typed: a customer's name, most likely. */
  rest: string;
}

/** "Di 14:30 Schneiden Anna": names of services and people first, and a time in what is left. Pure. */
export function readQuickEntry<S extends Named, P extends Named>(
  text: string,
  { services, staff, clock, understand = understandGerman }: Known<S, P>,
): QuickEntry<S, P> {
  const words = text.trim().split(/\s+/).filter(Boolean);
  const isOpen = words.map((word) => !isOfTime(word, clock, understand));
  const person = best(staff, words, isOpen);
  const service = best(
    services,
    words,
    isOpen.map((open, i) => open && !person?.used.has(i)),
  );
  const isLeft = words.map((_, i) => !person?.used.has(i) && !service?.used.has(i));
  const leftBut = (without?: number) => words.filter((_, i) => isLeft[i] && i !== without).join(" ");
  const time = understand({ text: leftBut() }, clock);
  const isOfPair = (i: number, j: number) =>
    isLeft[i] && isLeft[j] && understand({ text: `${words[i]} ${words[j]}` }, clock).kind !== "none";
  const changesTime = (i: number) =>
    JSON.stringify(understand({ text: leftBut(i) }, clock)) !== JSON.stringify(time);
  const isOfNothing = (i: number) =>
    isLeft[i] &&
    isOpen[i] &&
    !(isOpen[i - 1] && isOfPair(i - 1, i)) &&
    !(isOpen[i + 1] && isOfPair(i, i + 1)) &&
    !changesTime(i);
  return {
    time,
    ...(service?.entry ? { service: service.entry } : {}),
    ...(person?.entry ? { person: person.entry } : {}),
    rest: words.filter((_, i) => isOfNothing(i)).join(" "),
  };
}

interface Found<T> {
  entry: T;
  /** Which words named it. */
  used: Set<number>;
}

/** The entry with most of its words named; a tie names nothing. */
function best<T extends Named>(
  entries: readonly T[],
  words: string[],
  isOpen: boolean[],
): Found<T> | undefined {
  const found = entries
    .map((entry) => ({ entry, used: usedBy(entry, words, isOpen) }))
    .filter(({ used }) => used.size > 0)
    .sort((a, b) => weight(b.used, words) - weight(a.used, words));
  const [first, second] = found;
  if (!first || (second && weight(second.used, words) === weight(first.used, words))) return undefined;
  return first;
}

const weight = (used: Set<number>, words: string[]) =>
  [...used].reduce((sum, i) => sum + (words[i]?.length ?? 0), 0);

function usedBy({ name, synonyms = [] }: Named, words: string[], isOpen: boolean[]): Set<number> {
  const labels = [name, ...synonyms].map(parts);
  const sets = labels.map(
    (label) =>
      new Set(
        words.flatMap((word, i) => (isOpen[i] && label.some((part) => names(fold(word), part)) ? [i] : [])),
      ),
  );
  return sets.reduce((longest, set) => (weight(set, words) > weight(longest, words) ? set : longest));
}

/** Typed in a hurry: three letters of a word are enough. */
const names = (typed: string, part: string) => typed.length >= 3 && part.startsWith(typed);

const littleWords = new Set(
  "der die das den dem des ein eine einen und oder am um ab an in bei beim mit von vom fuer herr frau termin uhr halb viertel vor nach bis the and with for on at mr mrs ms past half quarter before after until".split(
    " ",
  ),
);

const isOfTime = (word: string, clock: Clock, understand: Understand) =>
  littleWords.has(fold(word)) || !/\p{L}/u.test(word) || understand({ text: word }, clock).kind !== "none";

const parts = (label: string) =>
  fold(label)
    .split(" ")
    .filter((part) => part.length >= 3);

const fold = (text: string) =>
  text
    .toLowerCase()
    .replaceAll("ä", "ae")
    .replaceAll("ö", "oe")
    .replaceAll("ü", "ue")
    .replaceAll("ß", "ss")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
