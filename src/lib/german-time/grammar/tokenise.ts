import { withPlainRefusals } from "./conditions";
import { inStandardGerman } from "./dialect";
import type { Node } from "./nodes";
import { readNumberWord } from "./number-words";

const weekdayAbbreviations = "(?:mo|di|mi|do|fr|sa)";
const number = String.raw`\d+`;
/** "180.000", "1.249,50" */
const thousands = String.raw`[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?(?![\d:]|\.\d)`;
const tokenPattern = new RegExp(
  [
    thousands,
    String.raw`\d{4}-\d{1,2}-\d{1,2}(?:t(?=\d))?`,
    String.raw`${number}\.\s?${number}\.(?:\s?\d{4}(?!\d|\s*uhr)|\d{2}(?![\d:]|\.\d|\s*uhr))?`,
    String.raw`${number}:${number}(?::\d{2}(?:\.\d+)?)?`,
    String.raw`${number}\.${number}`,
    String.raw`\d{1,2}/\d{1,2}/\d{4}`,
    `${number}/${number}`,
    String.raw`${number}\.(?!\d)`,
    number,
    `${weekdayAbbreviations}-${weekdayAbbreviations}(?![a-z])`,
    "[a-z]+(?:…|-(?![a-z0-9]))?",
  ].join("|"),
  "g",
);

/** The words of a folded utterance: numbers read, doubled and cut-off words dropped, compounds split. */
export function tokenise(text: string): Node[] {
  const raw = withPlainRefusals(text).match(tokenPattern) ?? [];
  const words = rejoined(withoutCutOffs(raw).map(inStandardGerman)).flatMap(split);
  return words.flatMap(read).filter(isNoEcho);
}

/** Words that recognition tore apart ("diens tag", "vier ten", "vierund zwanzigster"), where the pieces are no words. */
function rejoined(words: string[]): string[] {
  const result: string[] = [];
  for (let i = 0; i < words.length; ) {
    const length = [3, 2].find((count) => isTorn(words.slice(i, i + count), count)) ?? 1;
    result.push(words.slice(i, i + length).join(""));
    i += length;
  }
  return result;
}

const startsWithDigit = /^\d/;

function isTorn(pieces: string[], count: number): boolean {
  if (pieces.length < count || startsWithDigit.test(pieces[0] ?? "")) return false;
  const whole = pieces.join("");
  if (!/^[a-z]+$/.test(whole) || /^(?:es|er)$/.test(pieces.at(-1) ?? "")) return false;
  if (isWeekday.test(whole)) return true;
  return (
    readNumberWord(whole) !== undefined && pieces.some((piece) => !readNumberWord(piece) && piece !== "und")
  );
}

/** "sech… sechzehn": what breaks off before its full word was never said. */
function withoutCutOffs(words: string[]): string[] {
  return words.flatMap((word, i) => {
    if (!/[…-]$/.test(word) || startsWithDigit.test(word)) return [word];
    const stem = word.slice(0, -1);
    const next = words[i + 1] ?? "";
    if (/^(?:oder|und)$/.test(next)) {
      const tail = /(?:mit)?(?:tags?|nachts?)$/.exec(words[i + 2] ?? "");
      return [stem.match(/^(?:vor|nach)$/) && tail ? `${stem}mittags` : stem];
    }
    const isRestarted = next.startsWith(stem) || words[i + 2]?.startsWith(stem);
    if (word.endsWith("…") && next.length > 3 && stem.startsWith(next)) return [];
    return isRestarted || (word.endsWith("…") && !isWhole(stem)) ? [] : [stem];
  });
}

const isWhole = (word: string) =>
  word.length > 4 ||
  readNumberWord(word) !== undefined ||
  /^(?:um|am|im|ab|bis|vor|nach|und|oder|aeh|nein|doch|der|die|das|den|dem|so|ja|also)$/.test(word);

const day = "(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend";
const isWeekday = new RegExp(`^(?:${day})$`);
const relativeDay = "heute|morgen|uebermorgen|gestern";
const part = "morgens?|vormittags?|mittags?|nachmittags?|abends?|nachts?|frueh";
const month = "januar|jaenner|februar|maerz|april|mai|juni|juli|august|september|oktober|november|dezember";
const compounds: RegExp[] = [
  new RegExp(`^(${day})s?(${part})$`),
  new RegExp(`^(${relativeDay})(${part})$`),
  new RegExp(`^(${month})(woche|haelfte)$`),
  new RegExp(`^(${month})(anfang|mitte|ende)$`),
  /^(monats|jahres)(anfang|mitte|ende|haelfte|wechsel|ersten?r?|letzten?r?)$/,
  /^(wochen)(anfang|mitte|haelfte)$/,
  /^(frueh|spaet)(morgens?|vormittags?|nachmittags?|abends?)$/,
  new RegExp(`^(${day})(um|ab|bis|nach|vor|gegen)$`),
  /^(viertel)(nach|vor)$/,
  /^(dreiviertel)(.+)$/,
  /^(halb)(.+)$/,
  /^(kw)(\d+)$/,
  new RegExp(`^(${weekdayAbbreviations})-(${weekdayAbbreviations})$`),
];

