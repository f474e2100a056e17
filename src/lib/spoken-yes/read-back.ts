import type { Clock } from "../german-time";
import type { SpeechLanguage } from "../speech/language";
import { momentsNamed, sameMoments } from "./moments-named";
import { namesElsewhere, type Whereabouts } from "./names-elsewhere";
import { fold } from "./words";

/** What the caller has to agree to. */
export interface Asked extends Whereabouts {
  action: "book" | "move" | "cancel";
  /** The time that is booked, moved to or cancelled; of a series all of them. */
  starts: readonly Date[];
  /** For a move: where it is now, which may be named beside the new time. */
  from?: Date | undefined;
  /** Name and synonyms of the service: one of them has to be named. */
  serviceNames: readonly string[];
  clock: Clock;
  language: SpeechLanguage;
}

/**
 * Whether these words of the agent read back exactly what is asked (weekday, date, time, service; for a cancellation
 * that it is one) and leave nothing but a yes or no to answer.
 */
export function readsBack(text: string, asked: Asked): boolean {
  const sentences = sentencesOf(text);
  if (sentences.some((sentence) => isQuestion(sentence) && !asksToConfirm(sentence, asked))) return false;
  if (cancels(text) !== (asked.action === "cancel")) return false;
  const telling = sentences.filter((sentence) => !negated.test(fold(sentence))).join(" ");
  if (!namesService(telling, asked) || namesElsewhere(telling, asked)) return false;
  const moments = momentsNamed(withoutNames(telling, asked), asked.clock, asked.language);
  if (!moments) return false;
  const { starts, from } = asked;
  return sameMoments(moments, starts) || (from !== undefined && sameMoments(moments, [from, ...starts]));
}

/** Whether the agent has gone on to another time: a yes to the one before is not a yes to this one. */
export function proposesOther(text: string, asked: Asked): boolean {
  const telling = sentencesOf(text).filter((sentence) => !negated.test(fold(sentence)));
  if (!telling.some(isQuestion)) return false;
  const moments = momentsNamed(withoutNames(telling.join(" "), asked), asked.clock, asked.language);
  return moments === undefined || (moments.length > 0 && !sameMoments(moments, asked.starts));
}

/** "Massage 30 Minuten am Markt 5" holds numbers that are no times. */
function withoutNames(text: string, { serviceNames, staffName = "", placeName = "" }: Asked): string {
  return [...serviceNames, staffName, placeName]
    .filter((name) => name.length > 2)
    .sort((a, b) => b.length - a.length)
    .reduce((rest, name) => rest.replaceAll(new RegExp(literal(name), "giu"), " "), text);
}

const literal = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** A full stop behind a digit belongs to a date. */
const sentencesOf = (text: string) => text.split(/(?<=[?!])\s+|(?<=(?<!\d)\.)\s+/).filter(Boolean);
const isQuestion = (sentence: string) => /\?\s*$/.test(sentence);

const negated =
  /\b(leider|vergeben|belegt|ausgebucht|geschlossen|nicht|kein\w*|vorbei|zurueckruf\w*|unfortunately|afraid|taken|closed|not|no|call you back)\b/;
const confirming: Record<SpeechLanguage, RegExp> = {
  de: /\b(eintragen|eintrage|trage|buchen|buche|reservieren|festhalten|festmachen|vormerken|verschieben|verschiebe|verlegen|verlege|umbuchen|absagen|sage|stornieren|storniere|streichen|loeschen|machen|nehmen|so|passt|passen|recht|richtig|stimmt|ordnung|einverstanden|okay|korrekt)\b/,
  en: /\b(book|put|reserve|enter|move|cancel|take|do|okay|ok|right|correct|suit\w*|fine|work\w*|alright|agree)\b/,
};
const openQuestion = /\b(was|wie|wann|welche\w*|wer|wo|wem|oder|what|which|when|who|where|how|or)\b/;
const cancelling = /\b(absag\w*|abgesagt|sage .* ab|stornier\w*|storno|streich\w*|loesch\w*|cancel\w*)\b/;

function asksToConfirm(sentence: string, { language }: Asked): boolean {
  const words = fold(sentence);
  return confirming[language].test(words) && !negated.test(words) && !openQuestion.test(words);
}

const cancels = (text: string) => cancelling.test(fold(text));

function namesService(text: string, { serviceNames }: Asked): boolean {
  const words = ` ${plain(text)} `;
  const names = serviceNames.flatMap((name) => [name, name.replace(/\(.*?\)/g, "")]).map(plain);
  return names.some((name) => name !== "" && words.includes(` ${name} `));
}

/** Words and numbers only: commas and hyphens are the recogniser's, not the speaker's. */
const plain = (text: string) =>
  fold(text)
    .replace(/[ ,?]+/g, " ")
    .trim();
