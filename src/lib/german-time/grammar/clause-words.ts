import { feastNames } from "./feasts";

const anyOf = (...phrases: string[]) => new RegExp(String.raw`\b(?:${phrases.join("|")})\b`);
const words = (list: string) => list.trim().split(/\s+/);

export const number =
  "(?:\\d{1,2}|eins?|zwei|zwo|drei|vier|fuenf|sechs|sieben|acht|neun|elf|zwoelf|[a-z]*zehn|[a-z]*zwanzig)e?";

const dayWords = [
  ...words(String.raw`(?:mon|diens|donners|frei|sams|sonn)(?:tag|tach)[a-z]* mittwoch[a-z]* sonnabends? heute morgen uebermorgen gestern vorgestern
  januar februar maerz april mai juni juli august september oktober november dezember wochen? monate? monats heiligabend wochenende wochentags
  ostern pfingsten weihnachten silvester neujahr nikolaus himmelfahrt fronleichnam [a-z]*feiertag[a-z]* brueckentag [a-z]*advent kw kalenderwoche \d+\.\d+\. \d{4}-\d\d-\d\d`),
  ...feastNames,
  "koenige?n?",
  "(?:in|vor|seit|acht|vierzehn|jeden|jeder) (?:[a-z]+ |\\d+ )?tage?n?",
  "(?:am|dem|den|vom|zum|die|der) (?:\\d+(?=\\.)|[a-z]+[st]ten)",
];
const clockWords = [
  ...words(
    String.raw`uhr halb dreiviertel viertel \d{1,2}[:.]\d\d frueh mittag[a-z]* [a-z]+mittags? morgens [a-z]*abends? nachts? feierabend`,
  ),
  `(?:um|gegen|ab|bis|vor|nach|so|und|oder|zwischen|von|als|kurz|punkt|fruehestens|spaetestens) ${number}(?! (?:tage|wochen?|monate?|jahre?)n?\\b)`,
];
export const dayNames = anyOf(...dayWords);
export const clockNames = anyOf(...clockWords);
/** Words of time, as far as they tell a clause that names one from a clause that does not. */
export const namesTime = (text: string) =>
  dayNames.test(text) || clockNames.test(text) || /\b(?:stunden?|minuten?)\b/.test(text);

/** Who says so asks for a time, or speaks of whether it suits. */
export const wishWords = anyOf(
  ...words(`haetten? haett waeren? waer ginge? geht gehts pass[a-z]* klappt[a-z]* klappen kann koenn[a-z]* moecht[a-z]* will woll[a-z]* wuerd[a-z]*
  brauche? brauchen braeucht[a-z]* kaemen? komme?n? bitte gern gerne lieber liebsten allerliebsten duerft[a-z]* darf muessten? nehmen? gibt gaebe
  vorbei[a-z]* eintragen trag tragen bring bringe bringen buch[a-z]* reservier[a-z]* suche zeit frei recht schoen super prima perfekt ideal gut egal moeglich
  guenstig[a-z]* liess[a-z]* lass[a-z]* schaff[a-z]* drann[a-z]* verschieb[a-z]* verleg[a-z]* absag[a-z]* vormerken verfuegbar
  erreichbar flexibel ok okay haut angeboten vorgeschlagen empfohlen ausgemacht vereinbart einverstanden nehm schlage? melde bestelle? dacht[a-z]* gedacht denke? vorgestellt notier[a-z]* schreib[a-z]* setzen? plane? frage? ruf[a-z]* hoffe meinte`),
  "(?:bin|sind|waere|waeren|wieder) (?:ich |wir )?(?:wieder )?da",
  "brauch[a-z]* [a-z ]*termin",
  "(?:meine? ich|sagen wir|sag ich|machen wir)",
  "zu hause",
  "in der naehe",
  "(?:habe?|haben) (?:ich|wir) (?:da )?noch nichts",
  "haben sie",
  "habt ihr",
  "zu ihnen",
  "bei ihnen",
);
/** Verbs of the caller's day: what they take place at is no wish, where another time is wished for. */
export const toldWords = anyOf(
  ...words(`arbeite arbeiten arbeitet muss muessen musste bin sind ist war waren hab habe haben hat hatte hatten fahre? fahren faehrt flieg[a-z]*
  hole? holen holt heirat[a-z]* feier[a-z]* fange? fangen faengt beginn[a-z]* endet schliess[a-z]* oeffnet treff[a-z]* trifft zieh[a-z]* reis[a-z]*
  verreis[a-z]* laeuft besuch[a-z]* betreu[a-z]* gehe steh[a-z]* schlaef[a-z]* unterricht[a-z]* spiel[a-z]* kommt bekomm[a-z]* krieg[a-z]*
  soll sollte koch[a-z]* esse essen macht wird tanz[a-z]* turn[a-z]* trainier[a-z]*`),
);
/** Nouns that, with an article, are a time themselves. */
export const timeNouns =
  "[a-z]*(?:tag|mittag|abend|morgen|woche|zeit|termin|uhr|monat|mittwoch|januar|februar|maerz|april|mai|juni|juli|august|tember|tober|vember|zember)s?|(?:erst|zweit|dritt|viert|letzt|naechst|ander)[a-z]*";
