import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { hashSources } from "./build";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "askproai-build-"));
  mkdirSync(join(folder, "src/test"), { recursive: true });
  writeFileSync(join(folder, "src/page.tsx"), "one");
  writeFileSync(join(folder, "package-lock.json"), "{}");
});

afterEach(() => rmSync(folder, { recursive: true }));

test("a build is due when a source changes, moves, comes or goes, and not when only its date does", () => {
  const before = hashSources(folder);
  utimesSync(join(folder, "src/page.tsx"), 0, 0);
  expect(hashSources(folder)).toBe(before);

  writeFileSync(join(folder, "src/page.tsx"), "two");
  const changed = hashSources(folder);
  expect(changed).not.toBe(before);

  renameSync(join(folder, "src/page.tsx"), join(folder, "src/other.tsx"));
  const moved = hashSources(folder);
  expect(moved).not.toBe(changed);

  writeFileSync(join(folder, "package-lock.json"), '{"a":1}');
  expect(hashSources(folder)).not.toBe(moved);
});

test("tests and stand-ins are no part of the build", () => {
  const before = hashSources(folder);
  mkdirSync(join(folder, "src/sandbox"));
  writeFileSync(join(folder, "src/page.test.tsx"), "");
  writeFileSync(join(folder, "src/test/database.ts"), "");
  writeFileSync(join(folder, "src/sandbox/main.ts"), "");
  expect(hashSources(folder)).toBe(before);
});
