import { clockNames, dayNames, number } from "./clause-words";
import { inTurn, type Line, onCue } from "./cues";
import { weekdayWords } from "./time-words";

const marker =
  "(?:ach (?:nee|nein|so|ne)|nein|nee|noe|moment(?: mal)?|warten sie(?: mal)?|warte(?: mal)?|stopp|quatsch|sorry|entschuldigung)";
const markers = `${marker}(?:,? ${marker})*`;
const conclusion = "(?:also|dann|lieber|besser|eher|doch|sagen wir|machen wir|nehmen wir)";
const dayStart = `(?:am |den |an )?(?:heute|morgen|uebermorgen|(?:${weekdayWords})\\b|(?:naechste|kommende|uebernaechste|diese)[nrm]? )|am [a-z]+ten\\b`;
const hourStart = `(?:um|gegen|ab) (?:halb |viertel |dreiviertel )?${number}\\b`;
const wishStart = `(?=,? (?:${conclusion} )*(?:${dayStart}|${hourStart}))`;

const untimed = `(?!(?:um|am|ab|gegen|bis|vor|nach|von|zwischen|zeit|frei|daheim|nichts|nix|nicht|${conclusion})\\b|(?:${dayStart}))[a-z]+`;
const busy = "(?:da|dann) (?:habe?|haben|bin|sind|ist|muss|muessen|kommt|faehrt|fahren?|hole?n?|arbeiten?)";
const that =
  "(?:das|es|da|dann) (?:schaff[a-z]*|gehts?|passt|klappt|kann|koennen|wird|ist|waere)(?: (?:ich|wir|es|mir|uns|ja|doch|da|leider|gar|bei mir|dann|so))*";
const refused = "(?:nicht|nichts|nix|schlecht|eng|knapp|(?:viel )?zu (?:frueh|spaet|knapp|eng|kurzfristig))";
const reason = `(?:${busy}(?: ${untimed}){1,6}?|${that} ${refused}(?: (?:mehr|hin))?)`;
const timedReason = `${busy}(?: (?!${conclusion}\\b)[a-z]+){2,8}(?=,? (?:${conclusion} )+(?:${dayStart}))`;

/** "Donnerstag um zwei, moment, da hab ich ja Physio, also Freitag": why it is corrected says nothing of another time. */
const reasons = new RegExp(`\\b${markers},? (?:${timedReason}|${reason}${wishStart})`, "g");
/** "Freitag um drei, nein, da hab ich Physio": nothing else is wished for. */
const lastReason = new RegExp(`\\b${markers},? ${reason}(?=\\s*[.,;!]?\\s*$)`);

/** In "Donnerstag, nein, da hab ich was um elf" the hour may be the reason's own. */
const withoutReasons = (text: string): string =>
  text
    .replace(reasons, (phrase, at: number) => {
      const [before, behind] = [text.slice(0, at), text.slice(at + phrase.length)];
      if (!dayNames.test(before) && !clockNames.test(before)) return phrase;
      return clockNames.test(before) || dayNames.test(behind) ? "nein" : "nein eitherbound";
    })
    .replace(lastReason, "nein das geht nicht");

const ordinal = "[a-z]+ten?\\b(?: (?:januar|februar|maerz|april|mai|juni|juli|august|[a-z]+ber))?";
const certainly = "(?:(?:ja|doch|schon|heute|erst|gerade|jetzt|naemlich) )*";
const today = new RegExp(
  `(?:\\b(?:heute|morgen|uebermorgen|es) ist ${certainly}|\\bist (?:heute|ja) ${certainly}|\\bwir haben heute ${certainly}|\\bwir haben (?:ja|doch) ${certainly})(?:(?:${weekdayWords})\\b|(?:der|den) ${ordinal})(?! (?:um|ab|gegen|bis|vor|nach|frueh|[a-z]*mittags?|abends?|frei|moeglich|noch|was|geht|ok|okay|und|oder(?! ja)|bis)\\b)(?:,? oder ja)?`,
  "g",
);

/** "nein, ist ja schon Samstag", "heute ist der achtzehnte": no wish beside a wish for a day of its own. */
const withoutToday = (text: string): string =>
  text.replace(today, (phrase, at: number) => (dayNames.test(text.slice(at + phrase.length)) ? "" : phrase));

const day = `(?:am )?(?:heute|morgen|uebermorgen|${weekdayWords})`;
const hour = `(?:um|gegen|ab|vor|nach) (?:halb |viertel (?:vor |nach )?|dreiviertel )?${number}(?: uhr)?`;
/** "um zehn kann ich am Freitag nicht, um elf ginge" */
const refusedHour = new RegExp(
  `\\b(${hour}) ((?:kann|koennen|schaff[a-z]*|geht|gehts|ginge|passt|klappt)(?: (?:ich|wir|es|s|mir|das|leider))*) (${day}) ((?:leider |gar )*)(?:nicht|nich|net)\\b(?! (?:mehr|nur)\\b)`,
  "g",
);

/** "am Freitag kann ich um zehn nicht, um elf ginge" */
const refusedHourOf = new RegExp(
  `\\b(${day}) ((?:kann|koennen|schaff[a-z]*|geht|gehts|passt|klappt)(?: (?:ich|wir|es|s|mir|das|leider))*) (${hour}) ((?:leider |gar )*)(?:nicht|nich|net)(?= ${hour} (?:ginge|geht|gehts|passt|klappt|kann|koennte|waere|schon|aber|dagegen)\\b)`,
  "g",
);

const clock = `(?:um )?((?:halb |viertel (?:vor |nach )?|dreiviertel )?${number})(?: uhr)?`;
const moving =
  "(?:[a-z]*schieb[a-z]*|[a-z]*leg(?:e|en|t)|[a-z]*zieh[a-z]*|aender[a-z]*|umbuch[a-z]*|umaender[a-z]*)";
/** "von drei auf vier verschieben", "verlegen Sie es von drei auf vier" */
const moved: Line[] = [
  [
    new RegExp(
      `\\bvon ${clock} auf ${clock}(?= (?:(?:bitte|gern|dann|zu|am|den|${weekdayWords}|heute|morgen|uebermorgen) )*${moving}\\b)`,
      "g",
    ),
    "auf um $2",
  ],
  [
    new RegExp(`(\\b${moving}\\b[^,.;]*?) von ${clock} auf ${clock}(?! [a-z]+(?:en|er)\\b)`, "g"),
    "$1 auf um $3",
  ],
];

/** "um zehn geht Freitag nicht": the hour belongs to the refusal. */
const refusedHours: Line[] = [
  [refusedHour, "$3 $1 $2 $4nicht mehr,"],
  [refusedHourOf, "$1 $3 $2 $4nicht mehr,"],
];

const onlyOn = (cue: RegExp, read: (text: string) => string) => (text: string) =>
  cue.test(text) ? read(text) : text;

/** A folded text in which what is given up is said as plainly as it is meant. */
export const withPlainWithdrawals = (text: string): string =>
  inTurn(text, [
    onlyOn(new RegExp(`\\b${marker}\\b`), withoutReasons),
    onlyOn(/\b(?:ist|wir haben)\b/, withoutToday),
    onCue(/\bn(?:icht|ich|et)\b/, refusedHours),
    onCue(/\bvon .* auf\b/, moved),
  ]);
