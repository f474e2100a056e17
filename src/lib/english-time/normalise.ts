const hours = "one two three four five six seven eight nine ten eleven twelve".split(" ");
const hour = `(?:${hours.join("|")}|\\d{1,2})`;
const minutes: Record<string, number> = {
  five: 5,
  ten: 10,
  fifteen: 15,
  twenty: 20,
  "twenty five": 25,
  "twenty-five": 25,
  thirty: 30,
  forty: 40,
  "forty five": 45,
  "forty-five": 45,
  fifty: 50,
};
const minute = Object.keys(minutes)
  .toSorted((a, b) => b.length - a.length)
  .join("|");

const hourOf = (word: string) => (/^\d/.test(word) ? Number(word) : hours.indexOf(word) + 1);
const clock = (value: number, past: number) => {
  const total = (((value * 60 + past) % 720) + 720) % 720;
  const shown = total < 60 ? total + 720 : total;
  return `${Math.floor(shown / 60)}:${String(shown % 60).padStart(2, "0")}`;
};
const count = (word: string) => minutes[word] ?? (/^\d/.test(word) ? Number(word) : hourOf(word));

/** What looks like a time and is none: names, ages, head counts, durations, greetings. */
const noTimes = [
  /\b(?:my name is|this is|i'm|mr\.?|mrs\.?|ms\.?|dr\.?|doctor) (?:may|april|june|august|summer|friday|sunday|monday)\b/g,
  /\b(?:born|birthday|date of birth)\b[^,.]*\b\d{4}\b/g,
  /\b\w+ (?:people|persons|adults|kids|children|years old|euros?|times)\b/g,
  /\bfor (?:an? |\w+ )?(?:half an )?(?:hours?|minutes?|weeks?|days?)\b/g,
  /\bgood (?:morning|afternoon|evening|day)\b/g,
  /\bhave a (?:nice|good) (?:day|weekend|evening)\b/g,
];

/** Lower case, clock times in digits ("half past two" → "at 2:30"), and nothing that only looks like a time. */
export function normalise(text: string): string {
  const plain = noTimes.reduce(
    (rest, pattern) => rest.replace(pattern, " "),
    text.slice(0, 1_000).normalize("NFKC").toLowerCase().replaceAll("’", "'").replace(/\s+/g, " "),
  );
  return plain
    .replace(/\ba week on (monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b/g, "$1 week")
    .replace(/\b([ap])\.?\s?m\b\.?/g, "$1m")
    .replace(/\b(?:at )?(?:noon|midday)\b/g, "at 12:00pm")
    .replace(/\b(?:at )?midnight\b/g, "at 12:00am")
    .replace(new RegExp(`\\b(?:at )?half past (${hour})\\b`, "g"), (_, h) => `at ${clock(hourOf(h), 30)}`)
    .replace(
      new RegExp(`\\b(?:at )?(?:a )?quarter past (${hour})\\b`, "g"),
      (_, h) => `at ${clock(hourOf(h), 15)}`,
    )
    .replace(
      new RegExp(`\\b(?:at )?(?:a )?quarter to (${hour})\\b`, "g"),
      (_, h) => `at ${clock(hourOf(h), -15)}`,
    )
    .replace(
      new RegExp(`\\b(?:at )?(${minute}|\\d{1,2})(?: minutes)? (past|to) (${hour})\\b`, "g"),
      (whole, m, side, h) =>
        side === "to" && /^\d/.test(m)
          ? whole
          : `at ${clock(hourOf(h), side === "past" ? count(m) : -count(m))}`,
    )
    .replace(
      new RegExp(`\\b(${hours.join("|")}) (${minute})\\b`, "g"),
      (_, h, m) => `${hourOf(h)}:${String(count(m)).padStart(2, "0")}`,
    )
    .replace(
      new RegExp(
        `\\b(at|around|about|by|from|until|till|to|after|before|between|and|or) (${hours.join("|")})\\b(?! (?:weeks?|days?|months?|hours?|minutes?))`,
        "g",
      ),
      (_, word, h) => `${word} ${hourOf(h)}`,
    )
    .replace(
      new RegExp(`\\b(${hours.join("|")}) ?(o'?clock|am|pm)\\b`, "g"),
      (_, h, mark) => `${hourOf(h)} ${mark}`,
    );
}
