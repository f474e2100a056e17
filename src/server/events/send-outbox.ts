import { inArray, isNull } from "drizzle-orm";
import type { Database } from "@/server/db";
import { events } from "@/server/db/schema";
import { inngest } from "./client";
import { toPayload } from "./payload";

const batchSize = 100;

/**
 * Sends recorded events to the Inngest server, oldest first, and returns how many. Two senders at once, or a crash
 * between sending and marking, send an event twice under the same id, which Inngest deduplicates for 24 hours.
 */
export async function sendOutbox(db: Database): Promise<number> {
  for (let sent = 0; ; ) {
    const rows = await db
      .select({
        id: events.id,
        tenantId: events.tenantId,
        type: events.type,
        entityId: events.entityId,
        data: events.data,
        createdAt: events.createdAt,
      })
      .from(events)
      .where(isNull(events.dispatchedAt))
      .orderBy(events.id)
      .limit(batchSize);
    if (rows.length === 0) return sent;
    await inngest.send(rows.map(toPayload));
    await db
      .update(events)
      .set({ dispatchedAt: new Date() })
      .where(
        inArray(
          events.id,
          rows.map((row) => row.id),
        ),
      );
    sent += rows.length;
  }
}
