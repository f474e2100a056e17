import { belongings } from "./belongings";
import { inTurn, onCue } from "./cues";
import { countedGoods, countedMatters, goods, withoutGuests } from "./head-counts";
import { withoutSurnames } from "./surnames";
import {
  cardinalWords,
  feastWords,
  highOrdinalWords,
  monthWords,
  ordinalWords,
  partWords,
  weekdayWords,
} from "./time-words";

const noHour = "\\b(?![.:]?\\d)(?! uhr)";
const cardinal = `(?:${cardinalWords})${noHour}`;
const end = "(?=\\s*(?:[,.;!?](?!\\d)|$)| (?:und|aber|tschuess|danke|die|das|der|ich|er|sie|wir)\\b)";
const durations = "(?:jahr|monat|woche|tag|stunde|minute)(?:en|e|n|s)?";
const part = `(?: ?(?:${partWords}|morgen|frueh|morgens|abends|mittags|nachts))?`;
const stretch = `${weekdayWords}|${monthWords}|${feastWords}|woche|monat|jahr|wochenende|fruehjahr|sommer|herbst|winter`;
const clock = `(?:um |gegen |halb |dreiviertel |viertel (?:vor|nach) )+(?:${cardinalWords})(?: uhr)?`;
/** "seit gestern um acht, morgen um zehn"; "seit gestern, um acht" and what has no commas may wish for it. */
const clockOf = `(?:(?<!,) ${clock}(?=[,.;]| (?:hab|habe|haben|schon|tut|ist|schmerzen|fieber|probleme)\\b))?`;
const past = "(?:(?:vor)?letzte|vorige|vergangene|diese)[nmrs]? ";

/** "seit gestern Abend", "seit halb acht", "seit zwei, drei Tagen" (SPEC §12: durations). */
const since: [string, string][] = [
  `(?:vorgestern|gestern|heute)${part}${clockOf}`,
  `(?:dem |der )?(?:${past})?(?:(?:anfang|mitte|ende) )?(?:${past}|der |des |dem )?(?:${stretch})(?: (?:${weekdayWords})(?=[,.;]))?${part}${clockOf}`,
  `(?:dem |der |den )?(?:\\d+\\.(?:\\d+\\.(?:\\d{4})?)?|(?:${ordinalWords}))(?: (?:${monthWords}))?`,
  `(?:etwa |circa |ungefaehr |kurz (?:vor|nach) )?${clock}`,
  `(?:etwa |circa |ungefaehr |kurz (?:vor|nach) )?(?:${cardinalWords}) uhr(?: (?:${cardinalWords})(?! uhr))?`,
  `(?:etwa |circa |ungefaehr |gut |fast |ueber |schon |mindestens )*(?:(?:ein|eine[mr]?|halben?|ein paar|einigen|mehreren|${cardinalWords}),? (?:bis |oder |und )?)+${durations}`,
].map((phrase) => [`seit (?:${phrase})`, "seit langem"]);

/** Behind a comma and at the end they say good-bye; before a day they do, too. */
const farewells: [string, string][] = [
  ["guten start in(?:s| die| den)(?: neue)? (?:woche|wochenende|tag|jahr)", "tschuess"],
  [
    "(?:(?:und|dann|also|na) )*bis (?:dann|gleich|bald|dahin|spaeter|nachher)(?: also| mal)?(?=\\s*(?:[,.;!]|$))",
    "tschuess",
  ],
  [`bis (?:dann|gleich|bald|dahin)(?= (?:am )?(?:${weekdayWords}|heute|morgen|uebermorgen))`, "tschuess"],
];

const behindHour = `(?:uhr|nach|vor|bis|oder|aber|bitte|lieber|gern|gerne|sonst|eher|besser|heute|morgen|uebermorgen|[a-z]*(?:morgens|abends|mittags|nachts)|waere|ginge|haette|koennte|wuerde|meinte|passen|gehen|[a-z]*(?:tage|wochen|monate|stunden|minuten)|[a-z]+(?:te|ten)|${weekdayWords}|${monthWords})\\b`;

