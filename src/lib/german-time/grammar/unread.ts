import type { Node } from "./nodes";
import { isType } from "./rule";

const timeWords =
  /^(?:halb|viertel|dreiviertel|wochen?|monate?n?|kw|kalenderwoche|anfang|mitte|ende|quartal|wochentags?)$/;
const boundWords = /^(?:ab|bis|zwischen|vor|nach|kurz)$/;

/**
 * Whether a word of time was taken by no rule. Whoever said it meant something that the answer would not hold, so
 * there is none: a question costs less than a wrong day.
 */
export const hasUnreadTime = (nodes: Node[]): boolean =>
  nodes.some((node, i) => {
    if (isType(node, "month", "digitdate", "dotted")) return true;
    if (node.type === "n") {
      const before = nodes[i - 1];
      return before?.type === "word" && boundWords.test(before.text);
    }
    return node.type === "word" && timeWords.test(node.text);
  });
