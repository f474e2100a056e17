import type { Context } from "../context";
import type { StepName } from "../trace";
import { countFromThere } from "./anaphora";
import { promoteHours } from "./bare-hours";
import { blockRules, withNamedStretches } from "./blocks";
import { boundRules } from "./bounds";
import { clockRules } from "./clock-times";
import { dateRules } from "./dates";
import { dayWordRules } from "./day-words";
import { daypartRules } from "./dayparts";
import { feastRelationRules, feastRules } from "./feasts";
import { isNoFiller } from "./fillers";
import { lookUp } from "./lexicon";
import { isMention } from "./mentions";
import { namesBeforeWish, withoutSurnames } from "./names";
import type { Node, Rejection } from "./nodes";
import { nonTimeRules } from "./non-times";
import { rejoin } from "./number-words";
import { readDigitDays, readOrdinals } from "./ordinals";
import { inPastTense, withoutStories } from "./past-tense";
import { withoutPoliteNot } from "./questions";
import { referenceRules } from "./references";
import { readRejections } from "./refusals";
import { relationRules } from "./relations";
import { relativeClockRules } from "./relative-clock-times";
import { applyRepairs, repairRules } from "./repairs";
import { applyLevel, type Level, level, rule } from "./rule";
import { tokenise } from "./tokenise";
import { hasUnreadTime } from "./unread";
import { weekdayRules } from "./weekdays";
import { spanRules } from "./weeks-and-months";
import { withinRules } from "./within";
import { yearRules } from "./years";

const greetings = level(nonTimeRules);
const feasts = level(feastRules);
const references = level(referenceRules);
const expressions = level([
  ...clockRules,
  ...relativeClockRules,
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
  ["lexicon", (nodes) => lookUp(namesBeforeWish(nodes))],
  [
    "offers",
    (nodes, context) => (context.offered.length > 0 ? applyLevel(references, nodes, context) : nodes),
  ],
  ["feasts", byRules(feasts)],
  [
    "nonTimes",
    (nodes, context) => inPastTense(applyLevel(greetings, withoutSurnames(nodes), context), context),
  ],
  ["expressions", (nodes, context) => applyLevel(expressions, readDigitDays(nodes), context)],
  ["hours", (nodes, context) => readOrdinals(promoteHours(nodes), context)],
  [
    "blocks",
    (nodes, context) =>
      applyLevel(blocks, withNamedStretches(nodes.map(plainWord).filter(isNoArticle), context), context),
  ],
  ["relations", byRules(relations)],
  [
    "bounds",
    (nodes, context) => withoutStories(countFromThere(applyLevel(bounds, nodes, context), context), context),
  ],
  [
    "refusals",
    (nodes, context) => readRejections(withoutPoliteNot(applyLevel(repairs, nodes, context)), context),
  ],
  ["repairs", (nodes, context) => applyRepairs(withoutSameTime(nodes), context)],
];

/** The mentions that count, in the order they were said, and what was said beside them. */
export function readClauses(text: string, context: Context) {
  const words = tokenise(text).filter(isNoFiller);
  context.trace?.step("words", words);
  const spoken = cascade.reduce((nodes, [name, read]) => {
    const result = read(nodes, context);
    context.trace?.step(name, result);
    return result;
  }, words);
  return {
    mentions: spoken.filter((node, i) => isMention(node) || isLink(node, spoken.slice(i + 1, i + 4))),
    rejections: spoken.filter(
      (node, i): node is Rejection => node.type === "rejection" && !isNamedAnew(node, spoken.slice(i + 1)),
    ),
    references: spoken.filter((node) => node.type === "reference"),
    anytime: spoken.some(({ type }) => type === "anytime"),
    unread: hasUnreadTime(spoken),
  };
}

/** "und man hat nur drei Wochen Zeit" links no days. */
const isLink = (node: Node, behind: Node[]) => node.type === "or" && (!node.and || behind.some(isMention));

/** "Freitag um drei geht nicht, Freitag um vier schon": what is wished for behind it is not refused. */
const isNamedAnew = ({ rejected }: Rejection, behind: Node[]) =>
  behind.some(
    (node) =>
      (rejected.type === "weekday" && node.type === "weekday" && node.value === rejected.value) ||
      (rejected.type === "days" &&
        node.type === "days" &&
        String(node.readings) === String(rejected.readings)),
  );

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
  ]
    .map((pattern) => rule(pattern, anytime))
    .concat(
      rule("<nth> frei~|moeglich~|verfuegbar~ termin?", ([{ value }]) =>
        value === 1 ? anytime() : undefined,
      ),
    );
}

/** "Mittwoch um elf, nein, lieber Donnerstag, gleiche Uhrzeit" */
function withoutSameTime(nodes: Node[]): Node[] {
  const isSame = (node: Node) => node.type === "clock" && node.same === true;
  return nodes.some((node) => node.type === "clock" && !node.same)
    ? nodes.filter((node) => !isSame(node))
    : nodes;
}

const articles = new Set(
  `am im in der die das den dem des zum zur um gegen ca circa etwa ungefaehr rund rum herum so bitte gern gerne dann noch punkt
  schon uhr mal also vielleicht eventuell irgendwann irgendwo nur eigentlich einfach wenn moeglich jeweils gleich direkt erst`.split(
    /\s+/,
  ),
);
const isNoArticle = (node: Node) => !(node.type === "word" && articles.has(node.text));
const plainWord = (node: Node): Node =>
  node.type === "word" && node.text === "vom" ? { type: "word", text: "von" } : node;
