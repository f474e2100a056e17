/** Names as people write, hear and mistype them: folding, Kölner Phonetik, and how alike two of them are. */

const titles = new Set(["dr", "prof", "dipl", "ing", "med", "herr", "frau", "mr", "mrs", "ms"]);
const spelledOut: Record<string, string> = {
  ä: "ae",
  ö: "oe",
  ü: "ue",
  ß: "ss",
  æ: "ae",
  ø: "oe",
  œ: "oe",
  ł: "l",
  ı: "i",
  đ: "d",
};

/** "Dr. Änne Müller-Groß" → ["aenne", "mueller", "gross"]: lower case, a to z only, titles left out. */
export function nameWords(name: string): string[] {
  const folded = name
    .normalize("NFC")
    .toLowerCase()
    .replace(/[äöüßæøœłıđ]/g, (letter) => spelledOut[letter] ?? letter)
    .normalize("NFD")
    .replace(/\p{M}|['’`.]/gu, (mark) => (mark === "." ? " " : ""));
  const words = folded.split(/[^a-z]+/).filter(Boolean);
  const withoutTitles = words.filter((word) => !titles.has(word));
  return withoutTitles.length > 0 ? withoutTitles : words;
}

/**
 * Kölner Phonetik (Postel 1969) of one folded word: "meyer" and "maier" are both "67". Empty where nothing sounds.
 */
export function cologneCode(word: string): string {
  let code = "";
  let last = "";
  for (let i = 0; i < word.length; i++) {
    const digits = digitsOf(word, i);
    for (const digit of digits) {
      if (digit !== last && (digit !== "0" || code === "")) code += digit;
      last = digit;
    }
  }
  return code;
}

const plainDigits: Record<string, string> = {
  ...spread("aeijouy", "0"),
  ...spread("b", "1"),
  ...spread("fvw", "3"),
  ...spread("gkq", "4"),
  ...spread("l", "5"),
  ...spread("mn", "6"),
  ...spread("r", "7"),
  ...spread("sz", "8"),
};

function spread(letters: string, digit: string): Record<string, string> {
  return Object.fromEntries([...letters].map((letter) => [letter, digit]));
}

function digitsOf(word: string, i: number): string {
  const letter = word[i] as string;
  const before = i > 0 ? (word[i - 1] as string) : "";
  const next = word[i + 1] ?? "";
  const isAny = (letters: string, other: string) => other !== "" && letters.includes(other);
  if (letter === "p") return next === "h" ? "3" : "1";
  if (letter === "d" || letter === "t") return isAny("csz", next) ? "8" : "2";
  if (letter === "x") return isAny("ckq", before) ? "8" : "48";
  if (letter === "c") {
    if (i === 0) return isAny("ahkloqrux", next) ? "4" : "8";
    return !isAny("sz", before) && isAny("ahkoqux", next) ? "4" : "8";
  }
  return plainDigits[letter] ?? "";
}

/** How many letters were left out, added, mistaken or swapped with their neighbour (optimal string alignment). */
export function editDistance(a: string, b: string): number {
  const width = b.length + 1;
  const cells = new Array<number>((a.length + 1) * width).fill(0);
  const at = (i: number, j: number) => cells[i * width + j] as number;
  for (let i = 0; i <= a.length; i++) {
    for (let j = 0; j <= b.length; j++) {
      let best: number;
      if (i === 0 || j === 0) best = i + j;
      else {
        const other = a[i - 1] === b[j - 1] ? 0 : 1;
        best = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + other);
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
          best = Math.min(best, at(i - 2, j - 2) + 1);
      }
      cells[i * width + j] = best;
    }
  }
  return at(a.length, b.length);
}

/**
 * Words that sound the same are nearly the same word. Below two digits a code says too little, and vowels it leaves out
 * altogether: "Marie" has the code of "Meier", but hardly its letters.
 */
const sameSound = 0.85;
const lettersForSound = 0.5;

/** How alike two folded words are, 0 to 1: by their letters, or better by their sound. */
export function wordLikeness(a: string, b: string): number {
  if (a === b) return 1;
  const written = 1 - editDistance(a, b) / Math.max(a.length, b.length);
  const code = cologneCode(a);
  const sounds = written >= lettersForSound && code.length >= 2 && code === cologneCode(b);
  return sounds ? sameSound + (1 - sameSound) * written : written;
}

/**
 * How alike two names are, 0 to 1, in any order of their words: each word of the shorter name with its best partner in
 * the other, longer words weighing more. "Meyer" and "Anna Maier" are alike; what only one of them says is not held
 * against it. 0 where one is empty.
 */
export function nameLikeness(a: string, b: string): number {
  const [shorter, longer] = [nameWords(a), nameWords(b)].sort((x, y) => x.length - y.length) as [
    string[],
    string[],
  ];
  if (shorter.length === 0) return 0;
  const free = [...longer];
  let alike = 0;
  let letters = 0;
  for (const word of shorter.sort((x, y) => y.length - x.length)) {
    const likeness = free.map((other) => wordLikeness(word, other));
    const best = likeness.indexOf(Math.max(...likeness));
    alike += (likeness[best] as number) * word.length;
    letters += word.length;
    free.splice(best, 1);
  }
  return alike / letters;
}

/** From here on two names may well be one person's, heard or typed differently. */
const likelyTheSame = 0.8;

/** Whether a name as heard or typed may be that of a known person. Not enough, alone, to tell anybody's secrets. */
export const namesAgree = (a: string, b: string) => nameLikeness(a, b) >= likelyTheSame;
