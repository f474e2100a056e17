import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

const version = "v1";

/**
 * Encrypts a tenant's secret for the database (AES-256-GCM).
 * @param keyBase64 32 bytes in base64
 */
export function seal(plain: string, keyBase64: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", Buffer.from(keyBase64, "base64"), nonce);
  const data = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
  return [version, ...[nonce, cipher.getAuthTag(), data].map((part) => part.toString("base64url"))].join(".");
}

/** @throws Error when the text was not sealed with this key, or was changed since. */
export function unseal(sealed: string, keyBase64: string): string {
  const [found, nonce, tag, data] = sealed.split(".");
  if (found !== version || !nonce || !tag || data === undefined) throw new Error("not a sealed secret");
  const decipher = createDecipheriv(
    "aes-256-gcm",
    Buffer.from(keyBase64, "base64"),
    Buffer.from(nonce, "base64url"),
    {
      authTagLength: 16,
    },
  );
  decipher.setAuthTag(Buffer.from(tag, "base64url"));
  return Buffer.concat([decipher.update(Buffer.from(data, "base64url")), decipher.final()]).toString("utf8");
}
