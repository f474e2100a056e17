import { parsePhoneNumberFromString } from "libphonenumber-js/max";

/** E.164 of a number as people or carriers write it; German where no country is given. Undefined if it is none. */
export function toE164(raw: string | null | undefined): string | undefined {
  if (!raw) return undefined;
  const parsed = parsePhoneNumberFromString(raw, "DE");
  return parsed?.isPossible() ? parsed.number : undefined;
}

/** Grouped as people read it: "0176 12345678" at home, "+43 1 234567" from abroad. */
export function formatPhone(e164: string): string {
  const parsed = parsePhoneNumberFromString(e164);
  if (!parsed) return e164;
  return parsed.country === "DE" ? parsed.formatNational() : parsed.formatInternational();
}

/** For logs: enough to recognise, too little to call. */
export function maskPhone(e164: string | null | undefined): string {
  return e164 ? `${e164.slice(0, 5)}…${e164.slice(-2)}` : "hidden";
}
