import { createHash } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { and, eq, gte, isNull, lte, or, sql } from "drizzle-orm";
import { type Limit, takePoint } from "@/server/db/rate-limiter";
import { calcomConnections } from "@/server/db/schema";
import { CalcomError } from "@/server/integrations/calcom/errors";
import type { CalcomGate } from "@/server/integrations/calcom/gate";
import type { CalcomAccount } from "@/server/integrations/calcom/request";
import type { TenantContext } from "../_core/context";

/** `call`: somebody waits for what comes of it. `background`: the machine has time. */
export type Urgency = "call" | "background";

/**
 * Cal.com allows 120 requests a minute per key and suspends who exceeds it. Windows of ten seconds bound any minute
 * to seven of them: 105. What runs in the background never gets more than 8 of the 15, so calls always find 7.
 */
const limits = {
  all: { name: "calcom", points: 15, windowSeconds: 10 },
  background: { name: "calcom-background", points: 8, windowSeconds: 10 },
} satisfies Record<string, Limit>;

/** After so many requests in a row without an answer only one asks, once in a window, whether Cal.com is back. */
const patientFailures = 5;
const probeWindowMs = 30_000;

export interface GateState {
  pausedUntil: Date | null;
  failures: number;
}

/**
 * Limits, pauses and the circuit of one connection, shared by all processes: the counters are rows. A library for the
 * circuit would keep it in each process, so that every one of them had to fail and to probe for itself.
 * @param patienceMs how long a request may wait for its turn
 */
export function createGate(
  ctx: TenantContext,
  account: CalcomAccount,
  state: GateState,
  { urgency, patienceMs }: { urgency: Urgency; patienceMs: number },
): CalcomGate {
  const key = createHash("sha256").update(`${account.baseUrl} ${account.apiKey}`).digest("hex");
  const own = eq(calcomConnections.tenantId, ctx.tenant.id);

  return {
    account: key,

    async admit() {
      await passCircuit(ctx, state);
      const deadline = Date.now() + patienceMs;
      if (urgency === "background") await takeTurn(ctx, limits.background, key, deadline);
      await takeTurn(ctx, limits.all, key, deadline);
    },

    async report(error) {
      if (error?.failure === "rate_limited") {
        state.pausedUntil = new Date(Date.now() + (error.retryAfterSeconds ?? 60) * 1000);
        await ctx.db.update(calcomConnections).set({ pausedUntil: state.pausedUntil }).where(own);
      } else if (error?.isUncertain) {
        state.failures += 1;
        const probeAt = new Date(Date.now() + probeWindowMs);
        await ctx.db
          .update(calcomConnections)
          .set({
            pausedUntil: sql`IF(${calcomConnections.failures} + 1 >= ${patientFailures}, ${probeAt}, ${calcomConnections.pausedUntil})`,
            failures: sql`${calcomConnections.failures} + 1`,
          })
          .where(own);
      } else if (state.failures > 0) {
        Object.assign(state, { failures: 0, pausedUntil: null });
        await ctx.db.update(calcomConnections).set({ failures: 0, pausedUntil: null }).where(own);
      }
    },
  };
}

/** With the circuit open, whoever claims the window's probe may ask; everybody else is told at once. */
async function passCircuit(ctx: TenantContext, state: GateState): Promise<void> {
  const now = new Date();
  if (state.pausedUntil !== null && state.pausedUntil > now) throw paused(state.pausedUntil, now);
  if (state.failures < patientFailures) return;
  const next = new Date(now.getTime() + probeWindowMs);
  const [claimed] = await ctx.db
    .update(calcomConnections)
    .set({ pausedUntil: next })
    .where(
      and(
        eq(calcomConnections.tenantId, ctx.tenant.id),
        gte(calcomConnections.failures, patientFailures),
        or(isNull(calcomConnections.pausedUntil), lte(calcomConnections.pausedUntil, now)),
      ),
    );
  if (claimed.affectedRows === 0) throw paused(next, now);
}

function paused(until: Date, now: Date): CalcomError {
  const seconds = Math.ceil((until.getTime() - now.getTime()) / 1000);
  return new CalcomError("paused", "Cal.com is left alone for a moment", undefined, seconds);
}

async function takeTurn(ctx: TenantContext, limit: Limit, key: string, deadline: number): Promise<void> {
  for (;;) {
    const { allowed, resetMs } = await takePoint(ctx.db, limit, key);
    if (allowed) return;
    if (Date.now() + resetMs > deadline) {
      throw new CalcomError("paused", "no room for another request", undefined, Math.ceil(resetMs / 1000));
    }
    await delay(resetMs + Math.random() * 200);
  }
}