/** Somebody who does something: with no wish, the clause tells of it. */
export const subjects = anyOf(
  "man",
  // "und ich Mittwoch um elf" goes on with the wish.
  `(?:ich|wir) (?!(?:am|um|ab|gegen|heute|${timeNouns})\\b)[a-z]+`,
  "(?<=[a-z]{3} )(?<!\\b(?:und|oder|dann|aber) )(?:ich|wir)",
  `(?:mein|meine|unser|unsere) [a-z]+ (?!(?:${timeNouns})\\b)[a-z]+(?:t|te|en|d|uss|ann|oll)`,
  "(?<=[a-z](?:t|st|en|d) )(?:mein|meine|unser|unsere) [a-z]+",
  `(?<=(?:[a-z](?:t|st|en|d) |^\\s*))(?:der|die|das) (?!(?:${timeNouns})\\b)[a-z]{3,} [a-z]+`,
);
/** They go at their times: "der Bus geht um vier", "die Schule geht bis eins". */
const goings =
  "[a-z]*schicht|[a-z]*dienst|[a-z]*schule|unterricht|[a-z]*kurs|training|arbeit|arbeitszeit|arbeitstag|[a-z]*pause|probe|vorlesung|kita|kindergarten|bus|zug|flug|flieger";
/** What has its own time, whatever verb stands beside it: "die Frisur für Samstag", "meine Schicht geht von sechs bis zwei". */
export const occasions = anyOf(
  "brauch(?:e|en|t)? (?:die|das|den|es|meine?n?) (?!termin)[a-z]+ (?:[a-z0-9]+ ){0,5}(?:fuer|bis|zu[mr])",
  `(?:${goings})(?: (?:meine[rs]|unsere[rs]) [a-z]+)? geht`,
  `geht (?:der|die|das|mein|meine|unser) (?:${goings}|bahn|faehre|schiff)`,
  "(?:geh|gehe|geht|gehen) (?:ich |wir )?(?:[a-z]+ )?(?:um|bis|ab|gegen|von) (?:[a-z0-9]+ ){1,4}(?:in die|in den|ins|zur|zum|zu) (?:[a-z]*schule|hort|kita|kindergarten|krippe|arbeit|uni|bett|sport|yoga|training|[a-z]*kurs|chor|verein|turnen|tanzen|schwimmen)",
  "(?:handwerker|elektriker|maler|monteur|techniker|klempner|paketbote|schornsteinfeger|besuch|gaeste) komm(?:t|en)",
  "schreib(?:e|t)? (?:[a-z0-9]+ ){0,4}(?:eine|ne|die) (?:[a-z]*arbeit|klausur|pruefung|schulaufgabe)",
  "(?:bin|sind|ist) (?:[a-z]+ )*erst (?:[a-z]+ )*(?:ab|um|gegen|nach) (?:[a-z0-9]+ ){1,4}(?:zu hause|daheim|zurueck|da)",
  "erst (?:[a-z]+ )?(?:ab|um|gegen|nach) (?:[a-z0-9]+ ){1,4}(?:weg|los|raus|fort)",
  "komm(?:e|en|t)? (?:[a-z0-9]+ ){1,6}(?:heim|nach hause|(?:von|aus) (?:der|dem) [a-z]+|zurueck)",
  "bring(?:e|en|t)? (?:ich |wir )?(?:die|den|das|meine?n?|unsere?n?) [a-z]+ (?:(?:um|gegen) [a-z0-9 ]+ )?(?:weg|(?:in|zu)[rm]? (?:die |den |der )?(?:schule|kita|kindergarten|krippe|oma|opa|training|arbeit|bus|bahn|bahnhof))",
  "(?:normalerweise|gewoehnlich|ueblicherweise|bisher|sonst) (?:bin|komme|war|kam|geh|gehe|habe|hatte|haben) (?:ich|wir)",
  "(?:mein|meine|unser|unsere) [a-z]+ (?:war|waren|hatte|hatten)",
  "(?:war|waren) (?:ich|wir)",
  "(?:ich|wir) (?:war|waren)",
  "[a-z]*(?:schicht|dienst) (?:bis|ab|von|um)",
  "nur (?:noch )?(?:[a-z0-9]+ (?:tage|wochen|monate) )?zeit fuer",
  "(?:[a-z]*vermieter|chef|finanzamt|[a-z]*amt|bank|versicherung|gericht|behoerde|arbeitgeber|nachbar) (?:will|wollen|moechte)",
  // Somebody else's appointment beside the own wish.
  "(?:mein|meine|unser|unsere|familie|die|der) [a-z]+ (?:[a-z]+ )?(?:hat|haben) (?:am |um |[a-z]+ ){1,6}(?:(?:einen|ihren|seinen|den) termin|reserviert|gebucht)",
  "eigentlich (?:wollte|sollte|hatte|haette|war)",
  "(?:wollte|sollte|hatte|war) (?:ich |wir )?eigentlich",
);
/** Behind what is told they go on with it: "am Montag um drei hab ich Physio, am Dienstag um vier Zahnarzt". */
export const engagements =
  /\b(?:[a-z]*arzt|physio|ergo|logopaedie|training|probe|chor|sport|[a-z]*schule|kita|[a-z]*kurs|[a-z]*dienst|[a-z]*schicht|elternabend|besuch)\s*[,.;]?\s*$/;
