import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, describe, expect, test } from "vitest";
import { connect } from "@/server/db";
import { workerDatabaseUrl } from "@/test/database";
import { resetPoints, returnPoint, takePoint } from "./rate-limiter";

/** What app processes share is the database, so each of these stands for one. */
const processes = [1, 2, 3].map(() => connect(workerDatabaseUrl(), 5));
const [first, second] = processes as [(typeof processes)[0], (typeof processes)[0]];
afterAll(() => Promise.all(processes.map((process) => process.$client.end())));

const limit = { name: "test", points: 20, windowSeconds: 60 };

describe("a limit", () => {
  test("lets exactly its points through, however many processes race for them", async () => {
    const key = randomUUID();
    const attempts = processes.flatMap((process) =>
      Array.from({ length: 15 }, () => takePoint(process, limit, key)),
    );
    const states = await Promise.all(attempts);
    expect(states.filter((state) => state.allowed)).toHaveLength(20);
    const refused = states.find((state) => !state.allowed);
    expect(refused?.remaining).toBe(0);
    expect(refused?.resetMs).toBeGreaterThan(0);
    expect((await takePoint(first, limit, randomUUID())).remaining).toBe(19);
  });

  test("begins anew with the next window", async () => {
    const short = { name: "test-short", points: 1, windowSeconds: 1 };
    const key = randomUUID();
    expect((await takePoint(first, short, key)).allowed).toBe(true);
    const refused = await takePoint(second, short, key);
    expect(refused.allowed).toBe(false);
    await delay(refused.resetMs + 50);
    expect((await takePoint(first, short, key)).allowed).toBe(true);
    await delay(1_050);
    expect((await takePoint(second, short, key)).allowed).toBe(true);
  });

  test("gives points back, one or all", async () => {
    const key = randomUUID();
    for (let i = 0; i < 5; i++) await takePoint(first, limit, key);
    await returnPoint(second, limit, key);
    expect((await takePoint(first, limit, key)).remaining).toBe(15);
    await resetPoints(second, limit, key);
    expect((await takePoint(first, limit, key)).remaining).toBe(19);
  });
});