const labels =
  `[a-z]*(?:nummer|zeichen)|hausnr|nr|plz|postleitzahl|durchwahl|iban|pin|code|pflegegrad|pflegestufe|ebene|(?:stell|park|lager)?platz|zimmer|raum
|gleis|baujahr|kilometerstand|paragra(?:ph|f)|steuerklasse|schuhgroesse|groesse|etage|filiale`.replace(
    /\s/g,
    "",
  );
const lead = "(?: (?:ist|lautet|war|waere))?:?(?: (?:die|der|das|folgende))?";
const item = `(?:(?:[a-z](?= |-))|[a-z]{1,2}\\d+|strich|${cardinal}(?! (?:${monthWords})))`;
const plate = `(?!ist|hab|war|und|bis|ich|der|die|das|am |um |ab )[a-z]{1,3}[ -](?:[a-z]{1,2} ?)?(?:${cardinal})`;

/** "Rechnungsnummer 2026", "meine Nummer ist null eins sieben", "Kennzeichen J AB 123" */
const labelled: [string, string][] = [
  [`(kennzeichen)${lead} ${plate}`, "$1"],
  [`([a-z]*(?:nummer|zeichen))${lead} \\d+(?:[./-]\\d+){2,}`, "$1"],
  [`(${labels})${lead} (?:(?:[a-z] )?(?:${item}(?:[ /-]+|, (?=${item} ${item})))*${item})`, "$1"],
];

const noPerson = `[a-z]*(?:zeit|termin|wunsch|wahl|uhr|favorit|vorschlag|schluss|pause|abend|beginn|ende|grenze|spaeteste|frueheste|liebste|beste|naechste|erste|letzte|zweite|andere|einzige)r?\\b`;
const someone = `(?:er|sie|(?:meine?|unsere?|ihre?|seine?|der|die) (?!${noPerson})(?:kleinen?r? |grossen?r? )?[a-z]+|(?:das )?(?:kind|baby|maedchen|junge))`;

/** "die Kleine ist vier", "der Hund ist acht Wochen alt" */
const ages: [string, string][] = [
  [`(?:${cardinalWords}|eine?n?|halbes)(?: einhalb)? ${durations} alt(?:e[nmrs]?)?`, "alt"],
  [
    `(?<!(?:${weekdayWords}) )(${someone} (?:ist|wird)) (?:(?:erst|schon|jetzt|gerade|fast|bald|noch|ja|auch) )*(?:${cardinalWords})(?: ?einhalb)?${end}`,
    "$1 alt",
  ],
  [
    `(${someone} wird) (?:(?:am |naechsten |kommenden )*(?:${weekdayWords}|heute|morgen|uebermorgen)|naechste woche|naechsten monat|bald) (?:schon )?(?:${cardinalWords})${end}`,
    "$1 aelter",
  ],
  [
    `((?:kinder|kleinen|grossen|zwillinge|beiden|toechter|soehne) (?:sind|werden)) (?:(?:erst|schon|jetzt|gerade|fast|bald) )*(?:${cardinalWords})(?: und (?:${cardinalWords}))?${end}`,
    "$1 alt",
  ],
];

const week = "(?:woche|monat|schwangerschaftswoche|ssw)";
const late = `(?:(?![123]\\.)\\d+\\.|${highOrdinalWords})`;
/** "in der zwanzigsten Woche schwanger"; without that word "bin" tells it. */
const pregnancies: [string, string][] = [
  [`(?:in der |im |der )?(?:${ordinalWords}) ${week} schwanger`, "schwanger"],
  [`(?:in der |der )?(?:${ordinalWords}) (?:schwangerschaftswoche|ssw)`, "schwanger"],
  [`(?:schwangerschaftswoche|ssw) (?:${cardinal})`, "schwanger"],
  [
    `((?:bin|ist|sind)(?: (?:ich|jetzt|schon|gerade|ja))*) (?:in der|im) ${late} ${week}(?=\\s*(?:[,.;!?]|$)| und\\b)`,
    "$1 schwanger",
  ],
];

