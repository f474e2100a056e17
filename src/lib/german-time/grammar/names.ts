import type { Node } from "./nodes";
import { isType } from "./rule";

const introductions = /^(?:ist|lautet|heisse|heiss|spricht|bin)$/;
const introducers = /^(?:name|nachname|hier|ich)$/;
/** What goes on after a name; behind a wished day there is its time or whether it suits. */
const sentenceAfterName = /^(?:ich|wir|und|am|im|es|guten|hallo|mein|meine|aus|von|bei|der|die|das)$/;

/** "Mein Name ist Peter März, ich …": the surname behind a first name is no month. */
export function withoutSurnames(nodes: Node[]): Node[] {
  return nodes.map((node, i): Node => {
    const [introducer, introduction, first] = nodes.slice(Math.max(0, i - 3), i);
    const isNamed =
      isType(node, "weekday", "month", "part") &&
      isFirstName(first) &&
      isWord(introduction, introductions) &&
      isWord(introducer, introducers);
    const next = nodes[i + 1];
    return isNamed && (!next || isWord(next, sentenceAfterName)) ? { type: "nothing" } : node;
  });
}

const isWord = (node: Node | undefined, text: RegExp) => node?.type === "word" && text.test(node.text);
/** Months are first names, too: "August Freitag". */
const isFirstName = (node: Node | undefined) =>
  node?.type === "month" ||
  (node?.type === "word" &&
    !/^(?:am|im|fuer|ab|bis|der|die|das|es|frau|herr|familie|doktor)$/.test(node.text));
