import type { Node } from "./nodes";
import { isType } from "./rule";

const fillers = new Set(
  "sehr recht ganz aeh aehm oehm oeh hm hmm mhm also halt ja eben glaub glaube sag sagen sagte sozusagen naja tja".split(
    " ",
  ),
);
const approximators = new Set("genau ungefaehr etwa circa ca rund so gut knapp vielleicht".split(" "));

/** Words that say nothing of a time; "am Donnerstag, also morgen": here "also" keeps the day apart from its part. */
export function isNoFiller(node: Node, i: number, nodes: Node[]): boolean {
  if (node.type !== "word") return true;
  if (node.text === "mal") return countsTimes(nodes, i);
  // "in ungefähr zwei Wochen"
  if (approximators.has(node.text) && isWord(nodes[i - 1], /^(?:in|vor|seit)$/)) return false;
  return !fillers.has(node.text) || (node.text === "also" && isWord(nodes[i + 1], /^morgen$/));
}

/** "zwei mal", "das erste Mal", "warte mal"; in "um acht mal", "in acht mal Tagen", "bis fünf mal rein" it only fills. */
function countsTimes(nodes: Node[], at: number): boolean {
  const [introducer, counted, next] = [nodes[at - 2], nodes[at - 1], nodes[at + 1]];
  if (isType(counted, "nth") && isWord(introducer, /^(?:das|zum|beim|ein)$/)) return true;
  if (isWord(next, unitOrVerb) || isType(counted, "nth")) return false;
  if (isType(counted, "n")) return !isWord(introducer, hourIntroducer);
  return isWord(counted, /^(?:ein|letzte[sn]?|jedes|das|dies|naechste[sn]?|warten?)$/);
}

const hourIntroducer =
  /^(?:um|gegen|circa|ca|etwa|ungefaehr|rund|so|uhr|ab|vor|nach|und|halb|viertel|dreiviertel|kw|kalenderwoche)$/;
const unitOrVerb =
  /^(?:uhr|tage?n?|wochen?|monate?n?|stunden?|minuten?|januar|februar|maerz|april|mai|jun|jul|august|september|oktober|november|dezember|rein|vorbei|kommen|hin|schauen)/;

const isWord = (node: Node | undefined, text: RegExp) => node?.type === "word" && text.test(node.text);
