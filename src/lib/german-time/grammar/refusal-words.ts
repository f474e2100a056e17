import { isDay } from "./mentions";
import type { Node } from "./nodes";

export const betweenWords = new Set(
  `s kann koennen koennte ich wir geht ginge gehts gar passt passen klappt mir uns mich doch wohl bei leider es da eher auch schon in muss muessen
  absolut ueberhaupt will moechte wollen habe haben hab bin sind ist waere wird jetzt nun dann mag schaff schaffe schaffen das dem der ja ihnen sie euch
  einfach meistens wirklich zeit so werden sein aber kommt kaeme faellt scheidet haut kriege krieg bekomme was etwas anderes muesste muessten termin den mal allerdings jedoch`.split(
    /\s+/,
  ),
);
export const bad = new Set(
  "schlecht zu unguenstig voll ausgebucht geschlossen doof bloed schwierig unmoeglich unpassend dicht verplant belegt weg ungern flach".split(
    " ",
  ),
);
/** "ist ja Feiertag" (one word by now), "muss ich absagen": they speak against a day only if another one follows. */
export const comments = new Set("feiertagscomment absagen stornieren canceln streichen".split(" "));
/** "zu" alone is also "zu Ihnen". */
export const isWords = new Set(["ist", "sind", "waere", "haben", "habt", "bin"]);
/** "bis eins in der Schule", "ab dem 3. im Urlaub": who is elsewhere does not come. */
export const elsewhere = new Set(
  "urlaub verreist unterwegs verhindert arbeite arbeiten arbeit kindergarten kita schule schicht kur reha krankenhaus montage ausland dienstreise geschaeftsreise klassenfahrt fortbildung".split(
    " ",
  ),
);
/** "bin ich aus der Reha zurück" */
export const returning = new Set("zurueck entlassen raus heraus".split(" "));
export const callers = new Set(["ich", "wir"]);
export const hosts = new Set(["sie", "ihr"]);
export const thereWords = new Set(["da", "dann"]);
export const canWords = new Set(
  "koennt koennte koennten koennen kann geht ginge passt haette kaeme kaemen komme moechte wuerde".split(" "),
);
export const busyBefore = new Set(
  "arbeite arbeiten schule kindergarten kita unterricht dienst schicht".split(" "),
);
/** "arbeite ich immer bis drei" */
export const workers = new Set("ich wir immer nur schon meistens auch jeden und".split(" "));
/** "keine Zeit", "keinen Termin frei" */
export const noTime = new Set(["keine", "keinen"]);
export const timeWords = new Set(["zeit", "termin", "moeglichkeit"]);
/** "ich bin bis Mittwoch weg" */
export const absent = new Set(["weg", "fort"]);
/** "bis Freitag krankgeschrieben", unlike "um zehn, ich bin krank" */
export const ill = new Set("krank krankgeschrieben beschaeftigt ausgebucht gesperrt".split(" "));
export const amWords = new Set(["bin", "sind"]);
export const closedWords = new Set(["zu", "weg", "dicht"]);
/** "Dienstag, aber nicht vormittags" */
export const adversatives = new Set(["aber"]);
/** "nachmittags, wegen der Schule" */
export const reasons = new Set(["wegen"]);
/** "zu früh", "zu kurzfristig" */
export const tooWords = new Set(["zu"]);
export const excesses = new Set("frueh spaet kurzfristig knapp bald weit eng stressig".split(" "));
/** "fällt leider aus", "scheidet aus" */
export const particles = new Set(["aus", "weg"]);
export const beforeParticle = new Set("faellt scheidet".split(" "));
/** "nicht mehr", "nicht hin", "nicht in Frage" */
export const afterNot = /^(?:mehr|so|gut|frage|infrage|hin|rein|moeglich|drin|machbar)$/;
export const notWords = new Set(["nicht", "nichts", "nich", "net", "nie", "niemals", "keinesfalls"]);
export const noWords = new Set([
  ...notWords,
  "kein",
  "keinen",
  "keine",
  // What "nicht" behind a comma is folded into: it refuses what follows.
  "nichtetwa",
  "ausser",
  "ohne",
  "statt",
  "anstatt",
  "anstelle",
]);

export const isText = (node: Node | undefined, words: Set<string>) =>
  node?.type === "word" && words.has(node.text);
/** "statt Freitag um drei" gives up both. */
export const replacing = new Set(["statt", "anstatt", "anstelle"]);
export const excluding = new Set(["ausser", "ohne"]);
export const isElsewhere = (node: Node) => isText(node, elsewhere);
export const isBesideWork = (node: Node) => node.type === "or" || isDay(node) || isText(node, workers);
