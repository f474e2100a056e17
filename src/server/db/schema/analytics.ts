import {
  bigint,
  date,
  decimal,
  foreignKey,
  index,
  int,
  mysqlEnum,
  mysqlTable,
  primaryKey,
  tinyint,
} from "drizzle-orm/mysql-core";
import { callMarks as marks } from "@/contracts/call-marks";
import { id, instant, ref, tenantId } from "../columns";
import { calls } from "./calls";
import { tenants } from "./tenants";

const count = (name: string) => int(name).notNull();
/** Stands for "none": a primary key takes no NULL. */
const orZero = (name: string) => ref(name).notNull();

const callCounts = () => ({
  calls: count("calls"),
  outcomeBooked: count("outcome_booked"),
  outcomeMoved: count("outcome_moved"),
  outcomeCancelled: count("outcome_cancelled"),
  outcomeCallback: count("outcome_callback"),
  outcomeInformation: count("outcome_information"),
  outcomeHungUp: count("outcome_hung_up"),
  outcomeTransferred: count("outcome_transferred"),
  outcomeUnresolved: count("outcome_unresolved"),
  wished: count("wished"),
  offered: count("offered"),
  booked: count("booked"),
  attended: count("attended"),
  missedFailed: count("missed_failed"),
  missedNoTime: count("missed_no_time"),
  missedDeclined: count("missed_declined"),
  missedHungUp: count("missed_hung_up"),
  missedUnclear: count("missed_unclear"),
  durationSec: bigint("duration_sec", { mode: "number" }).notNull(),
  /** Value of what was booked in these calls and still stands. */
  bookedCents: bigint("booked_cents", { mode: "number" }).notNull(),
  /** As Retell bills: US cents, fractions included. */
  costUsdCents: decimal("cost_usd_cents", { precision: 20, scale: 6, mode: "string" }).notNull(),
});

const appointmentCounts = () => ({
  pending: count("pending"),
  scheduled: count("scheduled"),
  completed: count("completed"),
  cancelled: count("cancelled"),
  noShow: count("no_show"),
  completedCents: bigint("completed_cents", { mode: "number" }).notNull(),
});

/**
 * Calls by the hour in which they began. `hour_start` is that hour in UTC, `day` and `hour` are those on the wall of
 * the branch. An hour's rows are replaced as a whole, so that they always say what the raw rows say.
 */
export const callRollups = mysqlTable(
  "call_rollups",
  {
    tenantId: tenantId(),
    hourStart: instant("hour_start").notNull(),
    day: date("day", { mode: "string" }).notNull(),
    hour: tinyint("hour").notNull(),
    branchId: orZero("branch_id"),
    agentId: orZero("agent_id"),
    ...callCounts(),
  },
  (t) => [
    primaryKey({
      name: "call_rollups_pk",
      columns: [t.tenantId, t.hourStart, t.day, t.hour, t.branchId, t.agentId],
    }),
    foreignKey({ name: "call_rollups_tenant_fk", columns: [t.tenantId], foreignColumns: [tenants.id] }),
  ],
);

/** Appointments by the hour in which they start, in the same way. */
export const appointmentRollups = mysqlTable(
  "appointment_rollups",
  {
    tenantId: tenantId(),
    hourStart: instant("hour_start").notNull(),
    day: date("day", { mode: "string" }).notNull(),
    branchId: orZero("branch_id"),
    ...appointmentCounts(),
  },
  (t) => [
    primaryKey({
      name: "appointment_rollups_pk",
      columns: [t.tenantId, t.hourStart, t.day, t.branchId],
    }),
    foreignKey({
      name: "appointment_rollups_tenant_fk",
      columns: [t.tenantId],
      foreignColumns: [tenants.id],
    }),
  ],
);

type WallHour =
  | `hour${0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9}`
  | `hour1${0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9}`
  | `hour2${0 | 1 | 2 | 3}`;

