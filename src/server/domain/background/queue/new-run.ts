import { createHash } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import type { jobRuns } from "@/server/db/schema";
import type { EventPayload } from "@/server/events/payload";
import { inMilliseconds, now } from "./clock";
import type { JobFunction } from "./job-function";

type Origin = Pick<typeof jobRuns.$inferInsert, "tenantId" | "eventId" | "scheduledFor" | "failedRunId">;

/** A run that is due at once, or once its events pause. */
export function newRun(fn: JobFunction, event: EventPayload, origin: Origin) {
  const { concurrency, debounce } = fn;
  return {
    id: uuidv7(),
    functionId: fn.id,
    event: { ...event },
    dueAt: debounce ? inMilliseconds(debounce.periodMs) : now,
    debounceKey: debounce ? keyOf(fn, debounce, event) : null,
    concurrencyKey: concurrency ? keyOf(fn, concurrency, event) : null,
    concurrencyLimit: concurrency?.limit ?? null,
    ...origin,
  };
}
export type NewRun = ReturnType<typeof newRun>;

/** Hashed, because a value from an event may be long, and keys must stay apart to the letter. */
function keyOf(fn: JobFunction, { keyPath }: { keyPath?: string[] }, event: EventPayload): string {
  if (!keyPath) return fn.id;
  const value = keyPath.reduce<unknown>(
    (data, name) => (data as Record<string, unknown> | null | undefined)?.[name],
    event.data,
  );
  return `${fn.id}:${createHash("sha256")
    .update(JSON.stringify(value ?? null))
    .digest("hex")
    .slice(0, 32)}`;
}
