import { createHash } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import type { jobRuns } from "@/server/db/schema";
import type { EventPayload } from "@/server/events/payload";
import { now } from "./clock";
import type { JobFunction } from "./job-function";

type Origin = Pick<typeof jobRuns.$inferInsert, "tenantId" | "eventId" | "scheduledFor" | "failedRunId">;

/** A run that is due at once. */
export function newRun(fn: JobFunction, event: EventPayload, origin: Origin) {
  return {
    id: uuidv7(),
    functionId: fn.id,
    event: { ...event },
    dueAt: now,
    concurrencyKey: concurrencyKey(fn, event),
    concurrencyLimit: fn.concurrency?.limit ?? null,
    ...origin,
  };
}

/** Hashed, because a value from an event may be long, and keys must stay apart to the letter. */
function concurrencyKey(fn: JobFunction, event: EventPayload): string | null {
  if (!fn.concurrency) return null;
  if (!fn.concurrency.keyPath) return fn.id;
  const value = fn.concurrency.keyPath.reduce<unknown>(
    (data, name) => (data as Record<string, unknown> | null | undefined)?.[name],
    event.data,
  );
  return `${fn.id}:${createHash("sha256")
    .update(JSON.stringify(value ?? null))
    .digest("hex")
    .slice(0, 32)}`;
}
