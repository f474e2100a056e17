import type { SpeechLanguage } from "../speech/language";
import { type Answer, hearAnswer } from "./judge-yes";
import { asksToRecord, namesRecording, sentencesOf } from "./recording-question";
import { isBesides, joinTurns, type Turn, type Utterance } from "./turns";
import { fold } from "./words";

export interface RecordingConsent {
  decision: "not_asked" | "granted" | "refused";
  /** The caller's words it rests on. */
  utterance?: string;
  /** Milliseconds since the call began. */
  atMs?: number;
}

/**
 * What the caller said to being recorded, over the whole call: only a clear yes right after the agent's question about
 * it grants, anything else that answers it refuses, and a later "bitte doch nicht aufnehmen" withdraws. Pure.
 */
export function judgeRecordingConsent(
  conversation: readonly Utterance[],
  language: SpeechLanguage,
): RecordingConsent {
  let consent: RecordingConsent = { decision: "not_asked" };
  let agent: Turn | undefined;
  for (const turn of joinTurns(conversation)) {
    if (turn.speaker === "agent") {
      agent = turn;
      continue;
    }
    const agrees = agreesToRecording(turn.text, language);
    const isAnswer = agent !== undefined && (asksToRecord(agent.text) || asksToRecord(agent.lastPiece));
    if (withdraws(turn.text) && !agrees) consent = heard("refused", turn);
    else if (agent && isAnswer && !(agrees && isBesides(turn, agent)))
      consent = heard(agrees ? "granted" : "refused", turn);
  }
  return consent;
}

/** The caller's last word against the recording after that moment, in milliseconds since the call began. */
export function findWithdrawal(
  conversation: readonly Utterance[],
  afterMs: number,
): RecordingConsent | undefined {
  const turn = conversation.findLast(
    ({ speaker, text, startMs }) =>
      speaker === "caller" && (startMs === undefined || startMs > afterMs) && withdraws(text),
  );
  return turn && heard("refused", turn);
}

const heard = (decision: RecordingConsent["decision"], { text, startMs }: Utterance): RecordingConsent => ({
  decision,
  utterance: text,
  ...(startMs === undefined ? {} : { atMs: startMs }),
});

/**
 * One sentence says yes and hardly anything else, none says no: "Ja, ich hätte gern einen Termin" answers no question.
 */
function agreesToRecording(text: string, language: SpeechLanguage): boolean {
  const answers = sentencesOf(text).map((sentence) => ({
    words: fold(sentence),
    ...hearAnswer(sentence, language, () => false),
  }));
  const agrees = answers.findIndex(
    ({ verdict, words, furtherWords }) =>
      verdict === "yes" && (furtherWords === 0 || (permits.test(words) && furtherWords <= 6)),
  );
  return agrees >= 0 && answers.every((answer, i) => i === agrees || !refuses(answer, i < agrees));
}

const permits =
  /\b(?:auf\w*zeichn\w*|aufnehm\w*|mitschneid\w*|duerfen|koennen|einverstanden|record\w*|may|can)\b/;
/** What goes on about a date later is a wish, not an answer. */
const refuses = ({ verdict, reserves, words }: Answer & { words: string }, comesBefore: boolean) =>
  verdict === "no" ||
  reserves ||
  (verdict === "other_wish" && (comesBefore || namesRecording(words))) ||
  withdrawing.test(words);

const aboutRecording =
  /\b(?:auf(?:zu)?zeichn\w*|aufgezeichnet|zeichne[n]? .* auf|auf(?:zu)?nehm\w*|aufgenommen|nehme[n]? .* auf|aufnahme\w*|mit(?:zu)?schn\w*|mitgeschnitten|record\w*)\b/;
const against =
  /\b(?:nicht|net|nich|nichts|kein\w*|nein|ohne|stopp\w*|stop|aufhoeren|loesch\w*|beend\w*|aus|abschalten|ausschalten|widerruf\w*|zurueck\w*|not|dont|no|without|delete|erase|off|withdraw\w*|never)\b/;
const withdrawing =
  /\b(?:widerruf\w*|(?:ziehe|nehme) .*(?:einwilligung|zustimmung|einverstaendnis) .*zurueck|withdraw my consent)\b/;

/** Holds wherever it is said: one word too many for it costs a recording, one too few costs a right. */
const withdraws = (text: string) => {
  const words = fold(text);
  return withdrawing.test(words) || (aboutRecording.test(words) && against.test(words));
};
