import { sql } from "drizzle-orm";
import { env } from "@/env";
import { heartbeats } from "@/server/db/schema";
import type { PlatformContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";

export const backgroundHeartbeat = "background";

/** Written by a background function, so that it proves the whole way: schedule, executor, endpoint, database. */
export async function writeHeartbeat(ctx: PlatformContext): Promise<void> {
  requirePermission(ctx, "platform:admin");
  await ctx.db
    .insert(heartbeats)
    .values({ name: backgroundHeartbeat, beatAt: new Date(), detail: env.APP_VERSION })
    .onDuplicateKeyUpdate({ set: { beatAt: sql`values(beat_at)`, detail: sql`values(detail)` } });
}
