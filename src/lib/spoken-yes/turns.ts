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

/** Said while the agent was still reading: a "ja" that only shows that somebody listens. */
export const isBesides = (caller: Utterance, agent: Utterance) =>
  caller.endMs !== undefined && agent.endMs !== undefined && caller.endMs < agent.endMs - interruptionMs;
