import { setImmediate as turn } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import type { Database } from "@/server/db";
import { sharedRead } from "./shared-read";

const db = {} as Database;

/** A source whose value changes, and that says how often it was read. */
function source() {
  const state = { value: 0, reads: 0 };
  const read = async () => {
    state.reads++;
    const { value } = state;
    await turn();
    return value;
  };
  return { state, ask: (key = "a") => sharedRead(db, key, read) };
}

describe("a shared read", () => {
  it("answers a hundred who ask at once with two reads", async () => {
    const { state, ask } = source();
    await Promise.all(Array.from({ length: 100 }, () => ask()));
    expect(state.reads).toBe(2);
  });

  it("never answers with what was true before the question", async () => {
    const { state, ask } = source();
    const early = ask();
    state.value = 1;
    const late = ask();
    expect([await early, await late]).toEqual([0, 1]);
    state.value = 2;
    expect(await ask()).toBe(2);
  });

  it("keeps different keys apart, and forgets what has ended", async () => {
    const { state, ask } = source();
    await Promise.all([ask("a"), ask("b")]);
    await ask("a");
    expect(state.reads).toBe(3);
  });

  it("passes a failure to those who shared it only", async () => {
    let failing = true;
    const ask = () =>
      sharedRead(db, "failing", async () => {
        const fails = failing;
        await turn();
        if (fails) throw new Error("away");
        return "back";
      });
    const first = ask();
    failing = false;
    const second = ask();
    await expect(first).rejects.toThrow("away");
    expect(await second).toBe("back");
  });
});
