import { toE164 } from "@/lib/phone";

/** "UNAVAILABLE" as carriers spell it on a telephone's keys; the other such words make no possible number. */
const unavailable = "+86282452253";

/** E.164, or null for callers who hide their number: "anonymous", "unknown", "restricted", empty or missing. */
export function callerNumber(raw: string | null | undefined): string | null {
  const number = toE164(raw);
  return number === undefined || number === unavailable ? null : number;
}