/** Calls of each hour on the wall: "hour0" to "hour23". */
const callsByHour = () =>
  Object.fromEntries(
    Array.from({ length: 24 }, (_, hour) => [`hour${hour}`, count(`hour_${hour}`)]),
  ) as Record<WallHour, ReturnType<typeof count>>;

const missedCount = (name: string) => count(name).default(0);

/** Of these, the calls that came to nothing: "missedHour0" to "missedHour23". */
const missedByHour = () =>
  Object.fromEntries(
    Array.from({ length: 24 }, (_, hour) => [`missedHour${hour}`, missedCount(`missed_hour_${hour}`)]),
  ) as Record<`missed${Capitalize<WallHour>}`, ReturnType<typeof missedCount>>;

/** The hours of `call_rollups`, summed by the day on the wall of the branch: what a report of months reads. */
export const callDayRollups = mysqlTable(
  "call_day_rollups",
  {
    tenantId: tenantId(),
    day: date("day", { mode: "string" }).notNull(),
    branchId: orZero("branch_id"),
    agentId: orZero("agent_id"),
    ...callCounts(),
    ...callsByHour(),
    ...missedByHour(),
  },
  (t) => [
    primaryKey({ name: "call_day_rollups_pk", columns: [t.tenantId, t.day, t.branchId, t.agentId] }),
    foreignKey({ name: "call_day_rollups_tenant_fk", columns: [t.tenantId], foreignColumns: [tenants.id] }),
  ],
);

/** The hours of `appointment_rollups`, in the same way. */
export const appointmentDayRollups = mysqlTable(
  "appointment_day_rollups",
  {
    tenantId: tenantId(),
    day: date("day", { mode: "string" }).notNull(),
    branchId: orZero("branch_id"),
    ...appointmentCounts(),
  },
  (t) => [
    primaryKey({ name: "appointment_day_rollups_pk", columns: [t.tenantId, t.day, t.branchId] }),
    foreignKey({
      name: "appointment_day_rollups_tenant_fk",
      columns: [t.tenantId],
      foreignColumns: [tenants.id],
    }),
  ],
);

/** What a call reached, or why it came to nothing: the rows behind those numbers, found in the order of a list. */
export const callMarks = mysqlTable(
  "call_marks",
  {
    tenantId: tenantId(),
    mark: mysqlEnum("mark", marks).notNull(),
    startTimestamp: instant("start_timestamp").notNull(),
    callId: ref("call_id").notNull(),
  },
  (t) => [
    primaryKey({ name: "call_marks_pk", columns: [t.tenantId, t.mark, t.startTimestamp, t.callId] }),
    index("call_marks_call_ix").on(t.tenantId, t.callId),
    foreignKey({
      name: "call_marks_call_fk",
      columns: [t.tenantId, t.callId],
      foreignColumns: [calls.tenantId, calls.id],
    }).onDelete("cascade"),
  ],
);

/**
 * Hours whose raw rows changed, written in the transaction of the change. Only ever appended to, so that nobody waits
 * for the job that empties it.
 */
export const rollupBacklog = mysqlTable(
  "rollup_backlog",
  {
    id: id(),
    tenantId: tenantId(),
    hourStart: instant("hour_start").notNull(),
  },
  (t) => [
    index("rollup_backlog_tenant_ix").on(t.tenantId, t.id),
    foreignKey({ name: "rollup_backlog_tenant_fk", columns: [t.tenantId], foreignColumns: [tenants.id] }),
  ],
);

/** Locked by whoever rebuilds hours of a tenant: two at once would write the same rows. */
export const rollupStates = mysqlTable(
  "rollup_states",
  {
    tenantId: tenantId().primaryKey(),
    /** Everything from here back to the first call waits for its next audit; NULL: never audited. */
    auditedUntil: instant("audited_until"),
    /** `rollupShape` when everything was counted last. */
    shape: int("shape").notNull().default(0),
  },
  (t) => [
    foreignKey({ name: "rollup_states_tenant_fk", columns: [t.tenantId], foreignColumns: [tenants.id] }),
  ],
);
