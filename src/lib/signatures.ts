import { createHmac, timingSafeEqual } from "node:crypto";

/** Lowercase hex HMAC-SHA256 over the parts, one after the other with nothing between them. */
export function hmacSha256Hex(key: string, ...parts: (string | Uint8Array)[]): string {
  const hmac = createHmac("sha256", key);
  for (const part of parts) hmac.update(part);
  return hmac.digest("hex");
}

/** Compares two SHA-256 digests in hex, of either case, without telling by its duration where they differ. */
export function equalDigests(a: string, b: string): boolean {
  const sha256Hex = /^[0-9a-f]{64}$/i;
  if (!sha256Hex.test(a) || !sha256Hex.test(b)) return false;
  return timingSafeEqual(Buffer.from(a, "hex"), Buffer.from(b, "hex"));
}
