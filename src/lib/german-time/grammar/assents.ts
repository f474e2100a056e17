import { onCue } from "./cues";

const day =
  "(?:am |an )?(?:heute|morgen|uebermorgen|[a-z]*(?:tags?|mittwochs?)|(?:diese|naechste|kommende|uebernaechste)[nr]? [a-z]+)";
const noHours = "(?! (?:so|lang|lange|viel|voll|ganz|den|bis|ab|vor|nach|um|am|mehr|nur|von|im)\\b)";
const somebody = "(?:mein|meine|unser|unsere|der|die|das) [a-z]+";
const busy = "(?:arbeitet|schlaeft|unterrichtet|trainiert|uebt|probt|spielt)";
const never = "(?:nicht|nie|noch nicht)(?: mehr)?";

/** Who does not work or sleep then can come: "ich arbeite Freitag nicht, geht um drei?", "da schläft mein Vater nicht". */
const freeThen: [string, string][] = [
  [`(ich|wir) arbeiten? (${day}) nicht\\b${noHours}`, "$1 bin $2 daheim"],
  [`(${day}) arbeiten? (ich|wir) nicht\\b${noHours}`, "$1 bin $2 daheim"],
  [`da ${busy} ${somebody} ${never}(?=\\s*(?:[.,!;]|$))`, ""],
  [`(?:weil |denn )?${somebody} (?:${busy} )?da ${never}(?: ${busy})?(?=\\s*(?:[.,!;]|$))`, ""],
];

const bad = "nicht (?:so |ganz |mal )?(?:schlecht|verkehrt|uebel|dumm|unguenstig|unpassend|bloed|doof)\\b";
/** "Freitag wäre nicht schlecht", "nicht verkehrt wäre Montag"; in "Freitag geht nicht schlecht wäre Montag" it is two words. */
const notBad = new RegExp(
  `(?<=\\b(?:waere?|ist|sind|passt|passte|klingt) (?:mir |auch |gar |eigentlich )*)${bad}(?! (?:ist|waere?)\\b)|(?<=(?:^|[,;.])\\s*(?:gar |auch )?)${bad}`,
  "g",
);

/** Negations that refuse nothing but speak for the time beside them. */
export const withPlainAssents = onCue(/\b(?:nicht|nie)\b/, [
  ...freeThen.map(([pattern, reading]) => [new RegExp(`\\b${pattern}`, "g"), reading] as const),
  [notBad, "gut"],
]);
