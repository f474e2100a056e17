import { cologneCode, nameWords } from "./phonetic";

/**
 * The keys a customer is found by, each the beginning or the whole of what somebody may type, so that every search is a
 * short stretch of one index: `w` as written, `s` as it sounds, `t` with one letter missing (which also finds one letter
 * too many, a wrong one and two swapped), `d` the number from its end.
 */
const mostWords = 4;
const wordLength = 30;
const typoLength = 8;
const shortestTypo = 4;
export const fewestLastDigits = 4;

export function customerKeys({ name, phone }: { name: string | null; phone: string | null }): string[] {
  const words = name ? [...new Set(nameWords(name))].slice(0, mostWords) : [];
  const keys = [
    ...pairsOf(words).map((pair) => writtenKey(pair)),
    ...pairsOf(words).map((pair) => soundKey(pair) ?? []),
    ...words.flatMap((word) => typoKeys(word)),
    phone ? lastDigitsKey(phone) : [],
  ];
  return [...new Set(keys.flat())];
}

/** Every word with every other behind it, so that "Anna Lena Maier" is found as "Maier Anna" as well. */
function pairsOf(words: readonly string[]): string[][] {
  if (words.length < 2) return words.length === 0 ? [] : [[...words]];
  return words.flatMap((first) => words.filter((other) => other !== first).map((second) => [first, second]));
}

/** Two words at most; the last may be the beginning of one. */
export const writtenKey = (words: readonly string[]) =>
  `w${words
    .slice(0, 2)
    .map((word) => word.slice(0, wordLength))
    .join(" ")}`;

/** Undefined where a word has no sound of its own, as "h". */
export function soundKey(words: readonly string[]): string | undefined {
  const codes = words.slice(0, 2).map((word) => cologneCode(word.slice(0, wordLength)));
  return codes.every(Boolean) && codes.length > 0
    ? `s${codes.map((code) => `${code}.`).join("")}`
    : undefined;
}

/** The first letter is taken to be right. */
export function typoKeys(word: string): string[] {
  const start = word.slice(0, typoLength);
  if (start.length < shortestTypo) return [];
  const shortened = Array.from(
    { length: start.length - 1 },
    (_, i) => start.slice(0, i + 1) + start.slice(i + 2),
  );
  return [...new Set([start, ...shortened])].map((key) => `t${key}`);
}

export const lastDigitsKey = (phone: string) =>
  `d${[...phone.replace(/\D/g, "")].reverse().join("").slice(0, 12)}`;
