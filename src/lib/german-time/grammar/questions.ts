import { isMention, isTime } from "./mentions";
import type { Node } from "./nodes";

const verbs =
  /^(?:geht|ginge|gehts|kann|koennte|koennten|koennen|haben|haetten|haette|waere|passt|passte|gibt|gaebe|duerfte|darf|ist)$/;
const subjects = /^(?:ich|wir|sie|es|s|das|man|ihr|du|da)$/;
const courtesies = /^(?:ja|hallo|und|dann|sagen|sie|mal|oder|ach|aber)$/;
const suggestions = /^(?:was|etwas|irgendwas|auch|ein|einen|eventuell)$/;

/** "Geht es nicht morgen um drei?", "Haben Sie Freitag nicht noch was?": here "nicht" makes a wish polite, and refuses nothing. */
export function withoutPoliteNot(nodes: Node[]): Node[] {
  if (!isQuestion(nodes)) return nodes;
  const at = nodes.findIndex((node) => isWord(node, /^(?:nicht|nich|net)$/));
  const next = nodes[at + 1];
  if (at < 0 || !next) return nodes;
  const isFirst = !nodes.slice(0, at).some((node) => isMention(node) || node.type === "repair");
  // "Haben Sie Freitag nicht um drei noch was?"
  const behind = nodes.slice(at + 2);
  const asksForTime =
    isTime(next) &&
    !nodes.some(({ type }) => type === "repair") &&
    behind.some((node) => isWord(node, suggestions)) &&
    !behind.some(isMention);
  const isPolite = isWord(next, suggestions) || (isFirst ? isMention(next) : asksForTime);
  return isPolite ? nodes.toSpliced(at, 1) : nodes;
}

/** "Haben Sie …", "ich wollte fragen, ob Sie …" */
function isQuestion(nodes: Node[]): boolean {
  const first = nodes.findIndex((node) => !isWord(node, courtesies) && node.type !== "nothing");
  if (isWord(nodes[first], verbs) && isWord(nodes[first + 1], subjects)) return true;
  return nodes.slice(0, nodes.findIndex(isMention)).some((node) => isWord(node, /^ob$/));
}

const isWord = (node: Node | undefined, text: RegExp) => node?.type === "word" && text.test(node.text);
