import { equalDigests, hmacSha256Hex } from "@/lib/signatures";

const toleranceMs = 5 * 60 * 1000;

/**
 * Retell's own signature, `v=<unix ms>,d=<hex>` over raw body + timestamp under the API key. Ours instead of the
 * SDK's, which changed from sync to async between majors: an un-awaited promise is truthy and verifies everything.
 */
export function verifyRetellSignature(
  rawBody: string | Uint8Array,
  header: string | null,
  apiKey: string,
  now: Date = new Date(),
): boolean {
  const match = /^v=(\d{1,15}),d=([0-9a-f]{64})$/i.exec(header ?? "");
  if (!match?.[1] || !match[2]) return false;
  const [, timestamp, digest] = match;
  if (Math.abs(now.getTime() - Number(timestamp)) > toleranceMs) return false;
  return equalDigests(digest, hmacSha256Hex(apiKey, rawBody, timestamp));
}

/** What Retell puts into `x-retell-signature`. */
export function signRetellBody(rawBody: string, apiKey: string, now: Date = new Date()): string {
  const timestamp = String(now.getTime());
  return `v=${timestamp},d=${hmacSha256Hex(apiKey, rawBody, timestamp)}`;
}

/** The signature documented to partners: hex HMAC-SHA256 of the body under the shared secret, no timestamp. */
export function verifyPartnerSignature(
  rawBody: string | Uint8Array,
  header: string | null,
  secret: string,
): boolean {
  return equalDigests(header?.replace(/^sha256=/i, "") ?? "", hmacSha256Hex(secret, rawBody));
}