/** "ich arbeite bis fünf, freitags bis drei" */
export const workHours =
  /\b(?:arbeiten?|arbeitet|schule|dienst|unterricht|kita)\b.*\bbis\b|\bbis\b.*\b(?:arbeit|schule|dienst|unterricht|kita)/;
export const workdays = new RegExp(
  `^\\s*(?:und |aber )?(?:am )?[a-z]+ (?:nur |schon |sogar |immer )*bis (?:(?:halb|viertel|dreiviertel|vor|nach) )*${number}(?: uhr)?[,.]?\\s*$`,
);
/** What nobody comes for: "Samstag fahren wir weg", "Mein Zug kommt um zwei an". */
export const elsewhere = anyOf(
  "heirat[a-z]*",
  "flieg[a-z]*",
  "verreis[a-z]*",
  "(?:fahren?|faehrt) (?:[a-z]+ ){0,3}(?:weg|fort|urlaub)",
  "(?:zug|bus|bahn|flieger|flug|schiff) (?:kommt|faehrt|geht|landet)",
  "(?:schule|kita|laden|kindergarten) (?:ist|macht|schliesst)",
  // Several days at a place with a name; "am Freitag bin ich in Köln" may be when they could come.
  "(?:(?:und|bis) [a-z]+|woche|monat|wochenende|ferien|august|juli) (?:bin|sind) (?:ich|wir) (?:[a-z]+ )?(?:in|auf|an der|am) (?!der|die|das|den|dem|ihrer?|eurer?|stadt)[a-z]{4,}",
);
/** "der am Montag operiert wird": a clause about somebody, up to its verb. */
export const relativeClause =
  /^\s*(?:(?:an|in|mit|zu|bei|von|fuer|aus) )?(?:der|die|das|den|dem|denen|dessen|deren) (?!(?:\d|[a-z]+ten\b)|.*\b(?:sie|ihr|ihnen)\b).*[a-z](?:t|e|en|rn|ln|ird|war|bin|muss)[,.]?\s*$/;
export const negations = anyOf(
  ...words("nicht nich net nichts nie niemals kein keine keinen keiner keinesfalls ausser ohne statt"),
);
export const refusals = anyOf(
  ...words(
    "schlecht unguenstig voll ausgebucht geschlossen doof bloed schwierig unmoeglich unpassend dicht verplant ungern flach",
  ),
);
/** Words that, taken for themselves, refuse or bound a time. */
export const dangers = anyOf(
  ...words(`nicht nich net nichts nie niemals kein keine keinen schlecht zu voll schwierig weg aus arbeite arbeiten arbeit
  urlaub verreist verhindert unterwegs schule kita schicht kindergarten dicht vor nach bis ohne`),
);
/** They speak of the time that was said before. */
export const pointers = anyOf(...words("da dann dort das es dies so vorher davor danach nachher"));
/** "der kann nicht mehr laufen", "dass ich nicht schlafen kann" */
export const inability =
  /\bnicht (?:mehr |so |gut |richtig |lange |allein |selbst |alleine )*(?:auto |rad |bus )?(?!kommen|koennen|schaffen|wahrnehmen|einrichten|machen|anders)[a-z]{3,}e?n\b/;
export const corrections =
  /^\s*(?:ach |aeh |oder |doch |und )*(?:nein|nee|noe|quatsch|entschuldigung|verzeihung|sorry|moment|stopp|korrektur|lieber|besser|vielmehr|meine|sondern)\b/;
/** "die Tage davor", "vorher": they tell what lies beside the time that was said. */
export const otherSide =
  /^\s*(?:und |denn |weil )?(?:(?:ich|wir) [a-z]+ )?(?:(?:die|in den) (?:tage|wochen|zeit) |die zeit )?(?:vorher|davor|danach|nachher|frueher|eher|spaeter|laenger)\b/;
/** They open another wish. */
export const alternatives =
  /^\s*(?:oder|bzw|beziehungsweise|notfalls|sonst|ansonsten|alternativ|ersatzweise)\b/;
export const subordinators = anyOf(
  ...words("weil dass damit obwohl nachdem bevor waehrend sofern falls wenn solange sobald als ob"),
);
