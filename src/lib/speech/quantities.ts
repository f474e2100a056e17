import type { SpeechLanguage } from "./language";

/** "39 Euro", "39 Euro 50", "50 Cent": whole words, so that no voice reads a decimal point. */
export function speakMoney(cents: number, language: SpeechLanguage): string {
  const euros = Math.floor(cents / 100);
  const rest = cents % 100;
  const euro = language === "de" ? "Euro" : euros === 1 ? "euro" : "euros";
  const cent = language === "de" ? "Cent" : rest === 1 ? "cent" : "cents";
  if (rest === 0) return `${euros} ${euro}`;
  return euros === 0 ? `${rest} ${cent}` : `${euros} ${euro} ${rest}`;
}

/** "30 Minuten", "eine Stunde", "2 Stunden und 15 Minuten". */
export function speakDuration(minutes: number, language: SpeechLanguage): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const de = language === "de";
  const hourText = hours === 1 ? (de ? "eine Stunde" : "one hour") : `${hours} ${de ? "Stunden" : "hours"}`;
  const minuteText =
    rest === 1 ? (de ? "eine Minute" : "one minute") : `${rest} ${de ? "Minuten" : "minutes"}`;
  if (hours === 0) return minuteText;
  return rest === 0 ? hourText : `${hourText} ${de ? "und" : "and"} ${minuteText}`;
}
