import { number } from "./clause-words";
import { onCue } from "./cues";

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

/** "Ich hole meine Mutter ab, also morgen", "habe etwas vor, Freitag": the verb's other half bounds nothing. */
const particleApart = new RegExp(
  `\\b(${apart.map(([verbs, particle]) => `(?:${verbs})(?: [a-z]+){0,7}?(?= ${particle}\\b)`).join("|")})(?<!\\b(?:von|ab) ${number}(?: uhr)?) (?:ab|vor|nach)(?=\\s*(?:[,;.!?](?! (?:sagen wir|sagen ma|sag ma|aehm?|oehm?|ehm?|so)(?:[ ,]+(?:mal|so|halb|dreiviertel|viertel|vor|nach))*[ ,]+${number}\\b)|(?:also|und|aber|dann|danach|deshalb|deswegen|drum|darum|ich|wir|das|bitte|geht|ginge|kann|koennte|passt|waere)\\b))`,
  "g",
);

const dayBehind = "am|heute|morgen|uebermorgen|naechste[nr]?|[a-z]+tags?|mittwochs?";
const beforeDay = `(?=(?:${dayBehind})\\b)`;
const beforeTime = `(?=(?:${dayBehind}|um|gegen|${number})\\b`;
/** "Ich hole das Auto ab Freitag", "habe etwas vor Freitag", heard without a comma: the verb's other half, or a bound. */
const particleOrBound = new RegExp(
  [
    `((?:hole|holen|holt|gebe|reise|reisen|reist|fahre|fahren|faehrt|fliege|fliegen|fliegt)(?: [a-z]+){1,7}?) ab ${beforeTime}(?!.*\\bab\\b))`,
    `((?:habe?|haben|hat) (?:[a-z]+ ){0,4}?(?:was|etwas|viel|nichts|einiges)) vor ${beforeTime})`,
    `((?:reiche?n?|reicht|schaue?n?|schaut|gucke?n?|sehe?n?|denke?n?)(?: [a-z]+){0,7}?) nach ${beforeDay}`,
  ]
    .map((phrase) => `\\b${phrase}`)
    .join("|"),
  "g",
);

/** "Ich schlage vor Freitag um drei": nobody says "schlage" without it. */
const proposed = new RegExp(`\\b(schlage?n?(?: [a-z]+){0,3}?) vor ${beforeTime})`, "g");

/** "Ich gehe dem nach Freitag um drei", "ich denke drüber nach": it has its object before it, and bounds nothing. */
const pursued =
  /\b((?:geh|gehen?|komm|kommen?) (?:(?:dem|dieser|diesem|der) (?:sache|frage|ganzen|hinweis)|dem)|(?:denk|denken?) (?:[a-z]+ ){0,3}?(?:dar|dr)ueber(?: noch)?(?: mal)?|(?:schau|schauen?|guck|gucken?|seh|sehen?) (?:im|in meinem|in den|in der) [a-z]+(?: noch)?(?: mal)?) nach\b/g;

/** The other half of a verb, which would bound the time behind it, left out or marked where it may do so. */
export const withPlainParticles = onCue(/\b(?:ab|vor|nach)\b/, [
  [particleApart, "$1"],
  [pursued, "$1"],
  [proposed, "$1 "],
  [particleOrBound, "$1$2$3 eitherbound "],
]);
