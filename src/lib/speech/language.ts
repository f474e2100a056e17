export const speechLanguages = ["de", "en"] as const;
export type SpeechLanguage = (typeof speechLanguages)[number];

/** The language of our sentences for an agent's BCP 47 tag: English for `en-*`, German for all others. */
export function speechLanguage(agentLanguage: string | null | undefined): SpeechLanguage {
  return agentLanguage?.toLowerCase().startsWith("en") ? "en" : "de";
}
