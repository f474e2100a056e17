import type { Day } from "../calendar";
import type { Context } from "../context";
import { isClock, isDay, isMention, isTime, sameKind } from "./mentions";
import type { Node } from "./nodes";
import { weekdayReadings } from "./weekdays";

const betweenWords = new Set(
  `s kann koennen koennte ich wir geht ginge gehts gar passt passen klappt mir uns mich doch wohl bei leider es da eher auch schon in muss muessen
  absolut ueberhaupt will moechte wollen habe haben hab bin sind ist waere wird jetzt nun dann mag schaffe schaffen das dem der ja ihnen sie euch
  einfach meistens wirklich zeit so werden sein aber kommt kaeme faellt scheidet haut kriege krieg bekomme was etwas anderes`.split(
    /\s+/,
  ),
);
const bad = new Set(
  "schlecht zu unguenstig voll ausgebucht geschlossen doof bloed schwierig unmoeglich unpassend dicht verplant belegt weg ungern flach".split(
    " ",
  ),
);
/** What "ist ja Feiertag" was turned into: it speaks against a day only if another one follows. */
const comments = new Set(["feiertagscomment"]);
/** "zu" alone is also "zu Ihnen". */
const isWords = new Set(["ist", "sind", "waere", "haben", "habt", "bin"]);
/** "bis eins in der Schule", "ab dem 3. im Urlaub": who is elsewhere does not come. */
const elsewhere = new Set(
  "urlaub verreist unterwegs verhindert arbeite arbeiten arbeit kindergarten kita schule schicht".split(" "),
);
export const isElsewhere = (node: Node) => isText(node, elsewhere);
const busyBefore = new Set("arbeite arbeiten schule kindergarten kita unterricht dienst schicht".split(" "));
/** "keine Zeit", "keinen Termin frei" */
const noTime = new Set(["keine", "keinen"]);
const timeWords = new Set(["zeit", "termin", "moeglichkeit"]);
const closedWords = new Set(["zu", "weg", "dicht"]);
/** "Dienstag, aber nicht vormittags" */
const adversatives = new Set(["aber"]);
/** "zu früh", "zu kurzfristig" */
const tooWords = new Set(["zu"]);
const excesses = new Set("frueh spaet kurzfristig knapp bald weit eng stressig".split(" "));
/** "fällt leider aus", "scheidet aus" */
const particles = new Set(["aus"]);
const beforeParticle = new Set("faellt scheidet leider".split(" "));
/** "nicht mehr", "nicht hin", "nicht in Frage" */
const afterNot = /^(?:mehr|so|gut|frage|infrage|hin|rein|moeglich|drin|machbar)$/;
const notWords = new Set(["nicht", "nichts", "nich", "net", "nie", "niemals", "keinesfalls"]);
const noWords = new Set([
  ...notWords,
  "kein",
  "keinen",
  "keine",
  "ausser",
  "ohne",
  "statt",
  "anstatt",
  "anstelle",
]);

/** "nicht Dienstag", "Dienstag geht nicht", "außer Mittwoch": what is refused becomes a rejection. */
export function readRejections(nodes: Node[], context: Context): Node[] {
  const result: Node[] = [];
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i] as Node;
    const next = nodes[i + 1];
    if (isEitherRefused(nodes, i)) {
      result.push(...either(node, nodes[i + 2] as Node, context));
      i += 2;
      continue;
    }
    if (isText(node, busyBefore) && next && restOf(next)) {
      result.push(restOf(next) as Node);
      i++;
      continue;
    }
    if (isText(node, noWords) && next && isMention(next)) {
      result.push({ type: "rejection", rejected: next });
      i = rejectAlternatives(nodes, i + 1, result);
      continue;
    }
    const end = isMention(node) ? (refusalBehind(nodes, i) ?? sharedRefusal(nodes, i, result)) : undefined;
    if (end === undefined) {
      result.push(node);
      continue;
    }
    const rest = restOf(node);
    if (rest) {
      result.push(rest);
      i = end - 1;
      continue;
    }
    rejectLinked(result, node);
    result.push({ type: "rejection", rejected: node });
    if (isClock(node)) rejectDayBefore(result, nodes.slice(end));
    i = end - 1;
  }
  return result;
}

/** "Vor zehn kann ich nicht", "nach Freitag geht es nicht": what such a bound leaves is the other side of it. */
function restOf(node: Node): Node | undefined {
  if (node.type === "interval" && !(node.from && node.to))
    return {
      type: "interval",
      remark: true,
      ...(node.to ? { from: node.to } : {}),
      ...(node.from ? { to: node.from } : {}),
    };
  if (node.type !== "daybound") return undefined;
  const rest = node.readings.map(({ from, until }) => ({ from: until, until: from }));
  return rest.every(({ from, until }) => (from === undefined) !== (until === undefined))
    ? { type: "daybound", readings: rest.map(given) }
    : undefined;
}

const given = ({ from, until }: { from: Day | undefined; until: Day | undefined }) => ({
  ...(from === undefined ? {} : { from }),
  ...(until === undefined ? {} : { until }),
});

