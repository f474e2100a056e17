/**
 * What a stretch of words does to an answer.
 * `yes`: a particle of consent, which opens a clause ("ja", "genau"); inside one it is mere colour ("da bin ich ja weg").
 * `assent`: consent as a statement, wherever it stands ("das passt gut", "den nehme ich").
 * `no`: a refusal. `other`: wants something else instead. `reserve`: a condition or an objection without an answer.
 * `obstacle`: why it will not do ("da bin ich im Urlaub"). `pause`: wants to think or to be heard first.
 * `aside`: answers something else ("ich bin noch dran"). `question`: opens a question, at the start of a clause.
 * `name`: somebody introduces themselves. `filler`: says nothing.
 */
export type WordClass =
  | "yes"
  | "assent"
  | "no"
  | "other"
  | "reserve"
  | "obstacle"
  | "pause"
  | "aside"
  | "question"
  | "name"
  | "filler";

/**
 * Phrases per class, folded (lower case, "ae" for "ä", "ss" for "ß", no apostrophes), words apart by one space,
 * otherwise regular expressions. The longest phrase at a place wins; of two equally long ones the class named first.
 */
export interface Lexicon {
  phrases: Readonly<Record<WordClass, readonly string[]>>;
  /** Words no sentence ends with: whoever is heard up to here is still speaking. */
  dangling: readonly string[];
  /** Refusals that take back what was said before, unlike a mere "nein". */
  takesBack: RegExp;
  /** Whether a day or a time of day is named. */
  namesTime(text: string): boolean;
}
