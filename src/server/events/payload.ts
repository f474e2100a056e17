import type { events } from "@/server/db/schema";

/** What a function receives as `event`. */
export interface EventPayload {
  name: string;
  /** Deduplicates a second delivery at Inngest. */
  id: string;
  /** Milliseconds since 1970. */
  ts: number;
  data: Record<string, unknown>;
}

type OutboxRow = Pick<
  typeof events.$inferSelect,
  "id" | "tenantId" | "type" | "entityId" | "data" | "createdAt"
>;

/** The same payload whether an Inngest server or the embedded executor delivers it. */
export function toPayload(row: OutboxRow): EventPayload {
  return {
    name: row.type,
    id: `evt-${row.id}`,
    ts: row.createdAt.getTime(),
    data: { ...row.data, eventId: row.id, tenantId: row.tenantId, entityId: row.entityId },
  };
}
