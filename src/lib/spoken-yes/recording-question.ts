import { fold } from "./words";

export const sentencesOf = (text: string) => text.split(/(?<=[.?!])\s+/).filter(Boolean);
const isQuestion = (sentence: string) => /\?\s*$/.test(sentence);

const recording =
  /\b(?:(?:auf(?:zu)?zeichn|mit(?:zu)?schn[ie])\w*|aufgezeichnet|mitgeschnitten|ton(?:band)?aufnahme\w*|(?:gespraechs|telefon)aufnahme\w*|recorded|recording)\b/;
/** "Aufnehmen" and "record" are also said of wishes, patients and birthdates. */
const recordingOfCall =
  /\b(?:gespraech\w*|telefonat\w*|anruf\w*|unterhaltung|call|conversation)\b.*\b(?:auf(?:zu)?nehm\w*|aufgenommen|aufnahme\w*|nehme[n]? .* auf|record)\b|\b(?:aufnahme\w*|nehmen|nehme|record)\b.*\b(?:gespraechs?|telefonats?|anrufs?|unterhaltung|call|conversation)\b/;
export const namesRecording = (sentence: string) =>
  recording.test(sentence) || recordingOfCall.test(sentence);

/** Where yes would mean no, or there is more to answer than yes or no. */
const noPlainQuestion =
  /\b(?:nicht|nichts|kein\w*|dagegen|gegen|widersprech\w*|widerspruch|stoert|was|wie|wann|welche\w*|wer|wo|oder|not|no|mind|object\w*|against|what|how|when|which|who|where|or|dont)\b/;
const denies = /\b(?:ohne|nicht|nichts|kein\w*|without|not|nothing|never)\b/;
const details = /\b(?:daten|geburt\w*|nummer|adresse|birth\w*|number|details)\b/;

/** Whether yes and no answer these words: the last sentence asks for the recording, and nothing else is asked. */
export function asksToRecord(text: string): boolean {
  const sentences = sentencesOf(text).map((sentence) => ({
    words: fold(sentence),
    asks: isQuestion(sentence),
  }));
  const [before, last] = [sentences.at(-2), sentences.at(-1)];
  if (!last?.asks || sentences.filter(({ asks }) => asks).length > 1) return false;
  if (noPlainQuestion.test(last.words) || details.test(last.words)) return false;
  return namesRecording(last.words) || (before !== undefined && meansItself(before.words, last.words));
}

/** "Wir zeichnen das Gespräch gern auf. Sind Sie einverstanden?": the question points back. */
const pointingBack =
  /\b(?:einverstanden|ordnung|okay|ok|recht|damit|das|zustimmen|erlauben|agree|alright|right|that|fine)\b/;
const meansItself = (before: string, question: string) =>
  (namesRecording(before) || /\bzeichnen\b.*\bauf\b/.test(before)) &&
  !denies.test(before) &&
  pointingBack.test(question) &&
  !/\b(?:termin|eintragen|buchen|appointment|book)\b/.test(question);