function split(word: string): string[] {
  if (startsWithDigit.test(word)) return [word];
  for (const pattern of compounds) {
    const match = pattern.exec(word);
    const [, head = "", tail = ""] = match ?? [];
    if (!match || (/^(?:halb|dreiviertel)$/.test(head) && readNumberWord(tail) === undefined)) continue;
    return pattern.source.includes("-") && /-/.test(word) ? [head, "bis", tail] : [head, tail];
  }
  const hour = /^(.+?)uhr(.*)$/.exec(word);
  if (hour?.[1] && readNumberWord(hour[1]) && (!hour[2] || readNumberWord(hour[2])))
    return [hour[1], "uhr", hour[2] ?? ""].filter(Boolean);
  return [word];
}

const isThousands = new RegExp(`^${thousands}$`);

function read(token: string): Node[] {
  if (isThousands.test(token)) return [{ type: "word", text: token }];
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})/.exec(token);
  if (iso) return [{ type: "digitdate", year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) }];
  const slashed = /^(\d+)\/(\d+)\/(\d{4})$/.exec(token);
  if (slashed)
    return [
      { type: "digitdate", day: Number(slashed[1]), month: Number(slashed[2]), year: Number(slashed[3]) },
    ];
  const date = /^(\d+)\.\s?(\d+)\.\s?(\d+)?$/.exec(token);
  if (date) {
    const year = date[3] ? Number(date[3].length === 2 ? `20${date[3]}` : date[3]) : undefined;
    return [{ type: "digitdate", day: Number(date[1]), month: Number(date[2]), ...(year ? { year } : {}) }];
  }
  const time = /^(\d+):(\d+)/.exec(token);
  if (time) {
    const [, hours = "", minutes = ""] = time;
    return [clockOfDigits(hours, minutes)];
  }
  const dotted = /^(\d+)\.(\d+)$/.exec(token);
  if (dotted) return [{ type: "dotted", first: dotted[1] ?? "", second: dotted[2] ?? "" }];
  if (/^\d+\/\d+$/.test(token)) return [{ type: "word", text: token }];
  if (/^\d{3,}\.$/.test(token)) return read(token.slice(0, -1));
  const ordinal = /^(\d+)\.$/.exec(token);
  if (ordinal) return [{ type: "nth", value: Number(ordinal[1]) }];
  // A longer one is a telephone number or the like.
  if (/^\d{5,}$/.test(token)) return [{ type: "word", text: token }];
  if (/^\d+$/.test(token)) return [{ type: "n", value: Number(token), digits: token }];
  return [readNumberWord(token) ?? { type: "word", text: token }];
}

/** Digits with minutes are of the 24-hour clock if the hour has two of them; "3:30" is not. */
export function clockOfDigits(hours: string, minutes: string): Node {
  const [h, m] = [Number(hours), Number(minutes)];
  const invalid = m > 59 || minutes.length > 2 || h > 24 || (h === 24 && m > 0);
  return {
    type: "clock",
    minutes: h * 60 + m,
    twelve: hours.length === 1 && h >= 1 && h <= 12,
    ...(invalid ? { invalid } : {}),
  };
}

const beforeNames = new Set(["guten", "herr", "herrn", "frau", "familie", "doktor", "dr", "ist", "heisse"]);

/** "am am Dienstag"; but "am elften elften" is a date, and "Guten Morgen, morgen", "Frau Freitag, Freitag" are two. */
function isNoEcho(node: Node, i: number, nodes: Node[]): boolean {
  const before = nodes[i - 1];
  const greeting = nodes[i - 2];
  if (greeting?.type === "word" && beforeNames.has(greeting.text)) return true;
  if (node.type === "word") return !(before?.type === "word" && before.text === node.text);
  if (node.type !== "n" || before?.type !== "n" || before.value !== node.value) return true;
  const next = nodes[i + 1];
  return !(next?.type === "word" && next.text === "uhr");
}
