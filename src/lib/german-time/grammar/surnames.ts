import { onCue } from "./cues";
import { cardinalWords, feastWords, monthWords, partWords, weekdayWords } from "./time-words";

/** Words of time that are surnames; the others are adverbs, too ("die Frau morgen"). */
const noun = `(?:${weekdayWords}|${monthWords}|${partWords}|${feastWords})`;
const adverb = `(?:heute|morgen|gestern|frueh|spaet|bald|kurz|halb|viertel|anfang|mitte|ende|woche|monat|(?!\\d)(?:${cardinalWords})(?! uhr| personen| kinder))`;
const any = `(?:${noun}|${adverb})`;
const owned =
  "(?<!\\b(?:mein|dein|sein|ihr|unser|eur|kein|ein)(?:e[nmrs]?)? )(?<!\\b(?:als|und|ganzen?) (?=familie))";
const titled = "(?:herrn?|frau|fraeulein|familie)";
const academic = "(?:(?:doktor|dr\\.?|professor|prof\\.?) )";
const named = "(?:vor|nach|zu|familien|maedchen)?namen?";
const introduction = `(?:${named} (?:ist|lautet|war|waere)|hier (?:ist|spricht)|ich heisse?)`;
const firstName = "(?!(?:am|im|um|zum|ab|bis|nur|erst|jeden|dieser|heute|morgen) )[a-z]+";

/** Behind these a word of time is a name, and everywhere else somebody (SPEC §12). */
const surnames: [pattern: string, somebody: string][] = [
  [`${owned}(${titled} ${academic}*)(?:[a-z]{3,}-)?${noun}s?`, "$1jemand"],
  [`${owned}(?<!\\b(?:der|die|den|dem|mit) )(${titled} )${adverb}`, "$1jemand"],
  [`(${academic})${noun}`, "$1jemand"],
  [`(${introduction} )(${noun}),? ${firstName} \\2`, "$1jemand"],
  [`(${introduction} ${firstName} )${noun}(?=\\s*(?:[,.;!?]|$))`, "$1jemand"],
  [
    `(${named} (?:ist|lautet|war|waere) |${named}: ?|ich heisse? |heisst |(?:auf|unter) (?:de[nm] )?namen )${any}`,
    "$1jemand",
  ],
  [`(hier (?:ist|spricht) (?:(?:der|die) )?)${noun}`, "$1jemand"],
  // "Herr Müller hier, Freitag um drei": the comma keeps the day from being the name.
  ["hier(?=\\s*[,.;])", "am apparat"],
  [
    `(?<!\\b(?:am|an|im|ab|bis|zu|um|fuer|naechsten|kommenden|diesen) )${noun} ((?:ist )?mein name)(?=\\s*(?:[,.;!?]|$|und\\b|ich\\b))`,
    "jemand $1",
  ],
  // "Mai mit A I", "Sonntag, S wie Siegfried"
  [`${noun},? (?:(?:mit|ohne) [a-z](?: (?:und )?[a-z])*|[a-z] wie [a-z]+)`, "jemand"],
  [
    `(?:${any},? )?(?:so )?wie (?:der|die|das|im) (?:monat|wochentag|tag(?! davor| danach| zuvor| vorher)|jahreszeit|feiertag|fest|kalender)(?: ${noun})?`,
    "jemand",
  ],
];

const introducers = /\b(?:herr|frau|familie|doktor|dr\b|prof|hier\b|heiss|wie\b|mit\b|ohne\b)|fraeulein|name/;

/** "Herr Silvester", "mein Name ist Neujahr", "Mai, wie der Monat": a folded text in which nobody is called like a time. */
export const withoutSurnames = onCue(
  introducers,
  surnames.map(([pattern, somebody]) => [new RegExp(`\\b${pattern}(?![a-z0-9])`, "g"), somebody]),
);
