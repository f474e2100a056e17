import type { SpeechLanguage } from "./language";

const listsIn = (language: SpeechLanguage) => ({
  conjunction: new Intl.ListFormat(language, { type: "conjunction" }),
  disjunction: new Intl.ListFormat(language, { type: "disjunction" }),
});
const lists = { de: listsIn("de"), en: listsIn("en") };

/** "Anna, Ben und Carla", "A oder B", "A, B, or C". */
export function speakList(items: string[], language: SpeechLanguage, word: "and" | "or" = "and"): string {
  const type = word === "and" ? "conjunction" : "disjunction";
  return lists[language][type].format(items);
}
