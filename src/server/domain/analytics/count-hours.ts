import type { AppointmentStatus } from "@/contracts/appointment-states";
import type { CallMark } from "@/contracts/call-marks";
import type { CallOutcome } from "@/contracts/calls";
import { wallTimeOf } from "@/lib/plain-date";
import type { appointmentRollups, callRollups } from "@/server/db/schema";
import { bookedCents, marksOf } from "./call-marks";
import type { CountedAppointment, CountedCall } from "./load-hours";

type CallRollup = typeof callRollups.$inferInsert;
type AppointmentRollup = typeof appointmentRollups.$inferInsert;
type Counter<Row> = { [K in keyof Row]: Row[K] extends number ? K : never }[keyof Row];

/** IANA zone of a branch; NULL: the business's. */
export type ZoneOf = (branchId: number | null) => string;

const hourMs = 3_600_000;
/** Retell's fractions of a cent, as whole numbers that add up exactly. */
const fractions = 1_000_000;

const outcomeCounters = {
  booked: "outcomeBooked",
  moved: "outcomeMoved",
  cancelled: "outcomeCancelled",
  callback: "outcomeCallback",
  information: "outcomeInformation",
  hung_up: "outcomeHungUp",
  transferred: "outcomeTransferred",
  unresolved: "outcomeUnresolved",
} as const satisfies Record<CallOutcome, Counter<CallRollup>>;

const markCounters = {
  wished: "wished",
  offered: "offered",
  booked: "booked",
  attended: "attended",
  missed_failed: "missedFailed",
  missed_no_time: "missedNoTime",
  missed_declined: "missedDeclined",
  missed_hung_up: "missedHungUp",
  missed_unclear: "missedUnclear",
} as const satisfies Record<CallMark, Counter<CallRollup>>;

const statusCounters = {
  pending: "pending",
  scheduled: "scheduled",
  completed: "completed",
  cancelled: "cancelled",
  no_show: "noShow",
} as const satisfies Record<AppointmentStatus, Counter<AppointmentRollup>>;

/** Where an instant counts: its hour in UTC, and the day and hour on the wall of the branch. */
function bucketOf(instant: Date, timeZone: string) {
  const { date, minute } = wallTimeOf(instant, timeZone);
  return {
    hourStart: new Date(Math.floor(instant.getTime() / hourMs) * hourMs),
    day: date,
    hour: Math.floor(minute / 60),
  };
}

export function countCalls(tenantId: string, calls: readonly CountedCall[], zoneOf: ZoneOf): CallRollup[] {
  const rows = new Map<string, CallRollup & { costFractions: number }>();
  for (const call of calls) {
    const { branchId, agentId } = call;
    const bucket = {
      ...bucketOf(call.startTimestamp, zoneOf(branchId)),
      branchId: branchId ?? 0,
      agentId: agentId ?? 0,
    };
    const key = JSON.stringify(bucket);
    const row = rows.get(key) ?? { tenantId, ...bucket, ...noCalls };
    rows.set(key, row);
    row.calls++;
    if (call.outcome) row[outcomeCounters[call.outcome]]++;
    for (const mark of marksOf(call)) row[markCounters[mark]]++;
    row.durationSec += call.durationSec ?? 0;
    row.bookedCents += bookedCents(call);
    row.costFractions += Math.round((call.costUsdCents ?? 0) * fractions);
  }
  return [...rows.values()].map(({ costFractions, ...row }) => ({
    ...row,
    costUsdCents: (costFractions / fractions).toFixed(6),
  }));
}

export function countAppointments(
  tenantId: string,
  appointments: readonly CountedAppointment[],
  zoneOf: ZoneOf,
): AppointmentRollup[] {
  const rows = new Map<string, AppointmentRollup>();
  for (const { startTime, branchId, status, priceCents } of appointments) {
    const { hourStart, day } = bucketOf(startTime, zoneOf(branchId));
    const bucket = { hourStart, day, branchId: branchId ?? 0 };
    const key = JSON.stringify(bucket);
    const row = rows.get(key) ?? { tenantId, ...bucket, ...noAppointments };
    rows.set(key, row);
    row[statusCounters[status]]++;
    if (status === "completed") row.completedCents += priceCents;
  }
  return [...rows.values()];
}

const zero = <K extends string>(counters: Record<string, K>) =>
  Object.fromEntries(Object.values(counters).map((counter) => [counter, 0])) as Record<K, number>;

const noCalls = {
  calls: 0,
  ...zero(outcomeCounters),
  ...zero(markCounters),
  durationSec: 0,
  bookedCents: 0,
  costFractions: 0,
  costUsdCents: "0",
};
const noAppointments = { ...zero(statusCounters), completedCents: 0 };
