import type { Lexicon, WordClass } from "./lexicon";

/** A stretch of words and what it does; `word` is anything else, `pause` marks between clauses are `,`. */
export interface Mark {
  kind: WordClass | "word" | "," | "?";
  text: string;
}

const umlauts: Record<string, string> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };

/** Lower case, no accents, one space between words; punctuation as words of its own. */
export function fold(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => umlauts[letter] ?? letter)
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/['’`´]/g, "")
    .replace(/\?+/g, " ? ")
    .replace(/[^\p{L}\p{N}?]+/gu, (gap) => (/^[\s\-/]*$/.test(gap) ? " " : " , "))
    .replace(/\s+/g, " ")
    .trim();
}

/** What was said, as a row of marks: at each place the longest phrase. */
export function markWords(folded: string, lexicon: Lexicon): Mark[] {
  const marks: Mark[] = [];
  for (let at = 0; at < folded.length; ) {
    const found = longestPhrase(folded, at, lexicon, opensClause(marks.at(-1)));
    const text = found?.text ?? folded.slice(at, nextSpace(folded, at));
    const kind = text === "," || text === "?" ? text : (found?.kind ?? "word");
    marks.push({ kind, text });
    at += text.length + 1;
  }
  return marks;
}

const clauseOpeners: Mark["kind"][] = [",", "?", "yes", "assent", "no", "filler", "name"];
const opensClause = (before: Mark | undefined) => !before || clauseOpeners.includes(before.kind);
const nextSpace = (text: string, from: number) => {
  const space = text.indexOf(" ", from);
  return space < 0 ? text.length : space;
};

function longestPhrase(folded: string, at: number, lexicon: Lexicon, clauseStart: boolean) {
  let longest: { kind: WordClass; text: string } | undefined;
  for (const { kind, pattern } of patternsOf(lexicon)) {
    if (!clauseStart && (kind === "yes" || kind === "question")) continue;
    pattern.lastIndex = at;
    const text = pattern.exec(folded)?.[0].trim();
    if (text && text.length > (longest?.text.length ?? 0)) longest = { kind, text };
  }
  return longest;
}

type Pattern = { kind: WordClass; pattern: RegExp };
const compiled = new WeakMap<Lexicon, Pattern[]>();

function patternsOf(lexicon: Lexicon): Pattern[] {
  const known = compiled.get(lexicon);
  if (known) return known;
  const patterns = Object.entries(lexicon.phrases).flatMap(([kind, phrases]) =>
    phrases.map((phrase) => ({
      kind: kind as WordClass,
      pattern: new RegExp(`(?:${phrase})(?= |$)`, "y"),
    })),
  );
  compiled.set(lexicon, patterns);
  return patterns;
}
