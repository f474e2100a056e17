import type { SpeechLanguage } from "../speech/language";
import { english } from "./english";
import { german } from "./german";
import type { Lexicon, WordClass } from "./lexicon";
import { fold, type Mark, markWords } from "./words";

/**
 * `yes`: agrees to what was asked. `no`: refuses it. `other_wish`: wants something else, or agrees with a reservation.
 * `unclear`: anything that answers nothing.
 */
export type Verdict = "yes" | "no" | "other_wish" | "unclear";

const lexicons: Record<SpeechLanguage, Lexicon> = { de: german, en: english };
/** Whoever tells a story after "ja" may be answering something else. */
const maxFurtherWords = 14;
/** Nobody says yes in an essay; and the end of one must not be cut off either. */
const maxChars = 600;
const nothing: Answer = {
  verdict: "unclear",
  changesMind: false,
  furtherWords: maxFurtherWords,
  reserves: false,
};

/**
 * What an utterance answers to "soll ich das so eintragen?". Pure; never throws.
 * @param namesOther whether these words name another time (or person) than was asked about; without it any time does
 */
export function judgeYes(
  utterance: string,
  language: SpeechLanguage,
  namesOther?: (words: string) => boolean,
): Verdict {
  return hearAnswer(utterance, language, namesOther).verdict;
}

export interface Answer {
  verdict: Verdict;
  /** Says so of itself, whatever was asked: another time, "lieber", "doch nicht". */
  changesMind: boolean;
  /** How many words say something beside the answer. */
  furtherWords: number;
  /** Opens with "aber", "nur", "wenn": takes something back from what was said right before. */
  reserves: boolean;
}

/** `judgeYes`, and whether the words would take back a yes given before. */
export function hearAnswer(
  utterance: string,
  language: SpeechLanguage,
  namesOther: (words: string) => boolean = lexicons[language].namesTime,
): Answer {
  if (utterance.length > maxChars) return nothing;
  const lexicon = lexicons[language];
  const marks = markWords(fold(utterance), lexicon);
  const wantsOther = marks.some(({ kind }) => kind === "other") || namesOther(withoutNames(utterance, marks));
  const takesBack = marks.some(({ kind, text }) => kind === "no" && lexicon.takesBack.test(text));
  return {
    verdict: verdictOf(marks, wantsOther, isCutOff(utterance, marks, lexicon)),
    changesMind: wantsOther || takesBack,
    furtherWords: countWords(marks),
    reserves: marks.find(({ kind }) => kind !== "filler" && kind !== ",")?.kind === "reserve",
  };
}

function verdictOf(marks: Mark[], wantsOther: boolean, cutOff: boolean): Verdict {
  const has = (...kinds: Mark["kind"][]) => marks.some(({ kind }) => kinds.includes(kind));
  const consents = has("yes", "assent");
  if (has("no"))
    return wantsOther ? "other_wish" : last(marks, "yes", "assent") > last(marks, "no") ? "unclear" : "no";
  if (wantsOther) return "other_wish";
  if (has("obstacle")) return consents ? "other_wish" : "no";
  if (has("reserve", "pause")) return consents ? "other_wish" : "unclear";
  if (cutOff || has("?", "question", "aside")) return "unclear";
  return consents && countWords(marks) <= maxFurtherWords ? "yes" : "unclear";
}

const countWords = (marks: Mark[]) => marks.filter(({ kind }) => kind === "word").length;

const last = (marks: Mark[], ...kinds: WordClass[]) =>
  marks.findLastIndex(({ kind }) => (kinds as Mark["kind"][]).includes(kind));

/** Still speaking: the recogniser's dots or dash at the end, or a word no sentence ends with. */
function isCutOff(utterance: string, marks: Mark[], { dangling }: Lexicon): boolean {
  if (/(?:…|\.\.+|[-–—,])\s*$/.test(utterance)) return true;
  const end = marks.findLast(({ kind }) => kind !== ",");
  return (end?.kind === "word" || end?.kind === "filler") && dangling.includes(end.text);
}

/** Frau Freitag is no day. */
function withoutNames(utterance: string, marks: Mark[]): string {
  return marks.some(({ kind }) => kind === "name")
    ? marks.map(({ kind, text }) => (kind === "name" ? "," : text)).join(" ")
    : utterance;
}
