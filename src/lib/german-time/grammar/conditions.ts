import { number, timeNouns } from "./clause-words";

/** Verbs by the other half that stands at the end of their clause. */
const apart = [
  [
    "hole?n?|holt|gebe?n?|gibt|fahren?|fahre|faehrt|reisen?|reise|reist|fliegen?|fliege|fliegt|baue?n?|baut|lege?n?|legt|stelle?n?|stellt|nehme?n?|nimmt|laufe?n?|laeuft|warte?n?|wartet|schliesse?n?|schliesst|liefern?|liefere|liefert",
    "ab",
  ],
  [
    "(?:habe?n?|hat) (?:[a-z]+ ){0,4}?(?:was|etwas|viel|nichts|einiges)|lege?n?|legt|stelle?n?|stellt|schlage?n?|schlaegt|nehme?n?|nimmt|bereite?n?|bereitet",
    "vor",
  ],
  [
    "denke?n?|denkt|schaue?n?|schaut|gucke?n?|guckt|frage?n?|fragt|sehe?n?|sieht|hole?n?|holt|reiche?n?|reicht",
    "nach",
  ],
] as const;

/** Refusals that are none, and those whose reach only the punctuation tells, in words that say so themselves. */
export const withPlainRefusals = (text: string): string =>
  text
    .replace(idioms, " ")
    .replace(/\b(hab|habe|haben) (ich|wir) (?:da )?noch nichts\b/g, "$1 $2 zeit")
    .replace(/\bfrage? ((?:(?:ich|lieber|gleich|mal|einfach|jetzt) )*)nach\b/g, "frag $1fuer")
    .replace(/\bweder\b(.*?)\bnoch\b/g, "nicht$1nicht")
    .replace(/\b(?:wenn|falls) nicht (?:(?:am )?[a-z]+,? )?dann\b/g, "oder")
    .replace(/\bsag(?:e|en wir) ([^,.;]*?) ab(?= und\b|\s*[,.;]|\s*$)/g, "$1 absagen")
    .replace(insteadOf, " oder ")
    .replace(secondWish, "$1 oder ")
    .replace(refusedApart, "$1 aber ")
    // "morgen, wenn nichts anderes frei ist": a condition refuses nothing.
    .replace(
      /\b(?:wenn|falls|sofern|solange) (?:(?:sonst|da|dann|aehm?|oehm?|also|mal|halt),? )*(?:nichts|nix|niemand|keiner)\b/g,
      ", ",
    )
    // "Freitag um drei, geht das nicht?" asks for it.
    .replace(/,\s*(?:geht|ginge|klappt|waere) (?:das|es|s) (?:da |dann |bei ihnen |denn )?nicht\s*\?/g, ", ")
    // "wenn Sie da nicht im Urlaub sind", "anders geht's bei mir nicht" refuse nothing either.
    .replace(/\b(?:wenn|falls|sofern) (?:sie|ihr)\b[^,.;?!]*?\bnicht\b[^,.;?!]*/g, ", ")
    .replace(/\b(?:anders|sonst) (?:geht|schaff|kann|ginge)[a-z']*(?: [a-z]+){0,3}? nicht\b/g, ", ")
    .replace(/\b(?:auf|in|unter) (?:gar )?keine[nm] (?:fall|umstaenden)\b/g, "keinesfalls")
    .replace(workAtHome, ", ")
    .replace(freeThen, "")
    .replace(boundTwice, "$1")
    .replace(leavesLate, "ab $1 daheim")
    .replace(particleApart, "$1")
    .replace(particleOrBound, "$1 eitherab ")
    .replace(pursued, "$1")
    .replace(/\b(?:sagen wir|sag ma|sagmer)(?: mal)?\b/g, " ")
    // "ginge nur nicht am Montag": it refuses what follows.
    .replace(refusedOnly, "nichtetwa ")
    // "Samstag, nicht Dienstag", "nicht Dienstag, morgen": the comma tells where the refusal begins and ends.
    .replace(
      /,\s*nicht (?=(?:erst )?(?:(?:am|um|gegen|im|den) |[a-z]*(?:tags?|mittwochs?|morgens?|heute|abends?)\b))/g,
      ", nichtetwa ",
    )
    .replace(/\b(nicht|nichtetwa) ((?:am )?[a-z]+(?:tag|mittwoch|morgen)), morgen\b/g, "$1 $2 also morgen")
    // "da kann ich nicht" has named its day before: what follows is none of its business.
    .replace(
      /\bda (?:kann|koennen|geht|gehts|passt|klappt|schaff[a-z]*)(?: (?:ich|wir|es|s|das|mir|uns|leider|gar|aber))* nicht\b(?! mehr)/g,
      "$& mehr ",
    )
    // "Montag nicht, Dienstag": the comma closes the refusal, as "nicht mehr" does.
    .replace(/\b(nicht|nich|net)\s*[,;](?!\s*(?:sondern|nicht|nich|net)\b)/g, "$1 mehr ");

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
  `\\b((?:bis|vor) (?:[a-z0-9.:]+ ){0,4}?[a-z0-9.:]+),? (?:aller)?(?:spaetestens|hoechstens|maximal|laengstens)(?!,? ${timeBehind})|(?<=\\b(ab (?:[a-z0-9.:]+ ){0,4}?[a-z0-9.:]+)),? (?:aller)?fruehestens(?!,? ${timeBehind})`,
  "g",
);

/** "Ich kann hier erst um vier weg": from four on, whereas who must leave at four is free until then. */
const leavesLate = new RegExp(
  `(?<!\\b(?:muss|muessen|musste)\\b[^,.;]*)\\berst (?:um |gegen |ab |nach |so )*((?:(?:halb|dreiviertel|viertel vor|viertel nach) )?${number}(?: uhr)?)(?: [a-z]+){0,2}? (?:weg|los|raus|fort|daheim)\\b`,
  "g",
);

/** "Ich hole meine Mutter ab, also morgen", "habe etwas vor, Freitag": the verb's other half bounds nothing. */
const particleApart = new RegExp(
  `\\b(${apart.map(([verbs, particle]) => `(?:${verbs})(?: [a-z]+){0,7}?(?= ${particle}\\b)`).join("|")})(?<!\\b(?:von|ab) ${number}(?: uhr)?) (?:ab|vor|nach)(?=\\s*(?:[,;.!?](?! (?:sagen wir|sagen ma|sag ma|aehm?|oehm?|ehm?|so)(?:[ ,]+(?:mal|so|halb|dreiviertel|viertel|vor|nach))*[ ,]+${number}\\b)|(?:also|und|aber|dann|danach|deshalb|deswegen|drum|darum|ich|wir|das|bitte|geht|ginge|kann|koennte|passt|waere)\\b))`,
  "g",
);

/** "Ich hole das Auto ab Freitag", heard without a comma: the verb's other half, or a bound. */
const particleOrBound = new RegExp(
  `\\b((?:hole|holen|holt|gebe|reise|reisen|reist|fahre|fahren|faehrt|fliege|fliegen|fliegt)(?: [a-z]+){1,7}?) ab (?=(?:am|um|gegen|heute|morgen|uebermorgen|naechste[nr]?|[a-z]+tags?|mittwochs?|${number})\\b(?!.*\\bab\\b))`,
  "g",
);

/** "Ich gehe dem nach Freitag um drei", "ich denke drüber nach": it has its object before it, and bounds nothing. */
const pursued =
  /\b((?:geh|gehen?|komm|kommen?) (?:(?:dem|dieser|diesem|der) (?:sache|frage|ganzen|hinweis)|dem)|(?:denk|denken?) (?:[a-z]+ ){0,3}?(?:dar|dr)ueber(?: noch)?(?: mal)?|(?:schau|schauen?|guck|gucken?|seh|sehen?) (?:im|in meinem|in den|in der) [a-z]+(?: noch)?(?: mal)?) nach\b/g;

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
const idioms = new RegExp(
  [
    "(?:es|das) (?:ist|waere|eilt) (?:[a-z]+ ){0,2}?nicht (?:so |sehr |ganz |super |allzu )?(?:dringend|eilig|schlimm|wichtig)",
    "es eilt (?:[a-z]+ ){0,2}?nicht(?: so| sehr)?",
    "(?:es|das) (?:ist|wird|waere) (?:[a-z]+ ){0,2}?nicht zu [a-z]+",
    String.raw`(?:mein|meine|der|die|das|unser|unsere|ihr) (?!(?:${timeNouns})\b)[a-z]+ (?:geht|gehen) (?:[a-z]+ ){0,2}?nicht(?: mehr)?(?: (?:an|auf|zu|aus|richtig))?`,
    "(?:und |aber )?(?:bitte )?nicht (?:wieder |mehr )?(?:bei|mit|von) (?:herrn?|frau|de[mr]|doktor|so)",
    "(?:war|waren|bin) (?:[a-z]+ ){0,2}?noch nie",
    String.raw`(?:haben|hatten|habt|sehen|seht|finden|findet|wissen|wisst) (?:sie|ihr) (?:(?:das|den|die|es|ihn|mich|uns|denn|da|dort|etwa|wirklich) )+nicht(?: mehr)?(?: ${recorded})?(?=\s*(?:[?.!,]|$))`,
    `(?:steht|stehe|stand|war|bin|ist|sind|wurde) (?:(?:das|der|es|ich|er|wir|da|denn|dort|etwa|bei ihnen|termin) )+nicht (?:mehr )?(?:bei ihnen )?${recorded}`,
    "nicht viel zeit",
    // Who has no school then is free: "Mittwoch, da haben die Kinder keine Schule".
    "da (?:hat|haben|hab|habe|ist|braucht|brauchen) (?:[a-z]+ ){0,3}(?:(?:das auto|den wagen) nicht|keine?n? (?:schule|kita|dienst|[a-z]*schicht|unterricht|training|[a-z]*kurs|probe))",
    "nicht (?:so |allzu )?viel los",
    "nicht (?:zu spaet|unpuenktlich) komm[a-z]+",
    "komm[a-z]* (?:[a-z]+ ){0,3}?nicht (?:zu spaet|unpuenktlich)",
    "es geht (?:mir|ihm|ihr) (?:[a-z]+ )?nicht (?:so |mehr |sehr )?gut",
    "(?:mir|ihm|ihr) geht(?: es|s)? (?:[a-z]+ ){0,2}?schlecht",
    "wie (?:heute|gestern|immer|sonst|letztes mal)(?: auch)?",
    String.raw`alle (?:\d+|zwei|drei|vier|sechs|acht|zehn|zwoelf|paar) (?:wochen|monate|jahre|tage)(?! (?:am|immer|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag))`,
  ]
    .map((phrase) => String.raw`\b(?:${phrase})\b`)
    .join("|"),
  "g",
);
