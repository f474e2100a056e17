import { cardinalWords } from "./time-words";

/** What callers bring, buy or have done by the piece, alone or as the end of a compound ("Winterreifen"). */
export const goods =
  `(?:[a-z]*(?:reifen|raeder|felgen|hemden|hosen|schuhe|stiefel|jacken|kleider|maentel|anzuege|blusen|roecke|pullover|stuecke?|teile|sachen
|fenster|tueren|stuehle|tische|gardinen|vorhaenge|teppiche|kissen|decken|schluessel|ketten|ringe|uhrwerke|brillen|koffer|pakete|kisten|kartons
|bilder|fotos|kopien|karten|tickets|unterlagen|vertraege|rezepte|ueberweisungen|packungen|flaschen|torten|kuchen|straeusse
|impfungen|spritzen|plomben|fuellungen|kronen|zaehnen?|faeden|muttermale|warzen|loecher|naegel|straehnen
|personen|kindern?|leuten?|gaesten?|erwachsenen?|maedchen|jungs|hunden?|katzen|welpen|tieren?|autos|wagen|motorraeder)|paar(?: [a-z]{4,}(?:e|en|er|s|n|el))?)`.replace(
    /\n/g,
    "",
  );
const few = "(?:zwei|zwo|drei|vier|fuenf|sechs|sieben|acht|neun|[2-9])";
const many = `(?:zehn|elf|zwoelf|[a-z]+zehn|[a-z]*zwanzig|[a-z]+[sz]ig|\\d\\d)`;
/** Behind these a number is an hour or its minutes: "um drei Reifen wechseln". */
const hourWord =
  "um|gegen|ab|bis|vor|nach|halb|viertel|dreiviertel|punkt|so|kurz|circa|ca|etwa|ungefaehr|rund|schlag|uhr|zwischen|fruehestens|spaetestens";
const listed = "(?:oder|und|bis)";
const asHour = `(?<!\\b(?:${hourWord})(?: (?:${cardinalWords}) ${listed})? )(?<![:.])`;

/** Behind "es geht um drei" they leave the hour an hour. */
const noNoun =
  `(?:[a-z]*(?:tens|weise|falls|mals|kommen|gehen|machen|passen|werden|sein|waere[nr]?|haben|koennen)|[a-z]*(?:morgens?|mittags?|abends?|nachts?|tags?)|heute|besser|lieber|lieben|liebsten|besten|gern|gerne|bitte|leider|weiter|wieder|immer|frueher|spaeter|eher|aber|oder|ohne|wegen|ihnen|euch|allen|alle|alles|etwas
|bereits|denn|dann|schon|allein|alleine|schlechter|schwer|sicher|diese[nrms]?|naechste[nrms]?|kommende[nrms]?|jede[nrms]?|eine[nrms]?|meine[nrms]?|unsere[nrms]?|ihre[nrms]?|seine[nrms]?|keine[nrms]?|eben|uebrigens|genauer|minuten|stunden|tage|wochen|monate)`.replace(
    /\n/g,
    "",
  );
const noun = `(?:(?:[a-z]{3,}en? )?${goods}|(?!${noNoun}(?![a-z]))[a-z]{4,}(?:en|er|el|e|n|s))(?![a-z0-9])`;

/** "zwei Paar Schuhe", "vier Winterreifen" (SPEC §12). */
export const countedGoods: [string, string][] = [
  [`${asHour}(?:${few} ${listed} )?${few}(?= ${goods}(?![a-z0-9]))`, ""],
  [`${asHour}(?<!\\b(?:${cardinalWords}) )${many}(?= ${goods}(?![a-z0-9]))`, ""],
];

/** "es geht um drei Hemden" */
export const countedMatters: [string, string][] = [
  [
    `((?:es|das|da) (?:geht|ging) (?:(?:nur|hier|dabei|mir|uns|bloss) )*|handelt (?:es )?sich (?:(?:nur|hier|dabei|bloss) )*)um (?:(?:nur|etwa|insgesamt|bloss) )?(?:${cardinalWords})(?: ${listed} (?:${cardinalWords}))?(?= ${noun})`,
    "$1",
  ],
  [`(geht (?:es|das) )um (?:${cardinalWords})(?= ${goods}(?![a-z0-9]))`, "$1"],
];

const count = `(?:${cardinalWords})`;
const guests = new RegExp(
  `(?<=\\b(?:tisch|tischchen|platz|[a-z]*plaetze|reservier[a-z]*|reservierung)\\b(?:,? (?!um\\b|fuer\\b)[a-z]+){0,4},? )fuer (?:(?:etwa|circa|ca|nur|insgesamt|genau) )?${count}(?: (?:oder|bis) ${count})?(?![a-z0-9:]|\\.\\d| uhr| ${listed} ${count})`,
  "g",
);
const clockTime = new RegExp(
  `\\b(?:uhr|halb|dreiviertel|viertel)\\b|\\d[:.]\\d\\d|\\b(?:um|gegen|ab|bis|nach|vor|zwischen) (?:${count})`,
);

/** "einen Tisch für vier um sieben"; where no other clock time is said, the number may be one. */
export const withoutGuests = (text: string): string =>
  text.replace(guests, (phrase, at: number) =>
    clockTime.test(text.slice(0, at)) || clockTime.test(text.slice(at + phrase.length)) ? "" : phrase,
  );
