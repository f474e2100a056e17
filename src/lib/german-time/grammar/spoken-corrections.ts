import { namesTime, number } from "./clause-words";
import { weekdayWords } from "./time-words";

const particle =
  "(?: (?:natuerlich|eigentlich|doch|ja|halt|selbstverstaendlich|aber|jetzt|vielmehr|damit|nur))*";
const wanted = "woll(?:te|t)";
const have = "(?:habe?|hatte|haett?e?)";
const shall = "(?:soll|sollte|muss|muesste)";

/** "am Montag wollte ich sagen", "Montag sollte es heißen": what stands before it is meant. */
const behind = new RegExp(
  `\\b(?:(?:meine?|meinte) ich${particle}|${wanted} ich${particle} (?:sagen|gesagt haben)|${have} ich${particle} (?:gemeint|sagen wollen)|${shall} (?:es|das)${particle} heissen)\\b`,
  "g",
);

const said = "((?:[a-z0-9.:]+ ){1,6}?)";
/** "ich wollte Montag sagen", "das sollte Montag heißen": it stands around what is meant. */
const around = new RegExp(
  `\\b(?:ich ${wanted}${particle} ${said}sagen|ich ${have}${particle} ${said}gemeint|(?:das|es) ${shall}${particle} ${said}heissen)\\b`,
  "g",
);

/** "ich meine Dienstag", unlike "ich meine Tochter". */
const ahead = new RegExp(
  `\\b(?:ich${particle} (?:meinte|meine?(?=\\s*[,.:]|${particle} (?:am|an|um|den|die|der|das|dem|vom|im|in|zum|ab|bis|vor|nach|gegen|so|halb|viertel|dreiviertel|nicht|heute|morgen|uebermorgen|naechste[nrm]?|kommende[nrm]?|diese[nrm]?|[a-z]+(?:tag|tach|mittwoch|abend)|[a-z]*mittwoch|${number}|\\d[\\d.:]*)\\b))|ich ${wanted} sagen|(?:soll|will) (?:heissen|sagen)|${have} gemeint)${particle}(?![a-z0-9])`,
  "g",
);

/** "heute, äh, morgen": no part of the day, unlike "heute morgen". */
const otherDay = new RegExp(
  `\\b(heute|${weekdayWords})(?=(?:,| aehm?\\b| oehm?\\b))(?:,? (?:aehm?|oehm?))*,? morgen\\b`,
  "g",
);

/** A folded text in which every way to say what was meant is "meinte ich" behind it or "ich meinte" before it. */
export const withPlainCorrections = (text: string): string =>
  text
    .replace(behind, "meinte ich")
    .replace(around, (phrase, ...groups) => {
      const meant = groups.slice(0, 3).find((group) => group !== undefined) as string;
      return namesTime(meant) || isHour.test(meant) ? `ich meinte ${meant.trim()}` : phrase;
    })
    .replace(ahead, "ich meinte")
    .replace(otherDay, "$1 also morgen");

const isHour = new RegExp(`^(?:um )?${number} $`);
