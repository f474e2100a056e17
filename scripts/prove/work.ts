import { randomUUID } from "node:crypto";
import { and, desc, eq, inArray } from "drizzle-orm";
import { minuteMs } from "@/lib/calendar-time";
import type { Database } from "@/server/db";
import { appointments } from "@/server/db/schema";
import { DomainError } from "@/server/domain/_core/errors";
import type { AppointmentRow } from "@/server/domain/appointments/appointment";
import { bookAppointment } from "@/server/domain/appointments/book-appointment";
import { cancelAppointment } from "@/server/domain/appointments/cancel-appointment";
import { moveAppointment } from "@/server/domain/appointments/move-appointment";
import {
  type OutsideResult,
  recordOutsideAppointment,
} from "@/server/domain/appointments/record-outside-appointment";
import type { Entry, Operation, Told } from "./journal";
import type { Random } from "./random";
import { randomStart, type World, worldContext } from "./world";

/** An appointment that somebody may move or cancel. */
type Known = Pick<
  AppointmentRow,
  "id" | "staffId" | "serviceId" | "startTime" | "endTime" | "calcomBookingId"
>;

/** Of a hundred attempts so many each. */
const shares: Record<Operation, number> = { book: 48, move: 16, cancel: 26, outside: 10 };
const mix = Object.entries(shares).flatMap(([operation, share]) =>
  Array.from({ length: share }, () => operation as Operation),
);

/** Repeats what callers, people at the counter and Cal.com's webhooks do, `attempts` times, `workers` at once. */
export async function work(
  db: Database,
  world: World,
  plan: { attempts: number; workers: number; random: Random; journal: (entry: Entry) => void },
): Promise<void> {
  const { random, journal } = plan;
  let left = plan.attempts;
  let known: Known[] = [];
  const worker = async () => {
    while (left-- > 0) {
      // Read afresh now and then: other processes' appointments are fought over too.
      if (left % 32 === 0 || known.length === 0) known = await listKnown(db, world);
      journal(await attempt(db, world, random, known));
    }
  };
  await Promise.all(Array.from({ length: plan.workers }, worker));
}

async function attempt(db: Database, world: World, random: Random, known: Known[]): Promise<Entry> {
  const target = known.length > 0 ? random.pick(known) : undefined;
  const operation = target ? random.pick(mix) : "book";
  try {
    return { operation, outcome: "done", told: await operate(operation, db, world, random, target) };
  } catch (error) {
    if (error instanceof DomainError && error.kind === "conflict")
      return { operation, outcome: "refused", reason: error.code };
    return { operation, outcome: "error", reason: rootCause(error) };
  }
}

async function operate(
  operation: Operation,
  db: Database,
  world: World,
  random: Random,
  target: Known | undefined,
): Promise<Told[]> {
  const ours = worldContext(world, db, { type: "job", name: "prove-booking" });
  const calcom = worldContext(world, db, { type: "webhook", provider: "calcom" });
  const start = new Date(randomStart(world, random));
  const staffId = random.pick(world.staffIds);
  if (operation === "book" || !target) {
    // A few customers book again and again: their rows are fought over too. Half wish for a person.
    const phone = `+493055${String(100_000 + random.below(300))}`;
    const wish = { serviceId: random.pick(world.services).id, start, source: "phone" as const };
    const person = random.below(2) === 0 ? { staffId } : {};
    return [told(await bookAppointment(ours, { ...wish, ...person, customer: { name: "Erika", phone } }))];
  }
  if (operation === "cancel") {
    const ctx = target.calcomBookingId === null ? ours : calcom;
    return [told(await cancelAppointment(ctx, { appointmentId: target.id }))];
  }
  if (operation === "move" && target.calcomBookingId === null) {
    return [told(await moveAppointment(ours, { appointmentId: target.id, start, staffId }))];
  }
  // Cal.com moves a booking of its own, or tells of a new one; it knows nothing of our five minutes.
  const moved = operation === "move" ? target : undefined;
  const service = random.pick(world.services);
  const lengthMs = moved
    ? moved.endTime.getTime() - moved.startTime.getTime()
    : service.durationMinutes * minuteMs;
  const uneven = new Date(start.getTime() + random.below(5) * minuteMs);
  const booking = {
    staffId,
    serviceId: moved?.serviceId ?? service.id,
    start: uneven,
    end: new Date(uneven.getTime() + lengthMs),
    calcomBookingId: moved?.calcomBookingId ?? randomUUID(),
    source: "calcom" as const,
  };
  const first = await recordOutsideAppointment(calcom, booking);
  // Webhooks are delivered twice; one in conflict would try for its time again, which leaves no event.
  const results = first.conflict ? [first] : [first, await recordOutsideAppointment(calcom, booking)];
  return results.map(toldOutside);
}

/** The newest appointments that still stand, whoever made them. */
function listKnown(db: Database, world: World): Promise<Known[]> {
  return db
    .select()
    .from(appointments)
    .where(
      and(eq(appointments.tenantId, world.tenantId), inArray(appointments.status, ["pending", "scheduled"])),
    )
    .orderBy(desc(appointments.id))
    .limit(150);
}

const told = (row: AppointmentRow, conflict = false): Told => ({
  id: row.id,
  version: row.version,
  staffId: row.staffId as number,
  start: row.startTime.getTime(),
  end: row.endTime.getTime(),
  conflict,
});

/** A second telling may find that somebody else has moved it into a conflict since. */
const toldOutside = ({ appointment, conflict }: OutsideResult): Told =>
  told(appointment, conflict !== false || appointment.syncState === "failed");

/** The driver's own words: Drizzle's repeat the whole statement. */
function rootCause(error: unknown): string {
  let cause = error;
  while (cause instanceof Error && cause.cause instanceof Error) cause = cause.cause;
  return cause instanceof DomainError
    ? cause.code
    : cause instanceof Error
      ? `${cause.name}: ${cause.message}`.slice(0, 200)
      : String(cause);
}
