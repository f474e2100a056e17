import { parsePhoneNumberFromString } from "libphonenumber-js/max";

/** E.164 of a number as people or carriers write it; German where no country is given. Undefined if it is none. */
export function toE164(raw: string | null | undefined): string | undefined {
  if (!raw) return undefined;
  const parsed = parsePhoneNumberFromString(raw, "DE");
  return parsed?.isPossible() ? parsed.number : undefined;
}

/** Without a zero or a plus in front, what is this short is a number within a town that nobody named. */
export const lacksAreaCode = (text: string) => /^[^+0-9]*[1-9](?:\D*\d){2,7}\D*$/.test(text);

/**
 * E.164 of a number as somebody wrote it down, or as a spreadsheet kept it: without the plus or the zero in front.
 * Undefined where the area code is missing.
 */
export function readWrittenPhone(text: string): string | undefined {
  if (lacksAreaCode(text)) return undefined;
  const digits = digitsOf(text);
  // Longer than any number of Germany's area codes 049…
  const lostPlus = /^[^+\d]*49/.test(text) && digits.length >= 11;
  return toE164(lostPlus ? `+${digits}` : text);
}

const digitsOf = (text: string) => text.replace(/\D/g, "");

/** For logs: enough to recognise, too little to call. */
export function maskPhone(e164: string | null | undefined): string {
  return e164 ? `${e164.slice(0, 5)}…${e164.slice(-2)}` : "hidden";
}
