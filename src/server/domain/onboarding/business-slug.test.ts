import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { slugOf } from "@/lib/slug";
import { firstFreeSlug } from "./business-slug";

test.each([
  ["Müller & Söhne GmbH", "mueller-und-soehne-gmbh"],
  ["  Praxis Dr. Weiß  ", "praxis-dr-weiss"],
  ["Café Crème", "cafe-creme"],
  ["../platform", "platform"],
  ["美容", "betrieb"],
  ["!!!", "betrieb"],
  [`${"a".repeat(59)}-b`, "a".repeat(59)],
])("%s is found under %s", (name, slug) => expect(slugOf(name)).toBe(slug));

test("what is taken or reserved is never given away", () => {
  expect(firstFreeSlug("praxis", new Set())).toBe("praxis");
  expect(firstFreeSlug("praxis", new Set(["praxis", "praxis-2"]))).toBe("praxis-3");
  expect(firstFreeSlug("platform", new Set())).toBe("platform-2");
});

test("no page of the app can be covered by a business", () => {
  const pages = readdirSync("src/app", { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !/^[[(_]/.test(entry.name))
    .map(({ name }) => name);
  expect(pages).toContain("platform");
  for (const page of pages) expect(firstFreeSlug(page, new Set())).not.toBe(page);
});