/** Behind a length of time they make it a distance, or the beat of a wish. */
const distance = `(?:spaeter|frueher|eher|darauf|danach|drauf|davor|vorher|nach|vor|ab|her|bis|weiter|hinten|raus|um|am|immer|jeweils|alt|[a-z]*schieben|[a-z]*legen|[a-z]*ziehen|${weekdayWords}|${monthWords})`;
const stays = `(?! ${distance}\\b)`;
/** "ich bin eine Woche weg ab Montag": the bound is of the absence. */
const isAway = "(?! [^,.;]*(?:weg|fort|unterwegs|verreist|urlaub)\\b[^,.;]*\\b(?:ab|bis|vor|nach|von)\\b)";
const somebody = "ich|er|sie|wir|das|uns|mir|es";

/** "ich komme alle sechs Wochen", "der Gips muss drei Wochen dranbleiben" */
const lengths: [string, string][] = [
  [
    `(?<=\\b(?:${somebody}|(?:komm|krieg|bekomm|nehm|geh|fahr|mach|lass)(?:e|en|t)?|muss|immer|sonst|normalerweise|eh) )alle (?:paar|${cardinalWords}) ${durations}${stays}`,
    "",
  ],
  [
    `(?<=\\b(?:${somebody}|bin|sind|ist|war|waren|muss|muessen|soll|darf|habe?|haben|hat|hatten?|nur|schon|bereits|insgesamt|dauert|blieb|bleib[a-z]*|fast)(?: ja)? )(?:ein|eine|einen|${cardinalWords}) ${durations}${stays}${isAway}`,
    "",
  ],
  [`(?<=\\b(?:ist|schon|war|erst) )(?:ein|eine|einen|${cardinalWords}) ${durations} her`, "lange her"],
  [
    `jede[nrs]? (?:tag|morgen|abend|woche|monat|jahr) (?:(?:etwa|circa|ungefaehr|fast|ueber|gut) )?(?:${cardinalWords}) (?:kilometer|km|euro|stunden|minuten|tabletten|tropfen|mal)`,
    "",
  ],
  [
    "(?:der|die|das|dieses?r?) (?:tag|woche|monat|jahr|wochenende) ist (?:(?:ja|schon|fast|bald|halb) )*(?:vorbei|rum|um)",
    "",
  ],
];

/** "ich nehm die Tabletten immer um acht": unlike "ich nehme den um acht". */
const medicines: [string, string][] = [
  [
    "(?:ich|er|sie|wir) (?:nehm|nehmen?|nimmt) (?:(?!termin|den |gern|dann )[a-z]+ ){0,6}(?:tablette|medikament|pille|tropfen|insulin|antibioti|[a-z]+mittel)[a-z]*(?: (?:immer|morgens|mittags|abends|und|jeden [a-z]+|um [a-z0-9]+))*",
    "",
  ],
];

const clockBefore = `(?<=(?:\\buhr|:\\d\\d|\\b(?:um|gegen|halb|nach|vor|bis) (?:${cardinalWords})),)`;

