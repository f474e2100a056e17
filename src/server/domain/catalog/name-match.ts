export interface Named {
  name: string;
  /** Other names people use for it. */
  synonyms?: readonly string[];
}

/** One thing that can be meant, or the nearest things to ask about: never a default. */
export type NameMatch<T> = { match: T } | { candidates: T[] };

const maxCandidates = 3;

/**
 * Finds what a caller named. It is found when it is called exactly that, or when the caller said only part of a name
 * that no other entry shares. Case, umlauts, hyphens, titles and little words do not count.
 */
export function matchName<T extends Named>(entries: readonly T[], spoken: string): NameMatch<T> {
  const said = words(spoken);
  const wanted = said.join("");
  if (wanted === "") return { candidates: entries.slice(0, maxCandidates) };
  const known = entries.map((entry) => {
    const names = [entry.name, ...(entry.synonyms ?? [])].map(words);
    return {
      entry,
      same: names.some((name) => name.join("") === wanted),
      partly: names.some((name) => said.every((word) => name.includes(word))),
      inside: wanted.length >= 4 && names.some((name) => name.join("").includes(wanted)),
      score: Math.max(...names.flatMap((name) => [name.join(""), ...name]).map((n) => similarity(n, wanted))),
    };
  });
  const same = known.filter((k) => k.same);
  if (same.length === 1 && same[0]) return { match: same[0].entry };
  const possible = same.length > 0 ? same : known.filter((k) => k.partly || k.inside);
  if (possible.length === 1 && possible[0]?.partly) return { match: possible[0].entry };
  const nearest = (possible.length > 1 ? possible : known).toSorted((a, b) => b.score - a.score);
  return { candidates: nearest.slice(0, maxCandidates).map((k) => k.entry) };
}

const littleWords = new Set(
  (
    "herr herrn frau fraeulein dr doktor prof professor ein eine einen einer eines der die das dem den des " +
    "bei beim zu zum zur von vom mit fuer in im am an und oder gern gerne bitte termin filiale standort"
  ).split(" "),
);

/** "Herren-Haarschnitt für Fräulein Müßig" → herren, haarschnitt, muessig. */
function words(name: string): string[] {
  const all = name
    .toLowerCase()
    .replaceAll("ä", "ae")
    .replaceAll("ö", "oe")
    .replaceAll("ü", "ue")
    .replaceAll("ß", "ss")
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
  const telling = all.filter((word) => !littleWords.has(word));
  return telling.length > 0 ? telling : all;
}

/** Shared pairs of letters, 0 to 1 (Dice's coefficient). */
function similarity(a: string, b: string): number {
  const [left, right] = [pairs(a), pairs(b)];
  if (left.length === 0 || right.length === 0) return 0;
  const rest = [...right];
  const shared = left.filter((pair) => {
    const at = rest.indexOf(pair);
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  });
  return (2 * shared.length) / (left.length + right.length);
}

const pairs = (text: string) =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2));
