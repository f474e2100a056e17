import { sign } from "retell-sdk/lib/webhook_auth";
import { describe, expect, test } from "vitest";
import { hmacSha256Hex } from "@/lib/signatures";
import { verifyPartnerSignature, verifyRetellSignature } from "./signature";

const key = "key_0123456789abcdef";
const body = JSON.stringify({ event: "call_ended", call: { call_id: "call_1", transcript: "Grüße 🌻" } });
const at = new Date("2026-11-22T10:00:00.000Z");
const later = (ms: number) => new Date(at.getTime() + ms);
const signedAt = (moment: Date) => {
  const v = String(moment.getTime());
  return `v=${v},d=${hmacSha256Hex(key, body, v)}`;
};

describe("Retell's signature", () => {
  test("is the one its own SDK makes, over text and over raw bytes", async () => {
    const header = await sign(body, key);
    expect(verifyRetellSignature(body, header, key)).toBe(true);
    expect(verifyRetellSignature(new TextEncoder().encode(body), header, key)).toBe(true);
  });

  test.each([
    [0, true],
    [300_000, true],
    [-300_000, true],
    [300_001, false],
    [-300_001, false],
  ])("counts five minutes either way to the millisecond (%i ms: %s)", (offset, accepted) => {
    expect(verifyRetellSignature(body, signedAt(at), key, later(offset))).toBe(accepted);
  });

  test("does not survive another key, body, time or shape", () => {
    const good = signedAt(at);
    expect(verifyRetellSignature(body, good, key, at)).toBe(true);
    expect(
      verifyRetellSignature(body, good.toUpperCase().replace("V=", "v=").replace("D=", "d="), key, at),
    ).toBe(true);
    expect(verifyRetellSignature(body, good, `${key}x`, at)).toBe(false);
    expect(verifyRetellSignature(`${body} `, good, key, at)).toBe(false);
    expect(verifyRetellSignature(body, good.replace("v=1", "v=2"), key, at)).toBe(false);
    for (const bad of [
      null,
      "",
      `${good} `,
      ` ${good}`,
      `${good},x=1`,
      good.slice(0, -1),
      good.replace(",d", ", d"),
      hmacSha256Hex(key, body),
      `v=,d=${"0".repeat(64)}`,
      `v=1e3,d=${"0".repeat(64)}`,
      `t=${at.getTime() / 1000},v1=${hmacSha256Hex(key, `${at.getTime() / 1000}.${body}`)}`,
    ]) {
      expect(verifyRetellSignature(body, bad, key, at)).toBe(false);
    }
  });
});

describe("the partner signature", () => {
  const secret = "partner-secret-0123456789";
  test("is the plain hex HMAC of the body, with or without sha256=", () => {
    const digest = hmacSha256Hex(secret, body);
    expect(verifyPartnerSignature(body, digest, secret)).toBe(true);
    expect(verifyPartnerSignature(body, `sha256=${digest}`, secret)).toBe(true);
    for (const bad of [null, "", "sha256=", digest.slice(1), `sha256=sha256=${digest}`, `v=1,d=${digest}`])
      expect(verifyPartnerSignature(body, bad, secret)).toBe(false);
    expect(verifyPartnerSignature(`${body}\n`, digest, secret)).toBe(false);
    expect(verifyPartnerSignature(body, hmacSha256Hex(`${secret}x`, body), secret)).toBe(false);
  });
});
