import { createHmac, timingSafeEqual } from "node:crypto";

const FIVE_MINUTES_MS = 5 * 60_000;

const digest = (body: string, apiKey: string, at: number) =>
  createHmac("sha256", apiKey).update(`${body}${at}`).digest();

/** `x-retell-signature` as Retell writes it: HMAC-SHA256 of raw body and timestamp (ms), keyed by the API key. */
export function signRetell(body: string, apiKey: string, at = Date.now()): string {
  return `v=${at},d=${digest(body, apiKey, at).toString("hex")}`;
}

/** Whether the header belongs to this body, five minutes either way. */
export function isRetellSignature(body: string, apiKey: string, header: string, now = Date.now()): boolean {
  const match = /^v=(\d+),d=([0-9a-f]{64})$/i.exec(header);
  if (!match?.[1] || !match[2]) return false;
  const at = Number(match[1]);
  if (Math.abs(now - at) > FIVE_MINUTES_MS) return false;
  return timingSafeEqual(Buffer.from(match[2], "hex"), digest(body, apiKey, at));
}
