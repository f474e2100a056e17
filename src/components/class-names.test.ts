import { readdirSync, readFileSync } from "node:fs";
import { extendTailwindMerge } from "tailwind-merge";
import { expect, test } from "vitest";
import { cn } from "./class-names";

const whole = extendTailwindMerge({
  extend: {
    theme: { radius: ["control", "surface"] },
    classGroups: { "font-size": [{ text: ["table", "title"] }] },
  },
});

const variants = /^([a-z-]+(\[[^\]]*\])?:)+|^\[&[^\]]*\]:/;
/** Class names, and words that look like it, as they stand in the source of components and pages. */
const written = ["src/components", "src/app"]
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".tsx"))
      .flatMap((file) => readFileSync(`${folder}/${file}`, "utf8").match(/"[^"\n]*"/g) ?? []),
  )
  .flatMap((text) => text.slice(1, -1).split(/\s+/))
  .map((word) => word.replace(variants, ""))
  .filter((word) => /^-?[a-z]+(-[\w./[\]()%-]+|$)/.test(word) && !/^(top|bottom)-center$/.test(word));
const words = [...new Set(written)];

const kin = [
  ["size", "w", "h"],
  ["inset", "top", "right", "bottom", "left"],
  ["p", "px", "py", "pt", "pr", "pb", "pl"],
  ["m", "mx", "my", "mt", "mr", "mb", "ml"],
  ["text", "leading"],
  ["flex", "basis", "grow", "shrink"],
  ["block", "inline", "flex", "grid", "contents", "hidden", "table", "flow", "line", "overflow"],
  ["static", "fixed", "absolute", "relative", "sticky"],
  ["underline", "no", "line"],
];
const stemOf = (word: string) => /^-?([a-z]+)/.exec(word)?.[1] ?? "";
const areKin = (one: string, other: string) =>
  one !== other &&
  (stemOf(one) === stemOf(other) ||
    kin.some((stems) => stems.includes(stemOf(one)) && stems.includes(stemOf(other))));

test("every class name of the house wins over its kin as in tailwind-merge's whole table", () => {
  expect(words.length).toBeGreaterThan(300);
  const different = words.flatMap((one) =>
    words
      .filter((other) => areKin(one, other) && cn(one, other) !== whole(one, other))
      .map((other) => `${one} ${other}`),
  );
  expect(different).toEqual([]);
}, 30_000);
