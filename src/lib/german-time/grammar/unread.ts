import { isClock, isDay, isMention, isSpan, isTime } from "./mentions";
import type { Node } from "./nodes";
import { isType } from "./rule";

const timeWords =
  /^(?:halb|viertel|dreiviertel|wochen?|monate?n?|kw|kalenderwoche|anfang|mitte|ende|haelfte|wochentags?)$/;
const units = /^(?:tage?s?|wochen?|monate?s?|quartals?|haelfte|jahre?s?)$/;
/** They move, narrow or widen what stands beside them. */
const comparisons =
  /^(?:spaeter\w*|frueher\w*|darauf|davor|tags|(?:darauf|nach)?folgend\w+|either(?:bound|minute)|ausgenommen|ausnahme|abgesehen)$/;
/** "diese Woche oder nächste", "Freitag früh oder spät"; before a noun they belong to it. */
const pointers = /^(?:(?:ueber)?naechst\w+|kommend\w+|frueh|spaet|frueh\w|spaet\w+)$/;
const bounds = /^(?:ab|bis|zwischen|vor|nach|kurz)$/;
/** "nur kurz" tells how long it takes. */
const brokenOff = /^(?:ab|bis|zwischen|vor|nach)$/;
const limits = /^(?:bis|zwischen|spaetestens|fruehestens|ausser|statt)$/;
/** "bis dann" says good-bye. */
const noLimited = /^(?:dann|bald|gleich|spaeter)$/;
/** What has a time of its own that nobody told: "nach der Schule", "vor dem Frühstück". */
const events =
  /(?:arbeit|schule|schluss|abend|schicht|dienst|essen|stueck|unterricht|kita|garten|urlaub|ferien|kurs|training|sport|pruefung|geburt|reise|termin|operation|hochzeit|feier|party|umzug|flug|konzert|spiel)$/;
/** "am Hochzeitstag", "am Rosenmontagmorgen", "am Martinimarkt": a day of a name that no rule knows. */
const namedDays =
  /^(?:[a-z]{3,}(?:tag|sonnabend)s?(?:[a-z]*(?:morgen|mittag|abend))?s?|(?!super|bau|getraenke|drogerie|heimwerker|gross|fisch|gemuese|bio|verbraucher|neu|alt|haupt|stadt)[a-z]{3,}markt|(?:walpurgis|fast|christ|sonnwend|sonnenwend|museums)nacht|(?:schul|schuljahres|ferien|semester|kindergarten|saison)(?:anfang|beginn|start|schluss|ende)|einschulung)$/;
/** "die Reifen müssen bis Donnerstag drauf", unlike "am Donnerstag drauf" */
const isPutOn = (nodes: Node[], at: number) =>
  nodes[at - 1]?.type === "daybound" &&
  nodes
    .slice(0, at)
    .some((node) => isWord(node, /(?:reifen|raeder|felgen|kette|gips|verband|schiene|folie|krone)$/));
const negations = /^(?:nicht|nich|net|nie|niemals)$/;
/** "vorher bräuchte ich etwas", "ich brauche vorher einen Termin", unlike "vorher muss ich arbeiten" */
const wishes =
  /^(?:braeuchte|brauche|brauch|haette|haetten|waere|ginge|moechte|kaeme|geht|gern|noch|bitte|einen|termin|dran)$/;
const offers = /^(?:geht|ginge|koennte|kann|passt|waere|haette|gern|gerne|bitte|schon)$/;
const assents =
  /^(?:geht|ginge|gehen|passt|passen|waere|ist|auch|gut|ok|okay|super|bitte|an|nur|sowohl|wie|entweder)$/;

/** "am besten wären vier": which may be the hour. */
const choices = /^(?:ist|waere|waeren|passt|ginge|lieber|besten|liebsten)$/;

/**
 * Whether a word of time was taken by no rule. Whoever said it meant something that the answer would not hold, so
 * there is none: a question costs less than a wrong day.
 */
