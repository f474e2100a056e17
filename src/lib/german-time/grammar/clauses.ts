import {
  alternatives,
  corrections,
  dangers,
  elsewhere,
  engagements,
  inability,
  namesTime,
  negations,
  occasions,
  otherSide,
  pointers,
  refusals,
  relativeClause,
  subjects,
  subordinators,
  toldWords,
  wishWords,
  workdays,
  workHours,
} from "./clause-words";
import { feastNames } from "./feasts";
import { apart } from "./unheard-commas";

/** Where a clause ends: at its punctuation, and before the words that give a reason. */
const boundary = new RegExp(
  [
    String.raw`(?<=[,;!?:]|(?<!\d)\.)(?=\s)(?! (?:den|dem|der) (?:\d|[a-z]+ten\b))`,
    String.raw`(?=\s(?:weil|denn|damit|obwohl|deshalb|deswegen|darum)\b)`,
    String.raw`(?=\sund (?:ich |wir )?(?:wollten?|moechte|wuerde|braeuchte|haette|koennte)\b)`,
    String.raw`(?<!\b(?:weil|wenn|dass|da|ob|damit|als|bis|wo|und|oder|muss|muessen|soll|sollen|will|wollen))(?=\s(?:ich|wir) (?:arbeiten?|muss|muessen|fahren?|fangen?|holen?|flieg|fliegen?|verreisen?)\b)`,
    // Heard without a comma: "Freitag um drei am Samstag ist die Hochzeit".
    String.raw`(?<!\b(?:am|den|dem|jeden|diese[nrm]?|naechste[nrm]?|kommende[nrm]?|und|oder|bis|ab|von|vom|dass|ob|wenn|weil|da|woche))(?=\s(?:am )?(?:[a-z]+tags?|mittwochs?|(?:vor|nach)mittags) (?:bin|ist|sind|war|haben|hab|habe|fahren|fahre|arbeite|muss|schlaeft)\b)`,
    String.raw`(?<!\b(?:weil|wenn|dass|ob|und|oder|als|wo))(?=\sda (?:bin|sind|ist|habe?|haben|hat|muss|muessen|arbeite|arbeiten|hole|holen|fahre|fahren) (?:ich|wir|meine?|unsere?|der|die|das)\b)`,
  ].join("|"),
);

/** "Montag, Mittwoch oder Freitag um elf": its commas part no clauses. */
const listed = /^\s*(?:(?:am|an|den|dem|der|um) )?[a-z0-9.:]+,$/;
const listEnd =
  /^\s*(?:(?:am|an|den|dem|der|um) )?[a-z0-9.:]+(?:, (?:(?:am|an|den|dem|der|um) )?[a-z0-9.:]+)* (?:und|oder|bzw|beziehungsweise)\b/;

/** The clauses, lists in one piece. */
function partsOf(text: string): string[] {
  const parts = text.split(boundary).flatMap(apart);
  for (let i = parts.length - 1; i > 0; i--) {
    const [item, rest] = parts.slice(i - 1, i + 1) as [string, string];
    if (listed.test(item) && listEnd.test(rest) && namesTime(item) && namesTime(rest))
      parts.splice(i - 1, 2, item + rest);
  }
  return parts;
}

/** A folded utterance by its clauses: what is wished (or asked for, with a verb), and what is only told of the caller's day. */
export function clausesOf(text: string): {
  all: string;
  wished: string;
  asks: boolean;
  told: string;
  isAway: boolean;
} {
  const clauses = partsOf(text).map(describe);
  const times = clauses.filter(({ time }) => time);
  const isSpare = (clause: Clause, i: number) =>
    isAside(clause) || isReason(clause, clauses[i - 1]) || isOtherSide(clause);
  const read = clauses.filter(
    (clause, i) =>
      times.length === 0 ||
      !(clause.time
        ? isOtherwise(clause, clauses[i - 1]) || isFeastThere(clause, clauses[i - 1])
        : isSpare(clause, i) || isPointer(clause, clauses.slice(i + 1))),
  );
  const told: Clause[] = [];
  for (const [i, clause] of read.entries())
    if (isTold(clause, read.slice(i + 1)) || isMoreOf(clause, read[i - 1], told)) told.push(clause);
  const wished = read.filter((clause) => !told.includes(clause));
  const asks = wished.some(({ time, wish }) => time && wish);
  return {
    all: joined(read),
    wished: joined(wished),
    asks,
    told: joined(told),
    isAway: told.some(({ away }) => away),
  };
}

