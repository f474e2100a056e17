import {
  clockNames,
  dayNames,
  namesTime,
  negations,
  number,
  occasions,
  refusals,
  subjects,
  toldWords,
  wishWords,
} from "./clause-words";
import { weekdayWords } from "./time-words";

/** Behind these a clause goes on. */
const open =
  /\b(?:und|oder|aber|weil|wenn|dass|ob|wo|als|wie|denn|damit|falls|am|an|den|dem|der|die|im|in|jeden|diese[nrm]?|naechste[nrm]?|kommende[nrm]?|anfang|mitte|ende|ab|bis|um|gegen|von|vom|vor|nach|seit|zum|fuer|auf|also|dann)$/;

/** "ich hole die Kinder um drei ab", "fange um zwei an": the verb's other half closes its clause. */
const closed = new RegExp(
  `\\b(?:(?:hol|holen?|holt|fahren?|faehrt|reisen?|reist|fliegen?|fliegt|geben?|gibt) .*\\b${number}(?: uhr)?(?: [a-z]+)* ab|(?:fange?n?|faengt|zieh[a-z]*) .* an|(?:hab|haben?|hat|mache?n?|macht|steh|stehe?n?|steht) .* auf)$`,
);

/** "ich muss um drei am Freitag kommen": the verb that closes the clause is yet to come. */
const goesOn = new RegExp(
  `\\b(?:muss|muessen|soll|sollen|sollte|wollen|will|darf) (?:[a-z]+ )?(?:(?:um|gegen|ab|bis|nach|vor) )(?:halb |viertel |dreiviertel |(?:vor|nach) )*${number}(?: uhr)?$`,
);

const verbs =
  "geht|gehts|ginge|passt|klappt|kann|koennen|koennten?|haetten?|haben sie|habt ihr|gibt|waere|moechte|(?:ich|wir) (?:kann|koennten?|haetten?|braeuchten?|brauchen?|moechten?|wuerden?|will|wollen|wollte)";
const day = `(?:am|den|naechste[nr]?|kommende[nr]?|uebernaechste[nr]?|diese[nr]?|anfang|mitte|ende) |(?:(?:${weekdayWords}|(?:mon|diens|donners|frei|sams|sonn)tach)(?:[a-z]{3,})?|heute|morgen|uebermorgen)\\b`;
/** A wish begins: with its verb, a word that concludes, or its day. */
const wishStart = new RegExp(
  `\\s(?=(?:${verbs}|wie|also|dann|deshalb|deswegen|drum|darum|lieber|bitte)\\b|${day})`,
  "g",
);
const askStart = new RegExp(`\\s(?=(?:${verbs})\\b)`, "g");

const mine =
  "arbeiten?|schlafen?|bin|sind|habe?|haben|muss|muessen|komme?n?|fangen?|hole?n?|fahren?|gehe?n?|unterrichten?|esse?n?|bringe?n?|trainieren?";
const theirs =
  "arbeitet|schlaeft|ist|sind|hat|haben|muss|muessen|kommt|faengt|holt|faehrt|geht|gehen|endet|macht|schliesst|beginnt|braucht|bringt";
const time = `(?:erst |immer |schon )*(?:(?:bis|um|ab|gegen|von|nach|vor) (?:(?:um|halb|kurz|viertel|dreiviertel|vor|nach) )*${number}(?: uhr)?|(?:vor|nach)?mittags|morgens|abends|nachts)`;

/** "ich arbeite …", "mein Mann hat …", "um vier hab ich …", "vormittags ist die Kleine …" */
const taleStart = new RegExp(
  String.raw`\s(?=(?:(?:ich|wir) (?!(?:am|um|ab|gegen|bis|auch|dann|da)\b)[a-z]+|(?:mein|meine|unser|unsere|der|die|das) [a-z]+ (?:(?:meine[rs]|unsere[rs]) [a-z]+ )?(?:[a-z]+(?:t|en)|muss|kann)|(?:bei (?:uns|mir)|feierabend) (?:${theirs})|${time} (?:(?:${mine}) (?:ich|wir)|(?:${theirs}) (?:mein|meine|unser|unsere|der|die|das|bei)))\b)`,
  "g",
);

/** Tells of somebody's day: it neither wishes nor refuses. */
const tells = (text: string) =>
  (toldWords.test(text) || occasions.test(text) || subjects.test(text)) &&
  (!wishWords.test(text) || occasions.test(text)) &&
  !negations.test(text) &&
  !refusals.test(text);

/** "ich arbeite immer bis fünf freitag ab halb sechs": somebody's own day before the day that is wished for. */
const isTaleBefore = (head: string, rest: string) =>
  !dayNames.test(head) && clockNames.test(head) && dayNames.test(rest) && tells(head);

/** "am Wochenende muss ich nach Hamburg fahren geht morgen um acht": who asks for another day has told of this one. */
const isDayBefore = (head: string, rest: string) =>
  dayNames.test(head) && !/\b(?:wochen?|monats?|ferien)\b/.test(head) && dayNames.test(rest) && tells(head);

/** "am Freitag um zehn mein Mann hat das Auto bis vier": a wish that is whole before it. */
const isTaleBehind = (head: string, rest: string) =>
  dayNames.test(head) && clockNames.test(head) && clockNames.test(rest) && tells(rest);

const linkStart = new RegExp(
  `\\s(?=(?:und|aber|also|drum|deshalb|deswegen|darum|bitte|dann|jetzt)\\b(?! (?:halb )?${number}\\b))`,
  "g",
);
const dayName = new RegExp(
  `\\b(?:(?:${weekdayWords})s?|heute|(?:ueber)?morgen|(?:am|den|der|dem) [a-z]+ten)\\b`,
  "g",
);
const endsInDay = new RegExp(`${dayName.source}$`);
const concludes = /^\s(?:(?:und|aber) )?(?:also|drum|deshalb|deswegen|darum|bitte|dann|jetzt)\b/;
/** Who is there can be visited then: "Montag bin ich ab drei da und Dienstag um vier ginge". */
const isThere = /\b(?:(?:bin|sind)\b.*\b(?:da|daheim)|daheim|frei|auch|sowohl|entweder)\b/;

/** "ich hab dienstags Chor, aber Donnerstag um fünf passt": a wish that is whole behind what is told. */
const isTaleLinked = (head: string, rest: string) =>
  (namesTime(head) || /^\s*da\b/.test(head)) &&
  !isThere.test(head) &&
  !endsInDay.test(head) &&
  !/\bauch\b/.test(rest) &&
  rest.match(dayName)?.length === 1 &&
  clockNames.test(rest) &&
  (wishWords.test(rest) || concludes.test(rest)) &&
  tells(head);

/** A clause that was heard without the comma between what is told of somebody's day and what is wished for. */
export function apart(text: string): string[] {
  const at =
    placeOf(text, wishStart, isTaleBefore) ??
    placeOf(text, askStart, isDayBefore) ??
    placeOf(text, taleStart, isTaleBehind) ??
    placeOf(text, linkStart, isTaleLinked);
  return at === undefined ? [text] : [text.slice(0, at), ...apart(text.slice(at))];
}

function placeOf(text: string, start: RegExp, isApart: (head: string, rest: string) => boolean) {
  for (const { index } of text.matchAll(start)) {
    const head = text.slice(0, index);
    if (
      index > 0 &&
      (!open.test(head) || closed.test(head)) &&
      !goesOn.test(head) &&
      isApart(head, text.slice(index))
    )
      return index;
  }
  return undefined;
}
