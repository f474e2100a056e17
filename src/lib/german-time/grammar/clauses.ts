import {
  boundWords,
  dangers,
  idioms,
  negations,
  occasion,
  otherSide,
  pointers,
  refusals,
  subordinators,
  timeNames,
  toldWords,
  wishWords,
} from "./clause-words";

/** Where a clause ends: at its punctuation, and before the words that give a reason. */
const boundary = new RegExp(
  [
    String.raw`(?<=[,;!?:]|(?<!\d)\.)(?=\s)(?! (?:den|dem|der) (?:\d|[a-z]+[st]ten\b))`,
    String.raw`(?=\s(?:weil|denn|damit|obwohl|deshalb|deswegen|darum)\b)`,
    String.raw`(?<!\b(?:weil|wenn|dass|da|ob|damit|als|bis|wo|und|oder))(?=\s(?:ich|wir) (?:arbeiten?|muss|muessen|fahren?|fangen?|holen?)\b)`,
  ].join("|"),
);

/** A folded utterance by its clauses: what is wished, and what is only told of the caller's day. */
export function clausesOf(text: string): { all: string; wished: string; told: string } {
  const clauses = text.split(boundary).map(describe);
  const times = clauses.filter(({ time }) => time);
  const isSpare = (clause: Clause, i: number) =>
    isAside(clause) || isReason(clause, clauses[i - 1]) || isOtherSide(clause, clauses.slice(0, i));
  const read = clauses.filter((clause, i) => clause.time || times.length === 0 || !isSpare(clause, i));
  const told = read.filter((clause, i) => isTold(clause, read[i + 1]));
  const wished = read.filter((clause) => !told.includes(clause));
  return { all: joined(read), wished: joined(wished), told: joined(told) };
}

type Clause = ReturnType<typeof describe>;

const joined = (clauses: Clause[]) => clauses.map(({ text }) => text).join("");

const describe = (text: string) => {
  const has = (words: RegExp) => words.test(text);
  return {
    text,
    time: has(timeNames),
    wish: has(wishWords) && !has(occasion),
    told: has(toldWords) || has(occasion),
    refusal: has(negations) || has(refusals),
    danger: has(dangers),
    idiom: has(idioms),
    pointer: has(pointers),
    subordinate: has(subordinators),
  };
};

/** "ich arbeite bis halb vier", "Samstag fahren wir weg": neither wish nor refusal, nor taken up by the next clause. */
const isTold = (clause: Clause, next: Clause | undefined) =>
  clause.time &&
  clause.told &&
  !clause.wish &&
  !clause.refusal &&
  !/\?\s*$/.test(clause.text) &&
  !/^\s*(?:das|es|dies|ist|sind|hat|haben|war|muss|soll|sollte)\b/.test(clause.text) &&
  !(next && /^\s*(?:da|dann|dort)\b/.test(next.text) && !next.time);

/** "der zieht nicht mehr richtig": its words would refuse or bound a time, and speak of none. */
const isAside = (clause: Clause) =>
  clause.danger &&
  !/^\s*(?:nach|vor|bis|ab|ohne|statt|ausser|zu)\b/.test(clause.text) &&
  (clause.idiom || (!clause.wish && (clause.subordinate || !clause.pointer))) &&
  /\s\S+\s/.test(clause.text.trim());

/** "Morgen kurz nach drei könnte ich, dann ist die Schule aus" */
const isReason = (clause: Clause, before: Clause | undefined) =>
  /^\s*(?:da|dann)\b/.test(clause.text) &&
  clause.told &&
  !clause.wish &&
  before?.time &&
  before.wish &&
  !before.refusal;

/** "Ab Mittwoch, die Tage davor bin ich verreist" */
const isOtherSide = (clause: Clause, before: Clause[]) =>
  otherSide.test(clause.text) &&
  (clause.refusal || clause.told) &&
  before.some(({ text, time }) => time && boundWords.test(text));
