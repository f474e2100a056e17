/** A list of words, and phrases beside them. */
const anyOf = (words: string, ...phrases: string[]) =>
  new RegExp(String.raw`\b(?:${[...words.trim().split(/\s+/), ...phrases].join("|")})\b`);

const number =
  "(?:\\d{1,2}|eins?|zwei|zwo|drei|vier|fuenf|sechs|sieben|acht|neun|elf|zwoelf|[a-z]*zehn|[a-z]*zwanzig)e?";

/** Words of time, as far as they tell a clause that names one from a clause that does not. */
export const timeNames = anyOf(
  String.raw`(?:mon|diens|donners|frei|sams|sonn)(?:tag|tach)[a-z]* mittwoch[a-z]* sonnabends? heute morgens? uebermorgen gestern vorgestern
  januar februar maerz april mai juni juli august september oktober november dezember wochen? monate? monats heiligabend wochenende wochentags
  ostern pfingsten weihnachten silvester neujahr nikolaus himmelfahrt fronleichnam [a-z]*feiertag[a-z]* brueckentag [a-z]*advent kw kalenderwoche \d+\.\d+\. \d{4}-\d\d-\d\d
  uhr halb dreiviertel viertel \d{1,2}[:.]\d\d frueh mittag[a-z]* [a-z]+mittags? [a-z]*abends? nachts? feierabend stunden? minuten?`,
  "(?:in|vor|seit|acht|vierzehn|jeden|jeder) (?:[a-z]+ |\\d+ )?tage?n?",
  "(?:am|dem|den|vom|zum|die|der) (?:\\d+\\.|[a-z]+[st]ten)",
  `(?:um|gegen|ab|bis|vor|nach|so|und|oder|zwischen|von|kurz|punkt|fruehestens|spaetestens) ${number}`,
);

/** Who says so asks for a time, or speaks of whether it suits. */
export const wishWords = anyOf(
  `haetten? haett waeren? waer ginge? geht gehts pass[a-z]* klapp[a-z]* kann koenn[a-z]* moecht[a-z]* will woll[a-z]* wuerd[a-z]*
  brauche? brauchen braeucht[a-z]* kaemen? komme?n? bitte gern gerne lieber liebsten allerliebsten duerft[a-z]* darf nehmen? gibt gaebe
  vorbei[a-z]* eintragen trag[a-z]* buch[a-z]* reservier[a-z]* suche zeit frei recht schoen super prima perfekt ideal gut egal moeglich
  guenstig[a-z]* liess[a-z]* lass[a-z]* schaff[a-z]* drann[a-z]* verschieb[a-z]* verleg[a-z]* absag[a-z]* vormerken luft verfuegbar
  erreichbar flexibel ok okay haut angeboten vorgeschlagen empfohlen ausgemacht vereinbart einverstanden nehm`,
  "(?:bin|sind|ist|waere|wieder|noch|ich|wir) da",
  "zu hause",
  "in der naehe",
  "haben sie",
  "habt ihr",
  "zu ihnen",
  "bei ihnen",
);
/** Verbs of the caller's day: what they take place at is no wish, where another time is wished for. */
export const toldWords = anyOf(
  `arbeite arbeiten arbeitet muss muessen musste bin sind ist war waren hab habe haben hat hatte hatten fahre? fahren faehrt flieg[a-z]*
  hole? holen heirat[a-z]* feier[a-z]* fange? fangen faengt beginn[a-z]* endet schliess[a-z]* oeffnet treff[a-z]* trifft zieh[a-z]* reis[a-z]*
  verreis[a-z]* laeuft besuch[a-z]* betreu[a-z]* gehe steh[a-z]* schlaef[a-z]* unterricht[a-z]* spiel[a-z]* kommt bekomm[a-z]* krieg[a-z]*
  soll sollte koch[a-z]* esse essen macht tanz[a-z]* turn[a-z]* trainier[a-z]* bringe`,
);
/** An object with its day: "die Frisur für Samstag". */
export const occasion = /\bbrauch(?:e|en|t)? (?:die|das|den|es|meine?n?) [a-z]+ (?:fuer|bis|zu[mr])\b/;
export const negations = anyOf(
  "nicht nich net nichts nie niemals kein keine keinen keiner keinesfalls ausser ohne statt",
);
export const refusals = anyOf(
  "schlecht unguenstig voll ausgebucht geschlossen doof bloed schwierig unmoeglich unpassend dicht verplant ungern flach",
);
/** Words that, taken for themselves, refuse or bound a time. */
export const dangers = anyOf(
  `nicht nich net nichts nie niemals kein keine keinen schlecht zu voll schwierig weg aus arbeite arbeiten arbeit
  urlaub unterwegs schule kita schicht kindergarten dicht vor nach bis ohne`,
);
/** They speak of the time that was said before. */
export const pointers = anyOf("da dann dort das es dies so vorher davor danach nachher");
/** "nicht" in them never concerns a time. */
export const idioms = anyOf(
  "unpuenktlich",
  "nicht viel zeit",
  "nicht zu spaet",
  "es geht (?:mir|ihm|ihr|uns) [a-z ]*nicht",
  "nicht (?:mehr )?(?:so )?(?:gut|richtig|weit|viel|wieder (?:bei|zu|mit|von|so))",
);
/** "die Tage davor", "vorher": behind a bound they only tell its other side. */
export const otherSide =
  /^\s*(?:und )?(?:(?:die|in den) (?:tage|wochen|zeit) |die zeit )?(?:vorher|davor|danach|nachher|frueher|eher|spaeter)\b/;
export const boundWords = anyOf("ab erst fruehestens nach bis spaetestens vor");
export const subordinators = anyOf(
  "weil dass damit obwohl nachdem bevor waehrend sofern falls wenn solange sobald als ob",
);
