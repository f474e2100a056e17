export type SpeechLanguage = "de" | "en";

/** The language of our sentences for an agent's BCP 47 tag: English for `en-*`, German for all others. */
export function speechLanguage(agentLanguage: string | null | undefined): SpeechLanguage {
  return agentLanguage?.toLowerCase().startsWith("en") ? "en" : "de";
}
