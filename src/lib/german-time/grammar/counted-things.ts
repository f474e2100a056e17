import type { Node } from "./nodes";

/** Nouns behind a bare number that make it neither an hour nor a day. */
const counted = new Set(
  `personen person leute kinder kind erwachsene mann frauen euro cent prozent tage tagen tag woche wochen monat monaten monate
  jahr jahre jahren stunde stunden minute minuten sekunden termin termine terminen mal male uhr grad kilo meter kilometer
  zimmer etage stock og haeuser plaetze behandlungen sitzungen haare haarschnitte massagen karten nummer nummern wegen freunde
  freunden kollegen patienten tausend hundert millionen`.split(/\s+/),
);

export const isCounted = (node: Node | undefined) => node?.type === "word" && counted.has(node.text);
