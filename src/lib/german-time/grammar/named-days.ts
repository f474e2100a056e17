import { feastNames } from "./feasts";
import { cardinalWords, feastWords, monthWords, weekdayWords } from "./time-words";

const feast =
  "[a-z]+fest|[a-z]*(?:fasching|fastnacht|karneval|kirmes|kirchweih|kerwe)|(?:black )?friday|[a-z]+ day|jom kippur|purim|chanukka|pessach|ramadan";
const eve = `(?!(?:${weekdayWords}|weihnachts|heilig|feier|sonn|spaet|frueh|vor)s?abend)[a-z]{4,}abend`;
const saint = "(?:sankt|st\\.?|heilige[nrm]?|mariae?) [a-z]+";
/** They stand behind "an" in other sentences, or close a clause with it. */
const noName = `der|die|das|den|dem|dies[a-z]*|ein[a-z]*|[mds]eine[a-z]*|ihr[a-z]*|unser[a-z]*|alle[a-z]*|beide[a-z]*|jede[a-z]*|welche[a-z]*|und|oder|um|bis|ab|wegen|weil|bitte|aber|gern|dann|[a-z]*gestern|heute|[a-z]*morgen|${weekdayWords}|${feastWords}|${monthWords}|${cardinalWords}`;
const clock = `(?:um|gegen|ab|nach|vor) (?:halb |viertel |dreiviertel )?(?:${cardinalWords})\\b`;
const particles = "(?:fang|ruf|meld|zieh|komm|schau|hoer|pass|biet|frag|geb|nehm)[a-z]* [^,.;]*";

const known = new RegExp(`^(?:${feastNames.join("|")})$`);
const unknown = new RegExp(
  [
    `(?<=\\b(?:an|zu|nach|vor|bis|ab|ueber) )${saint}(?: (?:${feast}|[a-z]+tag))?`,
    `(?<=\\b(?:an|am|zu[mr]?|nach|vor|nach dem|vor dem|ueber) )(?:${feast})(?![a-z])`,
    `(?<=\\bam )${eve}`,
    "(?<=\\bam )tag (?:der|des) (?!deutschen einheit|arbeit)[a-z]+",
    `(?<=\\b(?<!${particles})an )(?!(?:${noName})\\b)[a-z]{4,}(?: und [a-z]{4,})?(?= ${clock})`,
  ].join("|"),
  "g",
);

/** "an Purim um drei", "am Tag des Baumes": a day has this name, and no rule knows which. */
export const withUnknownDays = (text: string): string =>
  text.replace(unknown, (name) => (known.test(name) || isKnownSaint.test(name) ? name : "namenstag"));

const isKnownSaint =
  /^peter und paul$|^(?:sankt|st\.?) (?:martin|nikolaus)$|^mariae? (?:himmelfahrt|lichtmess|empfaengnis)$|^heilige?n? (?:drei|abend)/;
