import type { Context } from "../context";
import type { StepName } from "../trace";
import { countFromThere } from "./anaphora";
import { boundRules, relationRules } from "./bounds";
import { clockRules, daypartRules, promoteHours } from "./clock-times";
import { dateRules, readDigitDays, readOrdinals } from "./dates";
import { dayWordRules } from "./day-words";
import { feastRelationRules, feastRules } from "./feasts";
import { lookUp } from "./lexicon";
import { isDay, isTime } from "./mentions";
import type { Node, Rejection } from "./nodes";
import { nonTimeRules } from "./non-times";
import { rejoin } from "./number-words";
import { referenceRules } from "./references";
import { readRejections } from "./refusals";
import { applyRepairs, repairRules } from "./repairs";
import { applyLevel, isType, type Level, level, rule } from "./rule";
import { tokenise } from "./tokenise";
import { hasUnreadTime } from "./unread";
import { weekdayRules } from "./weekdays";
import { blockRules, spanRules } from "./weeks-and-months";
import { withinRules } from "./within";
import { yearRules } from "./years";

const greetings = level(nonTimeRules);
const feasts = level(feastRules);
const references = level(referenceRules);
const expressions = level([
  ...clockRules,
  ...daypartRules,
  ...dayWordRules,
  ...dateRules,
  ...weekdayRules,
  ...spanRules,
  ...withinRules,
  ...yearRules,
  ...anytimeRules(),
]);
const blocks = level([...feastRelationRules, ...blockRules]);
const relations = level(relationRules);
const repairs = level(repairRules);
const bounds = level(boundRules);

type Step = [name: StepName, read: (nodes: Node[], context: Context) => Node[]];

const byRules =
  (rules: Level) =>
  (nodes: Node[], context: Context): Node[] =>
    applyLevel(rules, nodes, context);

/**
 * The cascade: tokens → number words → words that are no times → time expressions → blocks, weeks and bounds →
 * rejections and repairs. Each step turns the nodes of the one before into bigger ones.
 */
const cascade: Step[] = [
  ["numbers", rejoin],
  ["lexicon", lookUp],
  [
    "offers",
    (nodes, context) => (context.offered.length > 0 ? applyLevel(references, nodes, context) : nodes),
  ],
  ["feasts", byRules(feasts)],
  ["nonTimes", byRules(greetings)],
  ["expressions", (nodes, context) => applyLevel(expressions, readDigitDays(nodes), context)],
  ["hours", (nodes, context) => readOrdinals(promoteHours(nodes), context)],
  ["blocks", (nodes, context) => applyLevel(blocks, nodes.map(plainWord).filter(isNoArticle), context)],
  ["relations", byRules(relations)],
  ["bounds", (nodes, context) => countFromThere(applyLevel(bounds, nodes, context), context)],
  ["refusals", (nodes, context) => readRejections(applyLevel(repairs, nodes, context), context)],
  ["repairs", applyRepairs],
];

/** The mentions that count, in the order they were said, and what was said beside them. */
export function readPhrases(text: string, context: Context) {
  const words = tokenise(text).filter(isNoFiller);
  context.trace?.step("words", words);
  const spoken = cascade.reduce((nodes, [name, read]) => {
    const result = read(nodes, context);
    context.trace?.step(name, result);
    return result;
  }, words);
  return {
    mentions: spoken.filter(
      (node) => isDay(node) || isTime(node) || node.type === "elapsed" || node.type === "or",
    ),
    rejections: spoken.filter((node): node is Rejection => node.type === "rejection"),
    references: spoken.filter((node) => node.type === "reference"),
    anytime: spoken.some(({ type }) => type === "anytime"),
    unread: hasUnreadTime(spoken),
  };
}

function anytimeRules() {
  const anytime = (): Node => ({ type: "anytime" });
  const soon = "bald|schnell|frueh|rasch|zeitnah";
  return [
    "egal wann",
    "zeitnah|demnaechst",
    "in den naechsten|kommenden tagen|wochen",
    "irgendwann",
    "wann ist? egal",
    "egal",
    "jederzeit",
    "ab? sofort",
    `so ${soon} wie|als moeglich`,
    "sobald wie|als? moeglich",
    `so ${soon} wie? es? geht`,
    `moeglichst ${soon}`,
    "naechstmoeglich|schnellstmoeglich|schnellstens|baldmoeglichst|baldmoeglich|ehestmoeglich|fruehestmoeglich|ehestens",
    "schnellstmoeglich~|fruehestmoeglich~|naechstmoeglich~|baldmoeglichst~ termin?",
    "naechst~ frei~ termin?",
    "naechst~ moeglich~ termin?",
    "naechst~ verfuegbar~ termin?",
    "erst~ frei~ termin?",
  ].map((pattern) => rule(pattern, anytime));
}

const fillers = new Set(
  "sehr recht ganz aeh aehm oehm oeh hm hmm mhm also halt ja eben glaub glaube sag sagen sagte sozusagen naja tja".split(
    " ",
  ),
);
const approximators = new Set("ungefaehr etwa circa ca rund so gut knapp vielleicht".split(" "));
const isSpanWord = (node: Node | undefined) => node?.type === "word" && /^(?:in|vor|seit)$/.test(node.text);
const articles = new Set(
  `am im in der die das den dem des zum zur um gegen ca circa etwa ungefaehr rund rum herum so bitte gern gerne dann noch punkt
  schon uhr mal also vielleicht eventuell irgendwann irgendwo nur eigentlich einfach wenn moeglich jeweils gleich direkt erst`.split(
    /\s+/,
  ),
);
/** "am Donnerstag, also morgen": here "also" keeps the day apart from the part of it. */
function isNoFiller(node: Node, i: number, nodes: Node[]): boolean {
  if (node.type !== "word") return true;
  if (node.text === "mal") return countsTimes(nodes, i);
  // "in ungefähr zwei Wochen"
  if (approximators.has(node.text) && isSpanWord(nodes[i - 1])) return false;
  return !fillers.has(node.text) || (node.text === "also" && isWord(nodes[i + 1], "morgen"));
}
/** "zwei mal", "das erste Mal", "warte mal"; elsewhere, as in "um acht mal" or "in acht mal Tagen", it only fills. */
function countsTimes(nodes: Node[], at: number): boolean {
  const [introducer, counted, next] = [nodes[at - 2], nodes[at - 1], nodes[at + 1]];
  if (isType(counted, "n", "nth")) {
    const isHour = introducer?.type === "word" && hourIntroducer.test(introducer.text);
    return !isHour && !(next?.type === "word" && calendarUnit.test(next.text));
  }
  return (
    counted?.type === "word" &&
    /^(?:ein|letzte[sn]?|jedes|das|dies|naechste[sn]?|warten?)$/.test(counted.text)
  );
}
const hourIntroducer = /^(?:um|gegen|ab|bis|vor|nach|halb|viertel|dreiviertel|kw|kalenderwoche)$/;
const calendarUnit =
  /^(?:uhr|tage?n?|wochen?|monate?n?|stunden?|minuten?|januar|februar|maerz|april|mai|jun|jul|august|september|oktober|november|dezember)/;
const isWord = (node: Node | undefined, text: string) => node?.type === "word" && node.text === text;
const isNoArticle = (node: Node) => !(node.type === "word" && articles.has(node.text));
const plainWord = (node: Node): Node =>
  node.type === "word" && node.text === "vom" ? { type: "word", text: "von" } : node;
