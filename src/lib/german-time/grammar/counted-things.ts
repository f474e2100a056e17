import type { Node } from "./nodes";

/** Behind a number these tell how many there are, how much or how big something is. */
export const things =
  `personen person leute leuten kinder kindern kind erwachsene erwachsenen euro cent prozent mal male
  terminen termine behandlungen sitzungen haarschnitte freunde freunden freundinnen grad plaetze zimmer etagen massagen stueck
  geschwister patienten rezepte zoll liter kilometer km meter zentimeter cm
  millimeter mm gramm kilo pfund ps volt watt bar punkte quadratmeter promille dioptrien hundert tausend millionen`.split(
    /\s+/,
  );

/** Behind a bare number these, too, make it neither an hour nor a day. */
const counted = new Set(
  `mann frauen tage tagen tag woche wochen monat monaten monate jahr jahre jahren stunde stunden minute minuten sekunden termin uhr
  etage stock og haeuser haare nummer nummern`
    .split(/\s+/)
    .concat(things),
);

export const isCounted = (node: Node | undefined) => node?.type === "word" && counted.has(node.text);
