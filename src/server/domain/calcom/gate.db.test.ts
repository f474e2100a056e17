import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { calcomConnections } from "@/server/db/schema";
import { type CalcomBusiness, createCalcomBusiness } from "@/test/calcom";
import { getCalcomConnection } from "./connection";
import type { Urgency } from "./gate";

let business: CalcomBusiness;
beforeEach(async () => {
  business = await createCalcomBusiness();
});
afterEach(() => business.close());

let page = 0;
/** A question nobody else asks, as another process would ask it; what went wrong, or "answered". */
async function ask(urgency: Urgency = "call", timeoutMs = 500): Promise<string> {
  const { client } = await getCalcomConnection(business.ctx, { timeoutMs, urgency });
  return client.listUpcomingBookings(page++).then(
    () => "answered",
    (error: { failure: string }) => error.failure,
  );
}
const askTimes = (times: number, urgency?: Urgency, timeoutMs?: number) =>
  Promise.all(Array.from({ length: times }, () => ask(urgency, timeoutMs)));
const arrived = () => business.requests().length;
const connection = async () => {
  const [row] = await business.ctx.db
    .select()
    .from(calcomConnections)
    .where(eq(calcomConnections.tenantId, business.ctx.tenant.id));
  return row;
};
const windowEnds = () =>
  business.ctx.db
    .update(calcomConnections)
    .set({ pausedUntil: new Date(Date.now() - 1) })
    .where(eq(calcomConnections.tenantId, business.ctx.tenant.id));

test("after five failures only one request in a window asks whether Cal.com is back; its answer lets everybody in", async () => {
  business.sandbox.faults.set({ calcom: [{ fault: "500" }] });
  for (let i = 0; i < 8; i++) await ask();
  expect(arrived()).toBe(5);
  await windowEnds();
  expect((await askTimes(6)).filter((outcome) => outcome !== "paused")).toEqual(["unavailable"]);
  expect(arrived()).toBe(6);
  expect(await ask()).toBe("paused");
  business.sandbox.faults.set({ calcom: [] });
  await windowEnds();
  expect(await ask()).toBe("answered");
  expect(await askTimes(3)).toEqual(["answered", "answered", "answered"]);
  expect(await connection()).toMatchObject({ failures: 0, pausedUntil: null });
});

test("a single failure between answers opens nothing", async () => {
  for (let i = 0; i < 3; i++) {
    business.sandbox.faults.set({ calcom: [{ fault: "html", times: 2 }] });
    expect([await ask(), await ask(), await ask()]).toEqual(["unavailable", "unavailable", "answered"]);
  }
});

test("Retry-After is honoured by every process", async () => {
  business.sandbox.faults.set({ calcom: [{ fault: "429", retryAfterSeconds: 42, times: 1 }] });
  expect(await ask()).toBe("rate_limited");
  const before = arrived();
  expect(await askTimes(3)).toEqual(["paused", "paused", "paused"]);
  expect(arrived()).toBe(before);
  const waitMs = ((await connection())?.pausedUntil?.getTime() ?? 0) - Date.now();
  expect(waitMs).toBeGreaterThan(38_000);
  expect(waitMs).toBeLessThanOrEqual(42_000);
});

test("the background leaves room for calls, and both together stay within the window", async () => {
  const outcomes = await askTimes(20, "background", 300);
  expect(outcomes.filter((outcome) => outcome === "answered")).toHaveLength(8);
  expect(await askTimes(7, "call", 300)).toEqual(Array(7).fill("answered"));
  expect(await ask("call", 300)).toBe("paused");
  expect(arrived()).toBe(15);
});

test("the same question asked at once is asked once", async () => {
  business.sandbox.faults.set({ calcom: [{ fault: "slow", delayMs: 200 }] });
  const { client } = await getCalcomConnection(business.ctx, { timeoutMs: 2_000, urgency: "call" });
  await Promise.all(Array.from({ length: 20 }, () => client.listUpcomingBookings(0)));
  expect(arrived()).toBe(1);
});
