import { setTimeout as delay } from "node:timers/promises";
import { RateLimiterMySQL, RateLimiterRes } from "rate-limiter-flexible";
import { env } from "@/env";
import type { Database } from ".";
import { isTransient } from "./errors";

export interface Limit {
  /** Separates the limits that share the table. */
  name: string;
  points: number;
  windowSeconds: number;
}

export interface LimitState {
  allowed: boolean;
  remaining: number;
  /** Milliseconds until the window ends. */
  resetMs: number;
}

const limiters = new WeakMap<Database, Map<string, RateLimiterMySQL>>();

/** One row per key in `rate_limits`, so that all app processes count together. */
function limiterFor(db: Database, limit: Limit): RateLimiterMySQL {
  const known = limiters.get(db) ?? new Map<string, RateLimiterMySQL>();
  limiters.set(db, known);
  let limiter = known.get(limit.name);
  if (!limiter) {
    limiter = new RateLimiterMySQL({
      storeClient: db.$client.pool,
      storeType: "pool",
      dbName: decodeURIComponent(new URL(env.DATABASE_URL).pathname.slice(1)),
      tableName: "rate_limits",
      tableCreated: true,
      keyPrefix: limit.name,
      points: limit.points,
      duration: limit.windowSeconds,
      // Who is over the limit is refused from memory, without touching the database.
      inMemoryBlockOnConsumed: limit.points + 1,
    });
    known.set(limit.name, limiter);
  }
  return limiter;
}

/** Takes one point; exact over processes, because the counter is one row that is updated atomically. */
export async function takePoint(db: Database, limit: Limit, key: string): Promise<LimitState> {
  const limiter = limiterFor(db, limit);
  for (let attempt = 1; ; attempt++) {
    try {
      return { allowed: true, ...state(await limiter.consume(key)) };
    } catch (error) {
      if (error instanceof RateLimiterRes) return { allowed: false, ...state(error) };
      if (attempt >= 5 || !isTransient(error)) throw error;
      await delay(Math.random() * 10 * 2 ** attempt);
    }
  }
}

/** Forgets what was counted, e.g. after the right password. */
export async function resetPoints(db: Database, limit: Limit, key: string): Promise<void> {
  await limiterFor(db, limit).delete(key);
}

/** Gives one point back: the attempt turned out to be none. */
export async function returnPoint(db: Database, limit: Limit, key: string): Promise<void> {
  await limiterFor(db, limit).reward(key);
}

const state = (result: RateLimiterRes) => ({
  remaining: result.remainingPoints,
  resetMs: result.msBeforeNext,
});