/** "nicht Montag oder Dienstag" */
function rejectAlternatives(nodes: Node[], from: number, result: Node[]): number {
  let i = from;
  while (nodes[i + 1]?.type === "or" && nodes[i + 2]?.type === nodes[i]?.type) {
    result.push({ type: "rejection", rejected: nodes[i + 2] as Node });
    i += 2;
  }
  return i;
}

/** "Montag und Dienstag geht nicht" refuses both. */
function rejectLinked(result: Node[], node: Node) {
  for (let i = result.length - 1; result[i]?.type === "or"; i -= 2) {
    const linked = result[i - 1];
    if (!linked || !isMention(linked) || !sameKind(linked, node)) return;
    result.splice(i - 1, 2, { type: "rejection", rejected: linked }, { type: "nothing" });
  }
}

/** The index behind "geht bei mir leider nicht" and the like, if it follows the mention at `at`. */
function refusalBehind(nodes: Node[], at: number): number | undefined {
  for (let i = at + 1; i < nodes.length && i <= at + 8; i++) {
    const node = nodes[i];
    if (isText(node, notWords)) {
      const next = nodes[i + 1];
      if (isText(nodes[i - 1], adversatives) && next && isMention(next)) return undefined;
      const contrast =
        i === at + 1 && isContrast(nodes[at] as Node, next, nodes[i + 2]) && !refusalBehind(nodes, i + 1);
      if (contrast || (next?.type === "word" && /^(?:noch|vor|nach)$/.test(next.text))) return undefined;
      return next?.type === "word" && afterNot.test(next.text) ? i + 2 : i + 1;
    }
    if (isText(node, tooWords) && isText(nodes[i + 1], excesses)) return i + 2;
    if (isText(node, particles) && isText(nodes[i - 1], beforeParticle)) return i + 1;
    if (isText(node, bad) && (!isText(node, closedWords) || isText(nodes[at + 1], isWords))) return i + 1;
    if (isText(node, elsewhere)) return i + 1;
    if (isText(node, noTime) && isText(nodes[i + 1], timeWords)) return i + 2;
    if (isText(node, comments)) return nodes.slice(i + 1).some(isDay) ? i + 1 : undefined;
    if (!isText(node, betweenWords) && !speaksOf(nodes, i)) return undefined;
  }
  return undefined;
}

/** "Montag ist schlecht, Dienstag auch, Mittwoch …": "auch" takes the refusal on where another wish follows. */
const sharedRefusal = (nodes: Node[], at: number, before: Node[]) => {
  const [also, next] = nodes.slice(at + 1, at + 3);
  const refused = before.at(-1)?.type === "rejection" && isDay(nodes[at] as Node);
  return refused && also?.type === "word" && also.text === "auch" && next && isMention(next)
    ? at + 2
    : undefined;
};

/** "Dienstag hat mein Mann Geburtstag, da geht es nicht": "da" points back over what lies between. */
const speaksOf = (nodes: Node[], at: number) =>
  nodes[at]?.type === "word" &&
  nodes.slice(at + 1, at + 4).some((node, i, ahead) => {
    const words = ahead.slice(0, i).every(({ type }) => type === "word");
    return words && node.type === "word" && node.text === "da";
  });

/** "Montag nicht Dienstag um zehn": without a comma nobody hears which of the two is refused. */
function isEitherRefused(nodes: Node[], at: number): boolean {
  const [first, not, second, behind] = nodes.slice(at, at + 4);
  return Boolean(
    first &&
      second &&
      behind &&
      isText(not, notWords) &&
      isMention(first) &&
      isMention(behind) &&
      ((isOneDay(first) && isOneDay(second) && isTime(behind)) ||
        (first.type === "clock" && second.type === "clock" && isDay(behind))) &&
      refusalBehind(nodes, at + 2) === undefined,
  );
}

const isOneDay = (node: Node) => node.type === "weekday" || (node.type === "days" && !node.span);

function either(first: Node, second: Node, context: Context): Node[] {
  const readings = [first, second].flatMap((node) =>
    node.type === "weekday"
      ? weekdayReadings(node, context).map((day) => [day])
      : node.type === "days"
        ? node.readings
        : [],
  );
  return readings.length > 0 ? [{ type: "days", readings }] : [first, { type: "or" }, second];
}

/** "um drei, nicht um vier", "morgen nicht um neun": here the word belongs to what follows, if that is all. */
const isContrast = (mention: Node, next: Node | undefined, behind: Node | undefined) =>
  next !== undefined &&
  ((isSpan(mention) && next.type === "weekday" && !next.mondays) ||
    (isDay(mention) && isTime(next)) ||
    (isTime(mention) && isDay(next) && !(behind && isTime(behind))) ||
    (isMention(next) && sameKind(next, mention) && (!behind || behind.type === "repair")));

/** "nächste Woche, nur nicht am Montag würde passen" */
const isSpan = (node: Node) =>
  node.type === "week" || node.type === "weekdays" || (node.type === "days" && node.span === true);

/** "Dienstag um drei geht nicht" refuses both, unless only another time follows. */
function rejectDayBefore(result: Node[], rest: Node[]) {
  const before = result.at(-2);
  if (!before || !isDay(before)) return;
  if (rest.some(isTime) && !rest.some(isDay)) return;
  result.splice(-2, 1, { type: "rejection", rejected: before });
}

const isText = (node: Node | undefined, words: Set<string>) => node?.type === "word" && words.has(node.text);
