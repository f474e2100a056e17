import type { Node } from "./nodes";
import { isType } from "./rule";

const introductions = /^(?:ist|lautet|heisse|heiss|spricht|bin)$/;
const introducers = /^(?:name|nachname|hier|ich)$/;
/** Behind a wished day there is its time, or whether it suits; behind a name the next sentence. */
const afterDay =
  /^(?:um|gegen|ab|bis|vor|nach|zwischen|von|so|halb|viertel|dreiviertel|frueh|morgen|oder|in|nicht|geht|ginge|passt|waere|wuerde|haette)$/;
const suits = /^(?:geht|ginge|passt|waere|wuerde|oder)$/;
const subjects = /^(?:es|ihnen|sie|das|da|ich|wir)$/;

/** "Mein Name ist Peter März, ich …": the surname behind a first name is no month. */
export function withoutSurnames(nodes: Node[]): Node[] {
  return nodes.map((node, i): Node => {
    const [introducer, introduction, first] = nodes.slice(Math.max(0, i - 3), i);
    const isNamed =
      isType(node, "weekday", "month", "part", "feast") &&
      isFirstName(first) &&
      isWord(introduction, introductions) &&
      isWord(introducer, introducers);
    const isMonthName = node.type === "month" && !isWord(nodes[i + 1], suits);
    const isSurname = isNamed && (isMonthName || opensSentence(nodes[i + 1], nodes[i + 2]));
    return isSurname || isIntroducedBehind(nodes, i) ? { type: "nothing" } : node;
  });
}

/** Words that are no surname in front of "hier" and "mein Name". */
const noSurname =
  /^(?:hallo|ja|guten|tag|servus|moin|tach|und|also|ist|sie|wir|bin|ich|von|aus|was|etwas|noch|da|so|gern|termin|es|um|am)$/;

/** "Anna Mai hier", "Jens Freitag mein Name", "Tanja Sommer am Apparat" */
function isIntroducedBehind(nodes: Node[], at: number): boolean {
  const [named, next, behind, more] = nodes.slice(at, at + 4);
  if (!isType(named, "weekday", "month", "part", "feast") || !isFirstName(nodes[at - 1])) return false;
  if (isWord(next, /^am$/)) return isWord(behind, /^(?:apparat|telefon)$/);
  if (isWord(next, /^mein$/)) return isWord(behind, /^name$/) && !isWord(more, /^(?:ist|lautet)$/);
  return isWord(next, /^hier$/) && (behind?.type === "nothing" || opensSentence(behind, more));
}

/** "…, hätten Sie", "…, passt es": a verb before its subject begins a sentence, too. */
const opensSentence = (next: Node | undefined, behind: Node | undefined): boolean =>
  next === undefined || (next.type === "word" && (!afterDay.test(next.text) || isWord(behind, subjects)));

/** "Müller mein Name, Freitag um drei", "Schmidt hier, Montag …": who has said the name goes on with the wish. */
export function namesBeforeWish(nodes: Node[]): Node[] {
  return nodes.flatMap((node, i): Node[] => {
    if (isWord(nodes[i + 1], /^(?:ist|lautet|war|waere|spricht)$/)) return [node];
    const isIntroduction = isWord(node, /^name$/) && isWord(nodes[i - 1], /^mein$/);
    const at = isIntroduction ? i - 2 : i - 1;
    const isName = isIntroduction || isWord(node, /^hier$/);
    return isName && isSurname(nodes[at]) && !isWord(nodes[at - 1], titles)
      ? [node, { type: "nothing" }]
      : [node];
  });
}

/** "Herr Winter, hier Freitag" greets one and names the other. */
const titles = /^(?:herr|frau)$/;
const isSurname = (node: Node | undefined) => node?.type === "word" && !noSurname.test(node.text);
const isWord = (node: Node | undefined, text: RegExp) => node?.type === "word" && text.test(node.text);
/** Months are first names, too: "August Freitag". */
const isFirstName = (node: Node | undefined) =>
  node?.type === "month" ||
  (node?.type === "word" &&
    !/^(?:heute|morgen|uebermorgen|gestern|am|im|fuer|ab|bis|der|die|das|es|frau|herr|familie|doktor|den|dem|vom|zum|um|naechst\w+|kommend\w+|dies\w+|jeden|nur|noch|frueh|spaet|und|oder|nicht|ja|also|gern|hallo|bitte)$/.test(
      node.text,
    ));