export const hasUnreadTime = (nodes: Node[]): boolean =>
  nodes.some((node, i) => isUnread(node, i, nodes)) ||
  hasTwoWeekdaysApart(nodes) ||
  hasTaleBetween(nodes) ||
  refusesMore(nodes);

function isUnread(node: Node, at: number, nodes: Node[]): boolean {
  const [before, next] = [nodes[at - 1], nodes[at + 1]];
  if (isType(node, "month", "digitdate", "dotted")) return true;
  if (node.type === "nth" && isWord(next, units)) return true;
  if (isType(node, "n", "nth"))
    return (
      isBeside(before, nodes[at - 2]) ||
      isBeside(next, nodes[at + 2]) ||
      isWord(before, bounds) ||
      (!hasClock(nodes) && (isWord(next, assents) || isWord(before, choices)))
    );
  if (node.type !== "word") return false;
  if (namedDays.test(node.text)) return !nodes.some(isDay) && !isWord(before, /^(?:hat|habe?|haben)$/);
  // "um sieben, nein, das ist mir zu früh, um neun"
  if (isWord(before, /^zu$/) && nodes.slice(at + 1).some(isMention)) return false;
  if (pointers.test(node.text))
    return isEnd(next) && (isBeside(before, nodes[at - 2]) || isBeside(next, undefined));
  // "jede Woche, immer freitags" says it twice.
  if (node.text === "woche" && isWord(before, /^jede[rn]?$/)) return !nodes.some(isRecurring);
  if (timeWords.test(node.text) || comparisons.test(node.text)) return true;
  // "bis Montag im Urlaub, also vorher" only says it again.
  if (/^(?:vorher|zuvor)$/.test(node.text))
    return (
      (!next || isWord(next, wishes) || isWord(before, wishes)) &&
      !nodes.some(({ type }) => type === "daybound")
    );
  // "Freitag um drei habe ich Physio, danach ginge es": who knows when that ends.
  if (node.text === "danach")
    return (
      !isWord(before, /^(?:mich|uns)$/) && (!next || isWord(next, offers)) && nodes.slice(0, at).some(isClock)
    );
  if (node.text === "drauf") return before !== undefined && isDay(before) && !isPutOn(nodes, at);
  if (node.text === "tag" && isWord(next, /^(?:vor|nach)$/)) return true;
  if (/^kein/.test(node.text))
    return isBeside(next, undefined) || (isWord(next, /^zeit$/) && isSaidOf(nodes, at));
  // A date tells which days of the quarter are meant.
  if (node.text === "quartal") return !nodes.some((day) => day.type === "days" && day.month !== undefined);
  if (negations.test(node.text)) return isSaidOf(nodes, at);
  // "Freitag um drei bis": what broke off would have moved the time.
  if (
    isClosing(next) &&
    brokenOff.test(node.text) &&
    (isBeside(before, undefined) || isWord(before, /^kurz$/))
  )
    return !isVerbal(nodes, at);
  if (hasClock(nodes)) return false;
  if (/^(?:vor|nach)$/.test(node.text))
    return nodes.slice(at + 1, at + 3).some((word) => isWord(word, events));
  return limits.test(node.text) && next !== undefined && !isWord(next, noLimited);
}

const isRecurring = ({ type }: Node) => type === "weekdays";
const isWord = (node: Node | undefined, text: RegExp) => node?.type === "word" && text.test(node.text);
/** What may come behind the last word of a wish. */
const closings =
  /^(?:bitte|danke|dank|vielen|ja|ne|gell|ok|okay|waere|ginge|geht|passt|moeglich|gut|haette|ich)$/;
const isClosing = (node: Node | undefined) => node === undefined || isWord(node, closings);
const isEnd = (node: Node | undefined) => node?.type !== "word" || isClosing(node);
const isBeside = (node: Node | undefined, beyond: Node | undefined): boolean =>
  node !== undefined && (node.type === "or" ? beyond !== undefined && isMention(beyond) : isMention(node));
