import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Store } from "./store";

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "sandbox-store-"));
});

afterEach(() => rmSync(directory, { recursive: true }));

describe("the store", () => {
  it("keeps what it held across a restart", () => {
    const before = new Store(directory);
    before.collection<string>("names", 10).set("a", "Anna");
    before.save();
    expect(new Store(directory).collection<string>("names", 10).get("a")).toBe("Anna");
  });

  it("forgets the oldest when there are too many", () => {
    const names = new Store(undefined).collection<number>("names", 2);
    for (const [index, key] of ["a", "b", "c"].entries()) names.set(key, index);
    expect(names.values()).toEqual([1, 2]);
  });

  it("starts empty where the file was cut short", () => {
    writeFileSync(join(directory, "state.json"), '{"names":[["a"');
    expect(new Store(directory).collection<string>("names", 10).values()).toEqual([]);
  });
});
