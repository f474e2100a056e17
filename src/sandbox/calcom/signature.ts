import { createHmac } from "node:crypto";

/** `X-Cal-Signature-256`: hex HMAC-SHA256 of the raw body; without a secret Cal.com writes this very text. */
export function signCalcom(body: string, secret: string | undefined): string {
  if (!secret) return "no-secret-provided";
  return createHmac("sha256", secret).update(body).digest("hex");
}