/** "ich schlage Freitag um drei vor": the verb's other half. */
const isVerbal = (nodes: Node[], at: number) =>
  !isWord(nodes[at], /^(?:bis|zwischen)$/) &&
  nodes.slice(0, at).some((node) => isWord(node, /^(?:schlag|sag|schau|guck|hol|les|stell|bereite)/));
/** "Freitag um drei, nach der Schule": a clock time needs no such limit. */
const hasClock = (nodes: Node[]) => nodes.some((node) => node.type === "clock");

/** "Dienstag haut es nicht hin": said of the time before it, unless a correction or another refusal lies between. */
function isSaidOf(nodes: Node[], at: number): boolean {
  const before = nodes.slice(0, at).findLast((node) => node.type !== "word");
  return before !== undefined && isMention(before);
}

/** "nicht am Dienstag um drei", "außer Freitag um vier", "Dienstag außer um drei": what is left is no wish of its own. */
function refusesMore(nodes: Node[]): boolean {
  const hasDay = nodes.some(isDay);
  return nodes.some((node, i) => {
    if (node.type !== "rejection") return false;
    const next = nodes[i + 1];
    // "Montag oder Freitag um elf, da arbeite ich": who loses one alternative may have lost the other.
    const [other, link] = nodes.slice(Math.max(0, i - 2), i);
    if (node.open || (!node.ahead && link?.type === "or" && other && isMention(other))) return true;
    if (node.excludes && (!hasDay || isTime(node.rejected))) return true;
    const before = nodes.slice(0, i);
    const isHour = next && isTime(next) && isDay(node.rejected);
    if (node.ahead && isHour && isClock(next) && before.some(isSpan)) return true;
    // "Montag oder Dienstag, nur nicht am Dienstag um drei": one hour of one of the days is refused.
    if (isHour && before.some((day) => isSameWeekday(day, node.rejected))) return true;
    return node.ahead === true && !hasDay && isDay(node.rejected) && next !== undefined && isTime(next);
  });
}

const isSameWeekday = (a: Node, b: Node) =>
  a.type === "weekday" && b.type === "weekday" && a.value === b.value;

/** "Dienstag klappt bei uns schwerlich, Mittwoch": what lies between two days that nothing links may refuse one. */
function hasTwoWeekdaysApart(nodes: Node[]): boolean {
  return nodes.some((node, i) => {
    if (node.type !== "weekday") return false;
    const behind = nodes.slice(i + 1);
    const end = behind.findIndex(({ type }) => type !== "word");
    const words = behind.slice(0, Math.max(0, end));
    return behind[end]?.type === "weekday" && words.some((word) => !isWord(word, assents));
  });
}

const told = /^(?:bin|sind|ist|hab|habe|haben|hat|war|muss|muessen|wird|wurde|faehrt|fahren?|fliegt|kommt)$/;
/** What closes the clause of a verb before the day: "der Wagen wird am Freitag fertig und am Montag …". */
const done =
  /^(?:fertig|los|weg|zurueck|vorbei|abgeholt|geliefert|operiert|entlassen|[a-z]{3,}(?:fest|geburtstag|hochzeit))$/;

/** "Zeitumstellung ist am Wochenende, und ich bin am Freitag da": "und" links what is told of two days, and not the days. */
function hasTaleBetween(nodes: Node[]): boolean {
  return nodes.some((node, i) => {
    if (!isDay(node)) return false;
    const behind = nodes.slice(i + 1);
    const end = behind.findIndex(isMention);
    const day = behind[end];
    const between = behind.slice(0, Math.max(0, end));
    const and = between.findIndex((link) => link.type === "or" && link.and);
    const isTold = between.some((word, at) => isWord(word, told) || (at < and && isWord(word, done)));
    return day !== undefined && isDay(day) && and >= 0 && isTold;
  });
}
