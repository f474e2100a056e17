import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { seal, unseal } from "./secret-box";

const key = randomBytes(32).toString("base64");

describe("secret box", () => {
  test("gives back what was sealed, and never the same text twice", () => {
    expect(unseal(seal("cal_live_größe", key), key)).toBe("cal_live_größe");
    expect(seal("a", key)).not.toBe(seal("a", key));
  });

  test("refuses another key and any changed character", () => {
    const sealed = seal("secret", key);
    expect(() => unseal(sealed, randomBytes(32).toString("base64"))).toThrow();
    const flipped = sealed.slice(0, -1) + (sealed.endsWith("A") ? "B" : "A");
    expect(() => unseal(flipped, key)).toThrow();
    expect(() => unseal("secret", key)).toThrow();
  });
});
