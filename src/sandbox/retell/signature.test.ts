import { createHmac } from "node:crypto";
import { verify } from "retell-sdk/lib/webhook_auth";
import { describe, expect, it } from "vitest";
import { isRetellSignature, signRetell } from "./signature";

const key = "key_0123456789";
const body = '{"event":"call_ended","call":{"transcript":"Grüße"}}';

describe("x-retell-signature", () => {
  it("is v=<ms>,d=<hex HMAC-SHA256 of body and timestamp without a separator>", () => {
    const at = 1_764_000_000_000;
    const digest = createHmac("sha256", key)
      .update(body + at)
      .digest("hex");
    expect(signRetell(body, key, at)).toBe(`v=${at},d=${digest}`);
  });

  it("is accepted by Retell's own SDK, and by no other key or body", async () => {
    const header = signRetell(body, key);
    expect(await verify(body, key, header)).toBe(true);
    expect(await verify(`${body} `, key, header)).toBe(false);
    expect(await verify(body, "another key", header)).toBe(false);
  });

  it("is read back five minutes either way and not a second longer", () => {
    const at = 1_764_000_000_000;
    const header = signRetell(body, key, at);
    for (const drift of [-300_000, 0, 300_000]) {
      expect(isRetellSignature(body, key, header, at + drift)).toBe(true);
    }
    for (const drift of [-300_001, 300_001]) {
      expect(isRetellSignature(body, key, header, at + drift)).toBe(false);
    }
  });

  it("is refused when anything is wrong with its form", () => {
    const header = signRetell(body, key);
    for (const broken of [
      "",
      "v=1",
      header.replace("v=", "t="),
      `${header}0`,
      ` ${header}`,
      header.slice(0, -2),
    ]) {
      expect(isRetellSignature(body, key, broken)).toBe(false);
    }
  });
});
