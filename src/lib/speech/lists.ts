import type { SpeechLanguage } from "./language";

/** "Anna, Ben und Carla", "A oder B", "A, B, or C". */
export function speakList(items: string[], language: SpeechLanguage, word: "and" | "or" = "and"): string {
  const type = word === "and" ? "conjunction" : "disjunction";
  return new Intl.ListFormat(language, { type }).format(items);
}
