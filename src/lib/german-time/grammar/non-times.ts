import { things } from "./counted-things";
import type { Node, Nothing } from "./nodes";
import { type Rule, rule } from "./rule";

const nothing: Nothing = { type: "nothing" };
const word = (text: string): Node => ({ type: "word", text });
const no = (...patterns: string[]): Rule[] => patterns.map((pattern) => rule(pattern, () => nothing));

const nameable = "<weekday|month|part|weekdays|feast>";
const name = "name|namen|nachname|vorname|familienname|zuname|maedchenname";
const heads = things.join("|");
const durations =
  "stunde|stunden|minute|minuten|tag|tage|tagen|woche|wochen|monat|monate|monaten|jahr|jahre|jahren|viertelstunde|dreiviertelstunde";
const stretches =
  "woche|wochen|tag|tage|tagen|haelfte|monat|monate|jahr|jahre|wochenende|wochenenden|quartal|drittel|beiden|kw|kalenderwoche|stunde|frei~|moeglich~";
const born = "geburtsdatum|geburtstag|geboren|geb|jahrgang";
const date = "<digitdate|nth>";

/** What only looks like a time (SPEC §12): greetings, names, birth dates, ages, numbers of things, durations. */
export const nonTimeRules: Rule[] = [
  ...no(
    "guten|schoenen|schoene|gute|guter <part>",
    "guten|schoenen tag|morgen|abend",
    "gruess <part>",
    "schoenes|schoene|schoenen wochenende|woche|feierabend|feiertag|feiertage|tag|sonntag",
    "schoenen|schoenes noch? <weekday|part>",
    "schoenes neues jahr",
    "frohe|froehliche|schoene|gesegnete|besinnliche|gute <feast>",
    "frohes neues jahr?",
    "dank|danke|tschuess|ciao|wiederhoeren|wiedersehen und? bis dann? <weekday>",
    "dank|danke|tschuess|ciao|wiederhoeren|wiedersehen und? bis dann? morgen|uebermorgen|bald|spaeter",
    "letzte|letztes mal war|bin ich? im|am? <month|weekday|digitdate>",
    "termin|besuch|mal war|gewesen am|im? <weekday|month|digitdate>",
    "zuletzt im|am? <month|weekday|digitdate>",
  ),
  ...no(
    `${name} ${nameable}`,
    "ich arbeite|arbeit vollzeit|teilzeit|ganztags|halbtags|als|bei",
    `hier ${nameable}`,
    `firma ${nameable}`,
    `${nameable} ist mein name`,
  ),
  ...no(
    `${born} ist|war|am|im? der|dem|am|den? ${date} <month|nth>? <n>?`,
    `${born} ist? der|am? ${date} <month|nth>? <n>?`,
    `${born} <n> !uhr`,
    `am|der|den? ${date} <month|nth>? <n>? geboren !am|im|den|der|bin|wurde`,
    "am|der|den? <digitdate> bin|ist|wurde ich|er|sie? geboren !am|im|den|der|bin|wurde",
    "<nth> <month|nth>? <n>? geboren !am|im|den|der|bin|wurde",
    "<digitdate> geboren !am|im|den|der|bin|wurde",
    `${born} bin|wurde ich? am|im? der|den? ${date} <month|nth>? <n>?`,
    `${born} <month> <n>?`,
    "im? <month> <n>? geboren !am|im|den|der|bin|wurde",
  ),
  ...no(
    "gleiche|selbe uhrzeit|zeit wie immer|sonst",
    "in|unter der woche bin|arbeite|muss|habe|hab ich",
    "mehr|laenger dauert das|es nicht",
    "da|dann? muss|muessen|brauche|brauch ich|wir nicht zu? arbeiten|arbeit|schule|weg|los|hin",
    "frueher raus|frei|los|weg|schluss",
    "nicht wahr",
    "weiss|wusste ich|wir? aber|noch|jetzt? nicht genau|sicher?",
    "nicht so eilig|dringend|schlimm|wichtig|lange|schnell",
    "so eilig|dringend|schlimm|wichtig|lange|schnell nicht",
    "macht|macht's mir? nichts aus?",
    "vorher|nachher|frueher nicht",
    "nach hause",
    "vor ort|allem",
    "ab und zu",
    "nach vereinbarung",
  ),
  rule("<n> euro <n> !uhr|minuten|personen|kinder", ([, cents]) => (cents.value >= 20 ? nothing : undefined)),
  rule("<n> geboren !am|im|den|der|bin|wurde", ([{ value }]) => (value > 59 ? nothing : undefined)),
  ...no(
    `<n> ${heads}`,
    "zu viert|dritt|zweit|fuenft|sechst|siebt|neunt|zehnt|zwoelft",
    "wir sind zu? <n> !uhr",
    "<n> jahre|jahren|monate alt",
    "tochter|sohn|kind|mutter|vater|enkel|enkelin|hund|katze|pudel ist|wird <n> !uhr",
    "ein|eine jahr alt",
    "ist|sind|wird|werden erst|schon|jetzt|gerade? <n> monate|wochen|tage|jahre|jahr !her",
    "<n> jaehrige|jaehriger|jaehrigen",
    "bin|werde <n> !uhr|tag|tage|wochen|monate|stunden|minuten",
    "er|sie|der|die ist|wird <n> !uhr",
    "alter <n> !uhr",
    "hausnummer|nummer <nth>",
    "im|in|den? der|dem? <nth> stock|stockwerk|og|etage|obergeschoss|reihe|haus",
    "<nth> stock|stockwerk|og|etage|obergeschoss",
    "<nth> mal|termin|termine|besuch|behandlung|sitzung|kind|frau|person|wahl|rate|versuch|stunde|name|vorname|hilfe",
    "zum|das <nth> mal",
    "als <nth> mal?",
    "um einen|eine|ein termin|termine|behandlung|rueckruf|beratung|stunde|woche|tag",
    "<n> mal|fach",
    "zweimal|dreimal|viermal|fuenfmal|einmal",
    "kostet|kosten <n> !euro|uhr",
    `geht|ging|handelt es|sich? um <n> ${heads}`,
    "halb vorbei|rum|um|so|tot|blind|taub|krank|fertig|leer|voll|offen|verhungert|ohnmaechtig|wach",
    "<n> von beiden|denen",
    "<n> von den beiden|<n>",
    "einmal|zweimal|dreimal|viermal pro|die|am|im|in der? tag|woche|monat|jahr|quartal",
    "<n> mal pro|die|am|im|in der? tag|woche|monat|jahr|quartal",
    "strasse|weg|allee|platz|gasse <n> !uhr",
    "wohne|wohnen am|an|im|in|auf der|dem? markt|hof|berg|bach|see|ring|ufer|wald|feld|dorf <n> !uhr",
    "am|im markt|hof|berg|bach|ring|wald|feld|rain|anger <n> !uhr",
  ),
  // "Freitag um drei Rezepte abholen": an hour or how many, which the net then leaves open.
  rule(`um|gegen <n> ${heads}`, ([count]) => (count.value <= 24 ? count : undefined)),
  // "die zweite Spritze", "das dritte Rezept": dates are masculine.
  rule(
    `die|das|ihre|seine|meine|unsere|eine <nth> !${stretches} !und|oder|bis !<month|nth|n|part|weekday|weekdays|feast>`,
    () => nothing,
  ),
  ...no(
    "<nth> spritze|impfung|dosis|untersuchung|kontrolle|zahn|rezept|operation|op|mahnung|runde|instanz|meinung|lehrjahr|auto|wagen",
  ),
  // The first or second of what was offered; the twentieth is a day.
  rule("nehme|nehm|nehmen|nimm den|die|das <nth>", ([{ value }]) => (value <= 5 ? nothing : undefined)),
  rule("den|die|das <nth> nehme|nehm|nehmen", ([{ value }]) => (value <= 5 ? nothing : undefined)),
  // "in acht Tagen Zeit haben" is then, not how long.
  rule(`in <count> <:${durations}> zeit`, ([count, unit]) => [word("in"), count, word(unit)]),
  ...no(
    `dauert|dauern|dauer|lang ungefaehr|etwa|circa|ca? <count> ${durations}`,
    `dauert|dauern ungefaehr|etwa|circa|ca? eine? halbe stunde|stunden`,
    `<count> ${durations} lang|dauern|dauert|dauer|zeit|vorher|frueher`,
    "eine? halbe stunde lang|dauern|dauert|zeit",
    `zuletzt vor <count> ${durations}`,
    // "Ich war vor drei Jahren schon mal da" is a story; without "schon" it may be the answer to "wann?".
    `war|waren|bin vor <count> ${durations} schon|bereits|zuletzt mal?`,
    `war|waren schon|bereits|zuletzt mal? vor <count> ${durations}`,
    `fuer <count> stunde|stunden|minute|minuten|wochen|monate`,
    "eine? <n> minuetige|minuetigen|stuendige",
    "anderthalb|eineinhalb|zweieinhalb stunden lang|dauern|dauert",
  ),
];
