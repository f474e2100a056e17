/** One final stretch of speech. Times in milliseconds since the call began, where they are known. */
export interface Utterance {
  speaker: "agent" | "caller";
  text: string;
  startMs?: number | undefined;
  endMs?: number | undefined;
}

export interface Turn extends Utterance {
  lastPiece: string;
}

/** How far a caller may answer into the end of the agent's sentence. */
const interruptionMs = 1_000;

/** An interrupted speaker goes on: one turn, however many pieces. */
export function joinTurns(conversation: readonly Utterance[]): Turn[] {
  const turns: Turn[] = [];
  for (const piece of conversation) {
    if (isGoingOn(turns, piece)) turns.pop();
    const before = turns.at(-1);
    if (before?.speaker !== piece.speaker) {
      turns.push({ ...piece, lastPiece: piece.text });
      continue;
    }
    before.text += ` ${piece.text}`;
    before.lastPiece = piece.text;
    before.endMs = piece.endMs ?? before.endMs;
  }
  return turns;
}

const listening = /^(?:m+h+m*|hm+|aha|äh+m*|ja+|jo|genau|okay|ok|gut|yes|yeah|right|uh[ -]?huh)[\s.,!…]*$/iu;

/** Whether the agent only finishes the sentence in which the caller showed that somebody listens. */
function isGoingOn(turns: readonly Turn[], piece: Utterance): boolean {
  const [agent, caller] = turns.slice(-2);
  return (
    piece.speaker === "agent" &&
    caller?.speaker === "caller" &&
    agent?.speaker === "agent" &&
    listening.test(caller.text.trim()) &&
    !/[.?!]\s*$/.test(agent.text) &&
    /^[\p{Ll}\d]/u.test(piece.text)
  );
}

/** Said while the agent was still reading: a "ja" that only shows that somebody listens. */
export const isBesides = (caller: Utterance, agent: Utterance) =>
  caller.endMs !== undefined && agent.endMs !== undefined && caller.endMs < agent.endMs - interruptionMs;
