import { index, int, json, mysqlEnum, mysqlTable, primaryKey, unique, varchar } from "drizzle-orm/mysql-core";
import { id, instant, ref, timestamps, uuid } from "../columns";

/** How an error is kept and handed back to a function: what the SDK needs to throw it again. */
export interface StoredError {
  name: string;
  message: string;
}

/** One execution of one background function, kept by the embedded executor until it is pruned. */
export const jobRuns = mysqlTable(
  "job_runs",
  {
    id: uuid("id").primaryKey(),
    tenantId: uuid("tenant_id"),
    functionId: varchar("function_id", { length: 120 }).notNull(),
    /** What started it: an event, an instant of a schedule, or the failure of another run. */
    eventId: ref("event_id"),
    scheduledFor: instant("scheduled_for"),
    failedRunId: uuid("failed_run_id"),
    event: json("event").$type<Record<string, unknown>>().notNull(),
    status: mysqlEnum("status", ["pending", "completed", "failed"]).notNull().default("pending"),
    /** Failed tries of the step that is now due. */
    attempt: int("attempt").notNull().default(0),
    /** How often its holder died in this step: not the step's fault, unless it happens again and again. */
    interruptions: int("interruptions").notNull().default(0),
    /** When someone may take it: at once, after the backoff, or when the lease of its present holder ends. */
    dueAt: instant("due_at").notNull(),
    /** The lease of whoever executes it; every write of the holder asks for it. */
    leaseId: uuid("lease_id"),
    concurrencyKey: varchar("concurrency_key", { length: 191 }),
    concurrencyLimit: int("concurrency_limit"),
    /** `<key>#<n>`, held while it executes: the unique key makes one more than the limit impossible. */
    concurrencySlot: varchar("concurrency_slot", { length: 200 }),
    /** Set while it waits for more of its events: the unique key makes a second one that waits for them impossible. */
    debounceKey: varchar("debounce_key", { length: 191 }),
    error: json("error").$type<StoredError>(),
    startedAt: instant("started_at"),
    finishedAt: instant("finished_at"),
    ...timestamps(),
  },
  (t) => [
    unique("job_runs_event_uq").on(t.functionId, t.eventId),
    unique("job_runs_schedule_uq").on(t.functionId, t.scheduledFor),
    unique("job_runs_slot_uq").on(t.concurrencySlot),
    unique("job_runs_debounce_uq").on(t.debounceKey),
    index("job_runs_due_ix").on(t.status, t.dueAt),
    index("job_runs_finished_ix").on(t.status, t.finishedAt),
    index("job_runs_concurrency_ix").on(t.concurrencyKey),
  ],
);

/** What a run has already done; a step that stands here is never executed again. */
export const jobSteps = mysqlTable(
  "job_steps",
  {
    id: id(),
    runId: uuid("run_id")
      .notNull()
      .references(() => jobRuns.id, { onDelete: "cascade" }),
    /** SHA-1 of the step's name, as the SDK counts it. */
    stepId: varchar("step_id", { length: 64 }).notNull(),
    name: varchar("name", { length: 191 }).notNull(),
    outcome: json("outcome").$type<{ data: unknown } | { error: StoredError }>().notNull(),
    ...timestamps(),
  },
  (t) => [unique("job_steps_run_uq").on(t.runId, t.stepId)],
);

/** When each cron function is due next. */
export const jobSchedules = mysqlTable(
  "job_schedules",
  {
    functionId: varchar("function_id", { length: 120 }).notNull(),
    cron: varchar("cron", { length: 100 }).notNull(),
    nextAt: instant("next_at").notNull(),
    ...timestamps(),
  },
  (t) => [primaryKey({ name: "job_schedules_pk", columns: [t.functionId, t.cron] })],
);
