import { number, timeNouns } from "./clause-words";
import { inTurn, onCue } from "./cues";
import { withPlainParticles } from "./particles";

const negation = /\b(?:nich|net\b|nie|nix|kein)/;
const condition = /\b(?:wenn|falls|sofern|solange|sollte)\b/;

/** Refusals that are none, and those whose reach only the punctuation tells, in words that say so themselves. */
export const withPlainRefusals = (text: string): string => inTurn(text, readings);

/** "hab ich noch nichts": who has nothing yet has time. */
const nothingYet = /\b(hab|habe|haben) (ich|wir) (?:da )?noch nichts\b/g;
const asksAfter = /\bfrage? ((?:(?:ich|lieber|gleich|mal|einfach|jetzt) )*)nach\b/g;
const neither = /\bweder\b(.*?)\bnoch\b/g;
const cancelled = /\bsag(?:e|en wir) ([^,.;]*?) ab(?= und\b|\s*[,.;]|\s*$)/g;
const orElse =
  /\b(?:wenn|falls) nicht (?:(?:am )?[a-z]+,? )?dann\b|\b(?:und|oder) (?:wenn|falls) nicht,?(?= (?:am |um |[a-z]*(?:tag|mittwoch|morgen)\b))(?![^.;]*\bdann\b)/g;
/** "morgen, wenn nichts anderes frei ist": a condition refuses nothing. */
const ifNothing =
  /\b(?:wenn|falls|sofern|solange) (?:(?:sonst|da|dann|aehm?|oehm?|also|mal|halt),? )*(?:nichts|nix|niemand|keiner)\b/g;
