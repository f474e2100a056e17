import { describe, expect, test } from "vitest";
import { nestsDeeper, parseWellFormedJson } from "./json";

describe("half a surrogate pair", () => {
  test("becomes U+FFFD; whole pairs and escaped backslashes stay", () => {
    const text = String.raw`{"half":"\ud83d x","pair":"\ud83c\udf3b","written":"\\ud83d","\udfff":1}`;
    expect(parseWellFormedJson(text)).toEqual({
      half: "\ufffd x",
      pair: "🌻",
      written: String.raw`\ud83d`,
      "\ufffd": 1,
    });
  });
});

test("nesting is counted to its limit and no further", () => {
  expect(nestsDeeper({ a: [{ b: 1 }] }, 3)).toBe(false);
  expect(nestsDeeper({ a: [{ b: 1 }] }, 2)).toBe(true);
  expect(nestsDeeper("text", 0)).toBe(false);
  expect(nestsDeeper(JSON.parse(`${"[".repeat(100_000)}${"]".repeat(100_000)}`), 20)).toBe(true);
});
