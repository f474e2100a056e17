const hours = "one two three four five six seven eight nine ten eleven twelve".split(" ");
const hour = hours.join("|");
const spelled = new RegExp(
  `\\b(?:(half past|quarter past|quarter to) (${hour})|(${hour})[ -](fifteen|thirty|forty[ -]five|o.?clock))\\b`,
  "gi",
);
const minutes: [RegExp, number][] = [
  [/half|thirty/i, 30],
  [/quarter past|fifteen/i, 15],
  [/quarter to|forty/i, 45],
];
const written =
  /\b(?:(\d{1,2})(?:[:.](\d{2}))? ?([ap])\.?m\b|(\d{1,2}):(\d{2})(?: (?:in the|at) (morning|afternoon|evening|night)\b)?|(?:12 )?noon\b)/gi;

/** The times that a text names, in order, as "14:30"; undefined for one that does not exist. */
export const readEnglishTimes = (text: string): (string | undefined)[] =>
  [...text.replaceAll(spelled, inDigits).matchAll(written)].map(read);

/** "Half past two" as "2:30". */
function inDigits(all: string, relation: string | undefined, related = "", counted = ""): string {
  const at = hours.indexOf((related || counted).toLowerCase()) + 1;
  const minute = minutes.find(([words]) => words.test(all))?.[1] ?? 0;
  const before = at === 1 ? 12 : at - 1;
  return `${/to$/i.test(relation ?? "") ? before : at}:${pad(minute)}`;
}

function read([, hour12, minute12, half, hour24, minute24, part]: RegExpMatchArray): string | undefined {
  const at = hour24
    ? hourOf(Number(hour24), part)
    : hour12
      ? (Number(hour12) % 12) + (half?.toLowerCase() === "p" ? 12 : 0)
      : 12;
  const minute = Number(minute12 ?? minute24 ?? 0);
  return at < 24 && minute < 60 ? `${pad(at)}:${pad(minute)}` : undefined;
}

/** A bare "2:30" is in the afternoon. */
function hourOf(said: number, part: string | undefined): number {
  if (said > 12) return said;
  if (part) return (said % 12) + (part.toLowerCase() === "morning" ? 0 : 12);
  return said > 0 && said < 7 ? said + 12 : said;
}

const pad = (n: number) => String(n).padStart(2, "0");
