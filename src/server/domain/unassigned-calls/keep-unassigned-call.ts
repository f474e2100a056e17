import { sql } from "drizzle-orm";
import type { Queryable } from "@/server/db";
import { unassignedCalls } from "@/server/db/schema";

/** Why the inbox rows of such calls wait. */
export const unassignedReason = "number_not_assigned";

/** Remembers a call to a number that belongs to nobody here. Numbers as sent where they are not E.164. */
export async function keepUnassignedCall(
  tx: Queryable,
  call: { retellCallId: string; fromNumber: string | null; toNumber: string | null },
  now: Date = new Date(),
): Promise<void> {
  await tx
    .insert(unassignedCalls)
    .values({
      callId: call.retellCallId,
      fromNumber: call.fromNumber,
      toNumber: call.toNumber?.slice(0, 20),
      firstSeenAt: now,
      lastSeenAt: now,
    })
    .onDuplicateKeyUpdate({
      set: {
        fromNumber: sql`COALESCE(${unassignedCalls.fromNumber}, VALUES(from_number))`,
        toNumber: sql`COALESCE(${unassignedCalls.toNumber}, VALUES(to_number))`,
        lastSeenAt: sql`GREATEST(${unassignedCalls.lastSeenAt}, VALUES(last_seen_at))`,
      },
    });
}
