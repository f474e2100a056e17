/** What is longer is no wish any more; the rest is not read. Umlauts take a few letters more, ranges of digits many. */
const maxLength = 1_000;
const maxSpelledOut = 1_200;

/** Lower case, one spelling for umlauts, no punctuation but what stands between digits or cuts a word off. */
export function fold(text: string): string {
  return (
    text
      .slice(0, maxLength)
      .normalize("NFKC")
      .toLowerCase()
      .replace(/ä/g, "ae")
      .replace(/ö/g, "oe")
      .replace(/ü/g, "ue")
      .replace(/ß/g, "ss")
      // "am 31. 10.." ends a sentence behind a date; other dots break a word off.
      .replace(/(\d\.\s?\d+\.)\./g, "$1 ")
      // "2026.", "halb 11." end a sentence; "14 Uhr, 3. Dezember" goes on.
      .replace(/\b((?:19|20)\d\d)\.(?!\d)/g, "$1 ")
      .replace(beforeSentence, "$1 ")
      .replace(/\.{2,}|…/g, "… ")
      .replace(/[–—−]/g, "-")
      .replace(/(\d)s?te[nrms]?\b/g, "$1.")
      .replace(/\b(\d{1,2})-(\d{1,2})-(20\d\d)\b/g, "$1.$2.$3")
      .replace(/\b1,5(?= stunden)/g, "anderthalb")
      .replace(/\b([23]),5(?= stunden)/g, (_, whole) => (whole === "2" ? "zweieinhalb" : "dreieinhalb"))
      .replace(/\bueber[- ]uebermorgen\b/g, "ueberuebermorgen")
      // "habe ich schon was vor, Freitag": the comma keeps "vor" from the day behind it.
      .replace(/\b(?:was|etwas|anderes) vor(?=\s*[,;.]|\s*$)/g, "verplant")
      .replace(/(?<=\b(?:wochen|monats|jahres))beginn\b|\bzu beginn\b/g, "anfang")
      // "am dritten, vierten oder fünften" is a list, "am dritten vierten" a date.
      .replace(listedOrdinals, "$1 und ")
      .replace(/(\d)\s?h(\d\d)(?!\d)/g, "$1:$2")
      .replace(/(\d)\s?h(?![a-z])/g, "$1 uhr")
      .replace(/(\d\.?)\s*-\s*(?=\d)(?<!\d{4}\s*-\s*)(?<!\d{4}-\d{2}-)/g, "$1 bis ")
      // A dash with blanks is a range, unless a correction stands beside it ("um zehn – nein, Moment – um elf").
      .replace(besideRepair, ", ")
      .replace(/(\S)\s+-\s+(?=\S)/g, "$1 bis ")
      .slice(0, maxSpelledOut)
  );
}

/** An ordinal and a comma, where "oder" or "und" and the last one follow. */
const monthNames = "jan|feb|maer|apr|mai|jun|jul|aug|sep|okt|nov|dez";
const beforeSentence = new RegExp(
  String.raw`(\b(?:halb|viertel|dreiviertel|uhr) \d{1,2})\.(?=\s+(?!${monthNames})[a-z])`,
  "g",
);
const ordinal = String.raw`(?:am |de[nm] )?(?<![a-z0-9])(?:[a-z]+ten|\d+\.)`;
const listedOrdinals = new RegExp(
  String.raw`(${ordinal}),\s*(?=(?:${ordinal},\s*)?${ordinal} (?:und|oder) ${ordinal})`,
  "g",
);
const repairWord =
  "(?:nein|nee|noe|ach|aeh|aehm|moment|quatsch|lieber|stopp|sorry|entschuldigung|verzeihung)";
const besideRepair = new RegExp(String.raw`(?<=\b${repairWord}[,.]?)\s+-\s+|\s+-\s+(?=${repairWord}\b)`, "g");
