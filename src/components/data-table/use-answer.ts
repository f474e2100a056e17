import { useState } from "react";

/**
 * Counts the answers that came after a wait. The rows of another answer are drawn anew: the few that are in both would
 * otherwise travel across the page by themselves, long after whoever asked had pressed.
 */
export function useAnswer(stale = false): number {
  const [seen, setSeen] = useState({ answer: 0, stale });
  if (seen.stale === stale) return seen.answer;
  const answer = stale ? seen.answer : seen.answer + 1;
  setSeen({ answer, stale });
  return answer;
}
