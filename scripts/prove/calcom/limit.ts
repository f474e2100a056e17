import { spawn } from "node:child_process";
import { join } from "node:path";
import type { Database } from "@/server/db";
import { getCalcomConnection } from "@/server/domain/calcom/connection";
import { root } from "../../lib/paths";
import { busiestMinute, mostRequestsPerMinute } from "./check";
import { contextOf, createCalcomWorld } from "./world";

export interface LimitResult {
  seconds: number;
  processes: number;
  requests: number;
  busiestMinute: number;
  /** The longest that a request for a call had to wait for its turn while the background took all it could. */
  longestTurnMs: number;
  wrong: string[];
}

/** Several processes ask as fast as they are let, with one key; meanwhile calls need Cal.com now and then. */
export async function measureLimit(db: Database, databaseUrl: string, seconds: number): Promise<LimitResult> {
  const world = await createCalcomWorld(db, "robin");
  const processes = 3;
  try {
    const { tenantId, serviceId, staffIds, starts } = world;
    const plan = JSON.stringify({ world: { tenantId, serviceId, staffIds, starts }, seconds });
    const file = join(root, "scripts/prove/calcom/hammer.ts");
    const ends = Array.from({ length: processes }, () => {
      const child = spawn(process.execPath, ["--import", "tsx", file, plan], {
        cwd: root,
        env: { ...process.env, DATABASE_URL: databaseUrl, LOG_LEVEL: "silent" },
        stdio: ["ignore", "inherit", "inherit"],
      });
      return new Promise<number | null>((resolve) => child.once("close", resolve));
    });
    const longestTurnMs = await askForCalls(world, seconds);
    const codes = await Promise.all(ends);
    const busiest = busiestMinute(world);
    const wrong = [
      ...(busiest > mostRequestsPerMinute ? [`${busiest} requests within a minute`] : []),
      ...(codes.some((code) => code !== 0) ? ["a process failed"] : []),
      ...(longestTurnMs > 1_000 ? [`a call waited ${longestTurnMs} ms for its turn`] : []),
    ];
    const requests = world.sandbox.calcomArrivals.length;
    return { seconds, processes, requests, busiestMinute: busiest, longestTurnMs, wrong };
  } finally {
    await world.close();
  }
}

/** Five requests in each ten seconds belong to calls. */
async function askForCalls(
  world: Awaited<ReturnType<typeof createCalcomWorld>>,
  seconds: number,
): Promise<number> {
  const ends = Date.now() + seconds * 1_000;
  let longest = 0;
  while (Date.now() < ends) {
    const { client } = await getCalcomConnection(contextOf(world, world.db), {
      timeoutMs: 15_000,
      urgency: "call",
    });
    const began = Date.now();
    await client.listUpcomingBookings(0);
    longest = Math.max(longest, Date.now() - began);
    await new Promise((resolve) => setTimeout(resolve, 2_000));
  }
  return longest;
}
