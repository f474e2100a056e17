import { type Clock, type Input, type Understanding, understand } from "../german-time";
import { understandWith } from "../german-time/understand";

type Understand = (input: Input, clock: Clock) => Understanding;

/** `understand` for the language a caller speaks. What English needs is loaded with the first English caller. */
export async function understandIn(language: "de" | "en"): Promise<Understand> {
  if (language === "de") return understand;
  const { interpretEnglish } = await import("./interpret-english");
  return (input, clock) => understandWith(interpretEnglish, input, clock);
}
