const standard = new Map<string, string>([
  ["heit", "heute"],
  ["heid", "heute"],
  ["heut", "heute"],
  ["hoit", "heute"],
  ["morgn", "morgen"],
  ["moang", "morgen"],
  ["muang", "morgen"],
  ["uebermorgn", "uebermorgen"],
  ["uebamorgn", "uebermorgen"],
  ["fria", "frueh"],
  ["frua", "frueh"],
  ["naechschte", "naechste"],
  ["naechschten", "naechsten"],
  ["nexte", "naechste"],
  ["nexten", "naechsten"],
  ["nechste", "naechste"],
  ["nechsten", "naechsten"],
  ["naechte", "naechste"],
  ["ner", "einer"],
  ["nem", "einem"],
  ["nen", "einen"],
  ["stuendchen", "stunden"],
  ["allerspaetestens", "spaetestens"],
  ["allerfruehestens", "fruehestens"],
  ["viertl", "viertel"],
  ["vierdl", "viertel"],
  ["vaddl", "viertel"],
  ["vertel", "viertel"],
  ["dreiviertl", "dreiviertel"],
  ["dreivierdl", "dreiviertel"],
  ["sunntag", "sonntag"],
  ["sundag", "sonntag"],
  ["sunnabend", "sonnabend"],
  ["friedach", "freitag"],
  ["friedag", "freitag"],
  ["mandag", "montag"],
  ["mondog", "montag"],
  ["dingsdag", "dienstag"],
  ["middeweken", "mittwoch"],
  ["mittwo", "mittwoch"],
  ["mittwuch", "mittwoch"],
  ["midwoch", "mittwoch"],
  ["pfingstn", "pfingsten"],
  ["ostan", "ostern"],
  ["weihnachtn", "weihnachten"],
]);

const weekdays = "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag".split(" ");

/** What sounds alike in the mouth of many: d and t, g, ch and k, b and p, s and sch. */
const sound = (word: string) =>
  word
    .replace(/sch/g, "s")
    .replace(/ch|k/g, "g")
    .replace(/d/g, "t")
    .replace(/b/g, "p")
    .replace(/(.)\1/g, "$1");
const bySound = new Map(weekdays.map((name) => [sound(name), name]));

/** "Samsdach", "heit", "übermorgn": the word of the standard language, or the word itself. */
export function inStandardGerman(spoken: string): string {
  const word = spoken.replace(/(?<=[nst])tach(s?)$/, "tag$1").replace(/mittach(s?)$/, "mittag$1");
  const known = standard.get(word);
  if (known) return known;
  if (word.length < 6) return word;
  const recurring = /[gkh]s$/.test(word) ? "s" : "";
  const weekday = bySound.get(sound(recurring ? word.slice(0, -1) : word));
  return weekday ? weekday + recurring : word;
}