/** "Freitag um drei, geht das nicht?" asks for it. */
const doubtfully = /,\s*(?:geht|ginge|klappt|waere) (?:das|es|s) (?:da |dann |bei ihnen |denn )?nicht\s*\?/g;
/** "wenn Sie da nicht im Urlaub sind", "anders geht's bei mir nicht" */
const ifYouAreNot = /\b(?:wenn|falls|sofern) (?:sie|ihr)\b[^,.;?!]*?\bnicht\b[^,.;?!]*/g;
const notOtherwise = /\b(?:anders|sonst) (?:geht|schaff|kann|ginge)[a-z']*(?: [a-z]+){0,3}? nicht\b/g;
const inNoCase = /\b(?:auf|in|unter) (?:gar )?keine[nm] (?:fall|umstaenden)\b/g;
/** "Samstag, nicht Dienstag", "nicht Dienstag, morgen": the comma tells where the refusal begins and ends. */
const notBehindComma =
  /,\s*nicht (?=(?:erst )?(?:(?:am|um|gegen|im|den) |[a-z]*(?:tags?|mittwochs?|morgens?|heute|abends?)\b))/g;
const tomorrowBehindComma = /\b(nicht|nichtetwa) ((?:am )?[a-z]+(?:tag|mittwoch|morgen)), morgen\b/g;
/** "da kann ich nicht" has named its day before: what follows is none of its business. */
const cannotThen =
  /\bda (?:kann|koennen|geht|gehts|passt|klappt|schaff[a-z]*)(?: (?:ich|wir|es|s|das|mir|uns|leider|gar|aber))* nicht\b(?! mehr)/g;
/** "Montag nicht, Dienstag": the comma closes the refusal, as "nicht mehr" does. */
const commaBehindNot = /\b(nicht|nich|net)\s*[,;](?!\s*(?:sondern|nicht|nich|net)\b)/g;

/** "wenn das nicht geht, dann": what follows is the second wish. */
const insteadOf =
  /,? ?\b(?:und |oder |und ansonsten )?(?:wenn|falls|sollte) (?:(?:das|es|der|da|bei ihnen|nun|gar) )*nicht (?:geht|gehen|ginge|klappt|klappen|passt|passen|frei ist|moeglich ist|hinhaut)(?: sollte)?,?(?: dann| eben| vielleicht)?\b/g;

/** "Sollte Freitag um drei nicht klappen, dann Montag": both are wishes, one after the other. */
const secondWish =
  /\b(?:wenn|falls|sollte) (?:es |das )?((?:[a-z0-9:.]+ ){1,5}?)nicht (?:geht|gehen|ginge|klappt|klappen|passt|passen|frei ist|moeglich ist|frei sein|moeglich sein)(?: sollte)?,?(?: dann)?(?: (?:eben|halt|gern|gerne|bitte|lieber|auch))*/g;

/** "Freitag um elf, da arbeite ich von zu Hause": who is at home or free can come. */
const atHome =
  "(?:(?:ich|wir|ja|naemlich|immer|sowieso|eh|eigentlich|gar) )*(?:nicht(?: mehr)?|von zu hause(?: aus)?|von daheim(?: aus)?|zu hause|daheim|im homeoffice|im home office)";
const workAtHome = new RegExp(
  `,? ?\\b(?:da|dann) arbeiten? (?:ich|wir) ${atHome}(?=\\s*[,;.!?]?\\s*$)|,? ?\\bweil (?:ich|wir) (?:da|dann) ${atHome} arbeiten?\\b|,? ?\\b(?:ich|wir) arbeiten? (?:da|dann) ${atHome}(?=\\s*[,;.!?]?\\s*$)`,
  "g",
);

/**
 * "zwischen den Jahren vormittags, da hab ich Urlaub": who names a part of the day is free then. Behind a clock time it
 * may as well refuse what was offered.
 */
const freeThen =
  /(?<=(?:mittags?|morgens|abends?|frueh)),? da (?:habe?|haben|haett[a-z]*) (?:ich|wir) (?:(?:ja|eh|sowieso|naemlich|noch|auch|immer|dann) )*(?:urlaub|frei|ferien|resturlaub|semesterferien)(?=\s*[.!]?\s*$)(?<!\b(?:uhr|um|gegen|halb|nicht|kein|keine)\b.*)/;

const timeBehind = `(?:am|an|um|gegen|bis|ab|vor|nach|den|dem|zum|heute|morgen|uebermorgen|frueh|naechste[nrm]?|kommende[nrm]?|[a-z]*(?:tags?|mittwochs?|mittags?|abends?)|${number}|\\d)\\b`;
/** "bis zum fünften spätestens", "ab drei frühestens": it says the bound again. */
const boundTwice = new RegExp(
  `\\b((?:bis|vor) (?:[a-z0-9.:]+ ){0,4}?[a-z0-9.:]+),? (?:aller)?(?:spaetestens|hoechstens|maximal|laengstens)(?!,? ${timeBehind})|\\b(ab (?:[a-z0-9.:]+ ){0,4}?[a-z0-9.:]+),? (?:aller)?fruehestens(?!,? ${timeBehind})`,
  "g",
);

/** "Ich kann hier erst um vier weg": from four on, whereas who must leave at four is free until then. */
const leavesLate = new RegExp(
  `(?<!\\b(?:muss|muessen|musste)\\b[^,.;]*)\\berst (?:um |gegen |ab |nach |so )*((?:(?:halb|dreiviertel|viertel vor|viertel nach) )?${number}(?: uhr)?)(?: [a-z]+){0,2}? (?:weg|los|raus|fort|daheim)\\b`,
  "g",
);

/** "ginge, nur eben nicht am Montag" */
const refusedOnly =
  /\b(?:nur|bloss?)(?: (?:eben|halt|leider|bitte|aber))* nicht(?: (?:gleich|gerade|ausgerechnet|unbedingt))* (?=(?:am|an|den|im|in der|heute|morgens?|uebermorgen|frueh|um|gegen|[a-z]*(?:tags?|mittwochs?|mittags?|abends?))\b)/g;

/** "nächste Woche, Mittwoch fällt weg": the day is taken out of the week, and does not narrow it. */
const refusedApart =
  /\b(woche|monat),\s+(?=(?:am )?[a-z]*(?:tags?|mittwochs?)\b[^;.!?]*\b(?:nicht|schlecht|weg|aus|ausgenommen|urlaub|arbeite|keine)\b)/g;

/** What a caller expects of an appointment that stands: "haben Sie das nicht drin?" */
const recorded =
  "(?:(?:mit |bei ihnen |bei euch )?(?:drin|drinnen|drinne|drinstehen|dastehen|stehen|eingetragen|notiert|vermerkt|gespeichert|vorgemerkt|aufgeschrieben|hinterlegt|vorliegen)|(?:im|in ihrem|in eurem) (?:kalender|system|computer|buch|terminbuch|plan)(?: (?:drin|stehen|drinstehen))?)";

/** "nicht" in them never concerns a time: "es ist nicht dringend", "die Heizung geht nicht an", "nicht bei Herrn Köhler". */
const idioms = anyOf(
  "(?:es|das) (?:ist|waere|eilt) (?:[a-z]+ ){0,2}?nicht (?:so |sehr |ganz |super |allzu )?(?:dringend|eilig|schlimm|wichtig)",
  "es eilt (?:[a-z]+ ){0,2}?nicht(?: so| sehr)?",
  "(?:es|das) (?:ist|wird|waere) (?:[a-z]+ ){0,2}?nicht zu [a-z]+",
  String.raw`(?:mein|meine|der|die|das|unser|unsere|ihr) (?!(?:${timeNouns})\b)[a-z]+ (?:geht|gehen) (?:[a-z]+ ){0,2}?nicht(?: mehr)?(?: (?:an|auf|zu|aus|richtig))?`,
  "(?:und |aber )?(?:bitte )?nicht (?:wieder |mehr )?(?:bei|mit|von) (?:herrn?|frau|de[mr]|doktor|so)",
  "(?:war|waren|bin) (?:[a-z]+ ){0,2}?noch nie",
  String.raw`(?:haben|hatten|habt|sehen|seht|finden|findet|wissen|wisst) (?:sie|ihr) (?:(?:das|den|die|es|ihn|mich|uns|denn|da|dort|etwa|wirklich) )+nicht(?: mehr)?(?: ${recorded})?(?=\s*(?:[?.!,]|$))`,
  `(?:steht|stehe|stand|war|bin|ist|sind|wurde) (?:(?:das|der|es|ich|er|wir|da|denn|dort|etwa|bei ihnen|termin) )+nicht (?:mehr )?(?:bei ihnen )?${recorded}`,
  "(?:warum|wieso) nicht(?= (?:gleich |einfach |schon )?(?:am |um |[a-z]*(?:tags?|mittwoch|morgen|heute)\\b))",
  "nicht viel zeit",
  // Who has no school then is free: "Mittwoch, da haben die Kinder keine Schule".
  "da (?:hat|haben|hab|habe|ist|braucht|brauchen) (?:[a-z]+ ){0,3}(?:(?:das auto|den wagen) nicht|keine?n? (?:schule|kita|dienst|[a-z]*schicht|unterricht|training|[a-z]*kurs|probe))",
  "nicht (?:so |allzu )?viel los",
  "nicht (?:zu spaet|unpuenktlich) komm[a-z]+",
  "komm[a-z]* (?:[a-z]+ ){0,3}?nicht (?:zu spaet|unpuenktlich)",
  "es geht (?:mir|ihm|ihr) (?:[a-z]+ )?nicht (?:so |mehr |sehr )?gut",
);

/** "wie immer am Freitag", "alle acht Wochen", "mir geht es schlecht": none of it speaks of the time that is wished for. */
const habits = anyOf(
  "(?:mir|ihm|ihr) geht(?: es|s)? (?:[a-z]+ ){0,2}?schlecht",
  "wie (?:heute|gestern|immer|sonst|letztes mal)(?: auch)?",
  String.raw`alle (?:\d+|zwei|drei|vier|sechs|acht|zehn|zwoelf|paar) (?:wochen|monate|jahre|tage)(?! (?:am|immer|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag))`,
);

function anyOf(...phrases: string[]): RegExp {
  return new RegExp(phrases.map((phrase) => String.raw`\b(?:${phrase})\b`).join("|"), "g");
}

const readings = [
  onCue(/\b(?:wie|alle|schlecht)\b/, [[habits, " "]]),
  onCue(negation, [
    [idioms, " "],
    [nothingYet, "$1 $2 zeit"],
  ]),
  onCue(/\bfrag/, [[asksAfter, "frag $1fuer"]]),
  onCue(/\bweder\b/, [[neither, "nicht$1nicht"]]),
  onCue(/\bsage/, [[cancelled, "$1 absagen"]]),
  onCue(condition, [
    [orElse, "oder"],
    [insteadOf, " oder "],
    [secondWish, "$1 oder "],
  ]),
  onCue(/,/, [[refusedApart, "$1 aber "]]),
  onCue(condition, [[ifNothing, ", "]]),
  onCue(negation, [
    [doubtfully, ", "],
    [ifYouAreNot, ", "],
    [notOtherwise, ", "],
    [inNoCase, "keinesfalls"],
  ]),
  onCue(/\barbeite/, [[workAtHome, ", "]]),
  onCue(/\bda ha/, [[freeThen, ""]]),
  onCue(/stens\b|\bmaximal\b/, [[boundTwice, "$1$2"]]),
  onCue(/\berst\b/, [[leavesLate, "ab $1 daheim"]]),
  withPlainParticles,
  onCue(/\bsag/, [[/\b(?:sagen wir|sag ma|sagmer)(?: mal)?\b/g, " "]]),
  onCue(negation, [
    [refusedOnly, "nichtetwa "],
    [notBehindComma, ", nichtetwa "],
    [tomorrowBehindComma, "$1 $2 also morgen"],
    [cannotThen, "$& mehr "],
    [commaBehindNot, "$1 mehr "],
  ]),
];
