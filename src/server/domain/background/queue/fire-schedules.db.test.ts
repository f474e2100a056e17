import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { jobRuns, jobSchedules } from "@/server/db/schema";
import { platformContext } from "@/test/factories";
import { fireSchedules, planSchedules } from "./fire-schedules";
import type { JobFunction } from "./job-function";

const ctx = platformContext();
let fn: JobFunction;

beforeEach(() => {
  const schedule = { cron: "*/15 * * * *", pattern: "*/15 * * * *", timeZone: "UTC" };
  fn = { id: `cron-${randomUUID()}`, events: [], schedules: [schedule], maxAttempts: 1 };
});
const firedAt = async () =>
  (await ctx.db.select().from(jobRuns).where(eq(jobRuns.functionId, fn.id)))
    .map((run) => run.scheduledFor?.toISOString())
    .toSorted();

describe("a schedule", () => {
  test("fires once per instant, however many processes watch it", async () => {
    await planSchedules(ctx, [fn], new Date("2026-03-01T10:00:00Z"));
    for (const at of ["2026-03-01T10:15:00Z", "2026-03-01T10:15:01Z", "2026-03-01T10:30:00Z"]) {
      await Promise.all(Array.from({ length: 6 }, () => fireSchedules(ctx, [fn], new Date(at))));
    }
    expect(await firedAt()).toEqual(["2026-03-01T10:15:00.000Z", "2026-03-01T10:30:00.000Z"]);
  });

  test("does not fire before it is due, and says when it will be", async () => {
    await planSchedules(ctx, [fn], new Date("2026-03-01T10:00:00Z"));
    const next = await fireSchedules(ctx, [fn], new Date("2026-03-01T10:14:59Z"));
    expect(next?.toISOString()).toBe("2026-03-01T10:15:00.000Z");
    expect(await firedAt()).toEqual([]);
  });

  test("that fell due many times while everything was down fires once at the start", async () => {
    await planSchedules(ctx, [fn], new Date("2026-03-01T10:00:00Z"));
    const start = new Date("2026-03-02T08:07:00Z");
    await planSchedules(ctx, [fn], start);
    const next = await fireSchedules(ctx, [fn], start);
    expect(await firedAt()).toEqual(["2026-03-01T10:15:00.000Z"]);
    expect(next?.toISOString()).toBe("2026-03-02T08:15:00.000Z");
  });

  test("control: the database itself refuses a second run for the same instant", async () => {
    const at = new Date("2026-03-01T10:00:00Z");
    await planSchedules(ctx, [fn], at);
    const fire = () => fireSchedules(ctx, [fn], new Date("2026-03-01T10:15:00Z"));
    await fire();
    await ctx.db
      .update(jobSchedules)
      .set({ nextAt: new Date("2026-03-01T10:15:00Z") })
      .where(eq(jobSchedules.functionId, fn.id));
    await fire();
    expect(await firedAt()).toEqual(["2026-03-01T10:15:00.000Z"]);
  });
});
