export type SpeechLanguage = "de" | "en";

/** The language of our sentences for an agent's BCP 47 tag: English for `en-*`, German for all others. */
export function speechLanguage(agentLanguage: string | null | undefined): SpeechLanguage {
  return agentLanguage?.toLowerCase().startsWith("en") ? "en" : "de";
}

/** The same as a page may declare it in `lang`; nothing for an agent of several languages ("multi"). */
export function declaredLanguage(agentLanguage: string | null): string | undefined {
  return agentLanguage && /^[a-z]{2,3}(-[a-z\d]{2,4})*$/i.test(agentLanguage) ? agentLanguage : undefined;
}