type Clause = ReturnType<typeof describe>;

const joined = (clauses: Clause[]) => clauses.map(({ text }) => text).join("");

const describe = (text: string) => {
  const has = (words: RegExp) => words.test(text);
  return {
    text,
    time: namesTime(text),
    wish: has(wishWords) && !has(occasions),
    told: has(toldWords) || has(occasions) || has(relativeClause) || has(subjects),
    refusal: has(negations) || has(refusals),
    danger: has(dangers),
    pointer: has(pointers),
    away: has(elsewhere),
    inability: has(inability),
    relative: has(relativeClause),
    subordinate: has(subordinators),
  };
};

/** "das ist am Freitag", unlike "das Kind schläft bis drei" */
const pointing =
  /^\s*(?:es|dies|das(?! (?:kind|baby|maedchen|auto|paket|haus|buero|geschaeft|[a-z]+chen)\b))\b/;

/** "ich arbeite bis halb vier", "Samstag fahren wir weg": neither wish nor refusal, nor taken up by the next clause. */
const isTold = (clause: Clause, behind: Clause[]) =>
  clause.time &&
  clause.told &&
  !clause.wish &&
  !clause.refusal &&
  (!/\?\s*$/.test(clause.text) || /^\s*(?:ich|wir)\b/.test(clause.text)) &&
  (clause.relative || !pointing.test(clause.text)) &&
  !/^\s*(?:ist|sind|hat|haben|war|muss|soll|sollte)\b/.test(clause.text) &&
  !takesUp(behind);

/** "am Dienstag um vier Zahnarzt", "freitags bis drei", behind another such clause */
const isMoreOf = (clause: Clause, before: Clause | undefined, told: Clause[]) =>
  before !== undefined &&
  told.includes(before) &&
  !clause.wish &&
  (engagements.test(clause.text) || (workdays.test(clause.text) && workHours.test(before.text)));

/** "da ginge es", "nein, lieber", "oder": what was told is the time that is meant, or was to be. */
const takesUp = ([next, ...others]: Clause[]) =>
  next !== undefined &&
  (corrections.test(next.text) ||
    alternatives.test(next.text) ||
    (/^\s*(?:da|dann|dort)\b/.test(next.text) && ![next, ...others].some(({ time }) => time)));

/** "der zieht nicht mehr richtig": its words would refuse or bound a time, and speak of none. */
const isAside = (clause: Clause) =>
  clause.danger &&
  !/^\s*(?:nach|vor|bis|ab|ohne|statt|ausser|zu)\b/.test(clause.text) &&
  ((clause.subordinate && !clause.wish) || (!clause.pointer && (clause.inability || !clause.wish))) &&
  /\s\S+\s/.test(clause.text.trim());

/** "Morgen kurz nach drei könnte ich, dann ist die Schule aus", "nicht am Mittwoch, da ist die Trauung" */
const isReason = (clause: Clause, before: Clause | undefined) =>
  clause.told &&
  !clause.wish &&
  before?.time &&
  (/^\s*dann\b/.test(clause.text) || (/^\s*da\b/.test(clause.text) && (before.wish || before.refusal)));

/** "Bloß nicht am Freitag, da haben wir Brückentag" */
const isFeastThere = (clause: Clause, before: Clause | undefined) =>
  !clause.wish && before?.refusal && feastThere.test(clause.text);
const feastThere = new RegExp(
  `^\\s*(?:und )?da (?:ist|hab|habe|haben|feiern) (?:[a-z]+ ){0,3}(?:[a-z]*feiertag|brueckentag|${feastNames.join("|")})\\b`,
);

/** "davor noch, sagen wir am 26. August": the word points to what follows. */
const isPointer = (clause: Clause, behind: Clause[]) =>
  /^\s*(?:davor|vorher|danach)(?: (?:noch|lieber|bitte|also|erst))*,?\s*$/.test(clause.text) &&
  behind.some(({ time }) => time);

/** "Um fünf, vorher bekomme ich den Hund nicht ins Auto" */
const isOtherSide = (clause: Clause) =>
  otherSide.test(clause.text) && !clause.time && (clause.refusal || (clause.told && !clause.wish));

/** "Nur Dienstag, sonst arbeite ich bis sechs" */
const isOtherwise = (clause: Clause, before: Clause | undefined) =>
  /^\s*(?:an)?sonst(?:en)?\b/.test(clause.text) && clause.told && !clause.wish && before?.time;
