import { hearAnswer } from "./judge-yes";
import { namesOther } from "./names-other";
import { type Asked, proposesOther, readsBack } from "./read-back";
import { isBesides, joinTurns, type Turn, type Utterance } from "./turns";

export interface Consent {
  decision: "agreed" | "declined" | "missing";
  /** The caller's words it rests on. */
  utterance?: string;
  atMs?: number;
}

/** A birthdate is no other day, and Frau Freitag no other weekday. */
const asksForDetails =
  /geburt|geboren|\bname|heißen|nummer|telefon|adresse|mail|kasse|versicher|birth|born|phone|number|insur/i;
/** Turns: whoever said yes half an hour ago is asked again. */
const remembered = 60;
const missing: Consent = { decision: "missing" };

/**
 * Whether the caller agreed to exactly this: after the agent read it back, a later utterance that answers nothing else
 * says yes, and none after it takes that back. Pure; the conversation in the order it was spoken.
 */
export function judgeConsent(conversation: readonly Utterance[], asked: Asked): Consent {
  let consent = missing;
  let agent: { turn: Turn; reads: boolean } | undefined;
  for (const turn of joinTurns(conversation).slice(-remembered)) {
    if (turn.speaker === "agent") {
      // What was said last is what is answered, be it that something else was said right before.
      agent = { turn, reads: readsBack(turn.text, asked) || readsBack(turn.lastPiece, asked) };
      if (consent.decision === "agreed" && !agent.reads && proposesOther(turn.text, asked)) consent = missing;
      continue;
    }
    if (!agent || (!agent.reads && consent.decision !== "agreed")) continue;
    const answer = hear(turn, agent, asked);
    const heard = { utterance: turn.text, ...(turn.startMs === undefined ? {} : { atMs: turn.startMs }) };
    if (agent.reads && !isBesides(turn, agent.turn)) {
      if (answer.verdict === "yes") consent = { decision: "agreed", ...heard };
      else if (answer.verdict !== "unclear") consent = { decision: "declined", ...heard };
      else if (consent.decision === "missing") consent = { ...missing, ...heard };
    } else if (consent.decision === "agreed" && takesBack(answer, agent.turn)) {
      consent = { decision: "declined", ...heard };
    }
  }
  return consent;
}

function hear({ text }: Turn, { turn, reads }: { turn: Turn; reads: boolean }, asked: Asked) {
  const aboutTime = reads || !asksForDetails.test(turn.text);
  return hearAnswer(text, asked.language, (words) => aboutTime && namesOther(words, asked));
}

/** A bare "nein" answers the question that was asked last; a change of mind is heard whatever was asked. */
function takesBack({ verdict, changesMind }: ReturnType<typeof hearAnswer>, agent: Utterance): boolean {
  return changesMind || (verdict === "no" && !agent.text.includes("?"));
}
