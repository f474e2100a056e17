import { Secret, TOTP } from "otpauth";

const period = 30;

export const newSecret = (): string => new Secret({ size: 20 }).base32;

const totpOf = (secret: string, label?: string) =>
  new TOTP({ issuer: "AskProAI", label, digits: 6, period, secret: Secret.fromBase32(secret) });

/** What an authenticator app reads from the QR code. */
export const keyUri = (secret: string, email: string): string => totpOf(secret, email).toString();

/**
 * Clocks may differ by one step of 30 seconds.
 * @returns the step whose code this is, or nothing
 */
export function stepOf(secret: string, code: string, now = Date.now()): number | undefined {
  const delta = totpOf(secret).validate({ token: code, timestamp: now, window: 1 });
  return delta === null ? undefined : TOTP.counter({ period, timestamp: now }) + delta;
}
