import type { SpeechLanguage } from "@/lib/speech/language";
import { de, type Sentences } from "./de";
import { en } from "./en";

export type { Sentences };

/** Everything the agent says from us, in one place per language. */
export const sentencesFor = (language: SpeechLanguage): Sentences => (language === "en" ? en : de);
