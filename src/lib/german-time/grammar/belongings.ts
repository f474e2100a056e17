import { onCue } from "./cues";
import { cardinalWords, monthWords, ordinalWords, weekdayWords } from "./time-words";

const nth = `(?:${ordinalWords})`;
const houseNumber = `(?:,? (?:nummer |hausnummer )?(?:${cardinalWords})(?! uhr)(?= [a-z]|\\s*(?:[,.;]|$)))?`;

/** "Straße des siebzehnten Juni", "die Erste-Mai-Straße" */
const addresses: [string, string][] = [
  [
    `(strasse|platz|allee|weg|ufer|bruecke|ring) (?:des|der|vom) ${nth}(?: (?:${monthWords}))?(?:,? nummer (?:${cardinalWords}))?`,
    "$1",
  ],
  [`${nth}[ -](?:${monthWords})[ -]?(strasse|platz|allee|ring)${houseNumber}`, "$1"],
  [`(?:im|in den|aus dem) ${nth} (?:bezirk|kreis|arrondissement)`, "daher"],
  [`aus dem ${nth}(?! (?:${monthWords}|jahrhundert|stock))`, "daher"],
];

const symbol = "(?:punkt|bindestrich|unterstrich|strich|minus)";
/** "anna punkt mai at web punkt de" */
const mails: [string, string][] = [
  [`[a-z0-9]+(?: ${symbol} [a-z0-9]+)* (?:at|aet|klammeraffe) [a-z]+(?: ${symbol} [a-z]+)+`, "mail"],
];

const named = `(?:${weekdayWords}|${monthWords})`;
const somebody = "(?:mein|meine|unser|unsere|der|die|das|ich|er|sie|wir)";
/** "August heißt mein Sohn", "Sonntag mein Name, S, O, N" */
const names: [string, string][] = [
  [`${named} (heiss(?:t|e|en) ${somebody})`, "$1"],
  [
    `(?<=^(?:(?:ja|hallo|guten|gruess|gott|tag|morgen|abend|moin|servus),? )*)${named},? (mein name)(?=\\s*(?:[,.;]|$)| (?:[a-z]|ich|und|wir) )`,
    "$1",
  ],
];

const phoneWords = `(?:immer|meistens|nur|erst|taeglich|telefonisch|auch|am|besten|so|ja|dann|wieder|ab|bis|nach|vor|zwischen|um|gegen|von|und|uhr|halb|viertel|tagsueber|morgens|vormittags|mittags|nachmittags|abends|${cardinalWords}|(?:auf|unter) (?:dem|der|dieser|meinem) [a-z]+)`;
/** "Sie erreichen mich ab siebzehn Uhr": when to call, not when to come. */
const phones: [string, string][] = [
  [`(?:sie |ihr )?(?:erreich(?:en|t)|kriegen) (?:sie )?(?:mich|uns)(?: ${phoneWords})+`, "erreichbarkeit"],
];

/** "dreimal täglich", "für die nächsten drei Wochen krankgeschrieben" */
const treatments: [string, string][] = [
  [`(?:[a-z]+mal|(?:${cardinalWords}) mal) (?:taeglich|am tag|pro tag|woechentlich)`, "oft"],
  [
    `(?:auch )?(?:fuer )?(?:die |noch )?(?:naechsten?|kommenden?) (?:(?:${cardinalWords}) )?(?:tage?|wochen?|monate?)(?: (?:noch|leider|erst|mal|lang))* krankgeschrieben`,
    "krankgeschrieben",
  ],
];

const bound = `(?:(?:nur|immer|erst|schon|wieder) )*(?:(?:von |ab )?(?:${cardinalWords})(?: uhr)? )?(?:bis|ab) (?:halb )?(?:${cardinalWords})(?: uhr)?`;
const opened = `((?:am )?(?:${weekdayWords})s? |da )?(?:haben|habt) (?:sie|ihr) (?:ja |doch |da |dann )*((?:am )?(?:${weekdayWords})s? )?${bound}(?: (?:offen|auf|geoeffnet|sprechstunde))?(?=,? (?:dann|also|drum|deshalb)\\b`;
/** "Freitag haben Sie ja nur bis eins, dann um elf": the day is wished for, unless another one is named behind it. */
const openings: [string, string][] = [
  [`${opened}.*\\b(?:${weekdayWords}|heute|morgen|uebermorgen|am [a-z]+ten|woche)\\b)`, ""],
  [`${opened})`, "$1$2"],
];

const deeds =
  "bitten|gebeten|bitte ich|kuemmern|gekuemmert|dreht|drehen|handelt|betrogen|verlaengern|erhoeht|teurer";
/** "um zwei Dinge möchte ich bitten", "um elf Euro" */
const matters: [string, string][] = [
  [
    `um (?:${cardinalWords})(?= (?:dinge|sachen|punkte|themen|anliegen|fragen|gefallen)\\b[^,.;]*\\b(?:${deeds})\\b)`,
    "",
  ],
  [`(?:um|fuer|auf) (?:${cardinalWords}) (euro|cent|prozent)(?! (?:am|fuer|um)\\b)`, "$1"],
];

/** "der zweite in der Schlange" */
const ranks: [string, string][] = [
  [`(?:der|die|als) ${nth}(?= (?:in|auf) (?:der|einer|ihrer) (?:[a-z]*schlange|reihe|[a-z]*liste)\\b)`, ""],
  [
    `((?:bin|war|waren|sind)(?: (?:ich|wir|ja|dann|immer))*) (?:der|die) ${nth}(?! (?:${monthWords}|um|ab|termin|[a-z]*wochen?|[a-z]*haelfte|tage?))`,
    "$1",
  ],
];

const asWords = (lines: [string, string][]) =>
  lines.map(
    ([pattern, reading]) => [new RegExp(`(?<![a-z0-9])(?:${pattern})(?![a-z0-9])`, "g"), reading] as const,
  );

/** Where callers live, what they are called, how they are reached and treated, what they ask for: by its words no time. */
export const belongings = [
  onCue(/strasse|platz|allee|weg|ufer|bruecke|ring|bezirk|kreis|aus dem/, asWords(addresses)),
  onCue(/\b(?:at|aet|klammeraffe)\b/, asWords(mails)),
  onCue(/\bheiss|\bmein name\b/, asWords(names)),
  onCue(/\b(?:erreich|kriegen)/, asWords(phones)),
  onCue(/\b(?:haben sie|habt ihr)\b/, asWords(openings)),
  onCue(/mal\b|krankgeschrieben/, asWords(treatments)),
  onCue(/\bum\b|euro|cent|prozent/, asWords(matters)),
  onCue(/\b(?:schlange|reihe|liste|bin|war|waren|sind)\b/, asWords(ranks)),
];
