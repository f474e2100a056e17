import { expect, test } from "vitest";
import { backoffMs, retryAfterMs } from "./backoff";

test("waits longer after each failure, an hour at most", () => {
  const waits = [1, 2, 3, 4, 20].map((failedTries) => backoffMs(failedTries, 0.5));
  expect(waits).toEqual([1_000, 4_000, 16_000, 64_000, 3_600_000]);
});

test("spreads what failed together over half of the wait", () => {
  expect([backoffMs(2, 0), backoffMs(2, 1)]).toEqual([3_000, 5_000]);
});

test("reads Retry-After as seconds, as an HTTP date and as an ISO date, and never waits a negative time", () => {
  const now = Date.parse("2026-11-22T10:00:00Z");
  expect(retryAfterMs("90", now)).toBe(90_000);
  expect(retryAfterMs("Sun, 22 Nov 2026 10:00:30 GMT", now)).toBe(30_000);
  expect(retryAfterMs("2026-11-22T10:00:05.000Z", now)).toBe(5_000);
  expect(retryAfterMs("2026-11-22T09:00:00Z", now)).toBe(0);
  expect(retryAfterMs("soon", now)).toBeUndefined();
  expect(retryAfterMs(null, now)).toBeUndefined();
});
