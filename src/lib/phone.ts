import { parsePhoneNumberFromString } from "libphonenumber-js/max";

/** E.164 of a number as people or carriers write it; German where no country is given. Undefined if it is none. */
export function toE164(raw: string | null | undefined): string | undefined {
  if (!raw) return undefined;
  const parsed = parsePhoneNumberFromString(raw, "DE");
  return parsed?.isPossible() ? parsed.number : undefined;
}

/** For logs: enough to recognise, too little to call. */
export function maskPhone(e164: string | null | undefined): string {
  return e164 ? `${e164.slice(0, 5)}…${e164.slice(-2)}` : "hidden";
}