/** "15 Uhr, vier Winterreifen", "um drei, zwei Zähne": behind a clock time and a comma they are counted. */
const counts: [string, string][] = [
  [`${clockBefore} (?:${cardinalWords})(?= (?!${behindHour})[a-z]{3,}(?:en|er|el|e|n|s)(?![a-z0-9]))`, ""],
  // "15 Uhr vier Reifen": nobody comes at four minutes past.
  [
    `(?<=\\buhr )(?:zwei|zwo|drei|vier|sechs|sieben|acht|neun|[2-46-9])(?= (?!${behindHour})[a-z]{3,}(?:en|er|el|e|n|s)(?![a-z0-9]))`,
    "",
  ],
  [`${clockBefore} (${cardinalWords})(?= (?:waere|ginge|geht|passt|klappt)\\b)`, " oder um $1"],
  ["\\d+[.,]\\d\\d ?(?:euro|eur|€)", ""],
  [`${clockBefore} [a-z]*(?:hundert|tausend)[a-z]*`, ""],
  ["\\d+,\\d (?=zimmer|grad|kilo|liter|meter|zentimeter|prozent|promille|dioptrien|tonnen|fieber)", ""],
  [`${clockBefore} (?:${cardinalWords}) (?:minuten|stunden)${stays}`, ""],
];

const full = "zehn|fuenfzehn|zwanzig|dreissig|vierzig|fuenfzig|[a-z]*fuenfund[a-z]+zig";
const odd = "elf|zwoelf|(?!fuenfzehn)[a-z]+zehn|(?!fuenfund)[a-z]+und[a-z]+zig";
const digits = "[1-5]\\d";
/** "zehn Uhr fünfzehn Hemden": minutes or shirts, so it asks; nobody comes at twelve minutes past. */
const counted: [string, string][] = [
  [`(?<=\\b(?:${cardinalWords}) uhr )(?:${full})(?= ${goods})`, "eitherminute"],
  [`(?<=\\b(?:${cardinalWords}) uhr )(?:${odd}|(?!\\d[05])${digits})(?= ${goods})`, ""],
  [`(?<=\\b(?:um|gegen) (?:${cardinalWords}) )(?:${full}|${odd}|${digits})(?= ${goods})`, "eitherminute"],
];

/** "zwei Termine, den ersten am Freitag": which of them, and no day of the month. Looked back last: it takes longest. */
const numbered: [string, string][] = [
  [
    `(?:den|der) (?:ersten?|zweiten?|dritten?)(?= (?:(?:bitte|dann|gern|gleich|vielleicht) )*(?:am |um |heute|morgen|uebermorgen|(?:${weekdayWords})(?! (?:im|in|des|nach)\\b)))(?<=\\b(?:(?:zwei|zwo|drei|beide|mehrere) termine|ersten? termin)\\b.*)`,
    "",
  ],
];

const asWords = (lines: [string, string][]) =>
  lines.map(
    ([pattern, reading]) => [new RegExp(`(?<![a-z0-9])(?:${pattern})(?![a-z0-9])`, "g"), reading] as const,
  );

const families = [
  onCue(/[a-z]{3}/, asWords(countedGoods)),
  onCue(/\b(?:geht|ging|handelt)\b/, asWords(countedMatters)),
  onCue(/,|\buhr\b|eur|€/, asWords(counts)),
  onCue(/\b(?:uhr|um|gegen)\b/, asWords(counted)),
  onCue(/\btermine?\b/, asWords(numbered)),
  onCue(/\b(?:jahr|monat|woche|tag|stunde|minute|jede)/, asWords(lengths)),
  onCue(/\bn(?:ehm|immt)/, asWords(medicines)),
  onCue(/\bseit\b/, asWords(since)),
  onCue(/\b(?:bis|start)\b/, asWords(farewells)),
  onCue(new RegExp(labels.replace("[a-z]*", "")), asWords(labelled)),
  onCue(/\b(?:alt|ist|wird|sind|werden)/, asWords(ages)),
  onCue(/schwanger|\bssw\b|\b(?:bin|ist|sind)\b/, asWords(pregnancies)),
];

/**
 * A folded text without what only looks like a time and is known for it by its words and commas, which the cascade no
 * longer sees: surnames, "seit", good-byes, labelled numbers, ages, weeks of a pregnancy (SPEC §12).
 */
export const withoutLookalikes = (text: string): string =>
  inTurn(text, [...belongings, withoutSurnames, withoutGuests, ...families]).replace(/ {2,}/g, " ");
