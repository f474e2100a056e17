/** What is longer is no wish any more; the rest is not read. */
const maxLength = 1_000;

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
      .replace(/\bweder\b(.*?)\bnoch\b/g, "nicht$1nicht")
      .replace(/\b(?:wenn|falls) nicht (?:(?:am )?[a-z]+,? )?dann\b/g, "oder")
      .replace(insteadOf, " oder ")
      .replace(/\b(?:sagen wir|sag ma|sagmer)(?: mal)?\b/g, " ")
      // "morgen, wenn nichts anderes frei ist": a condition refuses nothing.
      .replace(
        /\b(?:wenn|falls|sofern|solange) (?:(?:sonst|da|dann|aehm?|oehm?|also|mal|halt),? )*(?:nichts|nix|niemand|keiner)\b/g,
        ", ",
      )
      // "Freitag um drei, geht das nicht?" asks for it.
      .replace(
        /,\s*(?:geht|ginge|klappt|waere) (?:das|es|s) (?:da |dann |bei ihnen |denn )?nicht\s*\?/g,
        ", ",
      )
      // "wenn Sie da nicht im Urlaub sind", "anders geht's bei mir nicht" refuse nothing either.
      .replace(/\b(?:wenn|falls|sofern) (?:sie|ihr)\b[^,.;?!]*?\bnicht\b[^,.;?!]*/g, ", ")
      .replace(/\b(?:anders|sonst) (?:geht|schaff|kann|ginge)[a-z']*(?: [a-z]+){0,3}? nicht\b/g, ", ")
      .replace(/\b(?:auf|in|unter) (?:gar )?keine[nm] (?:fall|umstaenden)\b/g, "keinesfalls")
      // "Samstag, nicht Dienstag", "nicht Dienstag, morgen": the comma tells where the refusal begins and ends.
      .replace(
        /,\s*nicht (?=(?:erst )?(?:(?:am|um|gegen|im|den) |[a-z]*(?:tags?|mittwochs?|morgens?|heute|abends?)\b))/g,
        ", nichtetwa ",
      )
      .replace(/\b(nicht|nichtetwa) ((?:am )?[a-z]+(?:tag|mittwoch|morgen)), morgen\b/g, "$1 $2 also morgen")
      // "Montag nicht, Dienstag": the comma closes the refusal, as "nicht mehr" does.
      .replace(/\b(nicht|nich|net)\s*[,;](?!\s*(?:sondern|nicht|nich|net)\b)/g, "$1 mehr ")
  );
}

/** An ordinal and a comma, where "oder" or "und" and the last one follow. */
const monthNames = "jan|feb|maer|apr|mai|jun|jul|aug|sep|okt|nov|dez";
const beforeSentence = new RegExp(
  String.raw`(\b(?:halb|viertel|dreiviertel|uhr) \d{1,2})\.(?=\s+(?!${monthNames})[a-z])`,
  "g",
);
const ordinal = String.raw`(?:am |de[nm] )?(?:[a-z]+ten|\d+\.)`;
const listedOrdinals = new RegExp(
  String.raw`(${ordinal}),\s*(?=(?:${ordinal},\s*)?${ordinal} (?:und|oder) ${ordinal})`,
  "g",
);
const repairWord =
  "(?:nein|nee|noe|ach|aeh|aehm|moment|quatsch|lieber|stopp|sorry|entschuldigung|verzeihung)";
const besideRepair = new RegExp(String.raw`(?<=\b${repairWord}[,.]?)\s+-\s+|\s+-\s+(?=${repairWord}\b)`, "g");

/** "wenn das nicht geht, dann": what follows is the second wish. */
const insteadOf =
  /,? ?\b(?:und |oder |und ansonsten )?(?:wenn|falls|sollte) (?:(?:das|es|der|da|bei ihnen|nun|gar) )*nicht (?:geht|gehen|ginge|klappt|klappen|passt|passen|frei ist|moeglich ist|hinhaut)(?: sollte)?,?(?: dann| eben| vielleicht)?\b/g;
