import { equalDigests, hmacSha256Hex } from "@/lib/signatures";

/**
 * Cal.com's `X-Cal-Signature-256`: hex HMAC-SHA256 of the raw body. Without a secret Cal.com sends the words
 * "no-secret-provided", which is no digest and therefore refused. There is no timestamp: replays are told apart by
 * their content.
 */
export function verifyCalcomSignature(body: Uint8Array, header: string | null, secret: string): boolean {
  return header !== null && equalDigests(header.trim().replace(/^sha256=/, ""), hmacSha256Hex(secret, body));
}
