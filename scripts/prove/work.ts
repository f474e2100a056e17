import { randomUUID } from "node:crypto";
import { and, desc, eq, inArray } from "drizzle-orm";
import { minuteMs } from "@/lib/calendar-time";
import type { Database } from "@/server/db";
import { appointmentStaff, appointments } from "@/server/db/schema";
import { DomainError } from "@/server/domain/_core/errors";
import type { AppointmentRow } from "@/server/domain/appointments/appointment";
import { bookAppointment } from "@/server/domain/appointments/book-appointment";
import { bookSeries } from "@/server/domain/appointments/book-series";
import { cancelAppointment } from "@/server/domain/appointments/cancel-appointment";
import { moveAppointment } from "@/server/domain/appointments/move-appointment";
import { recordOutsideAppointment } from "@/server/domain/appointments/record-outside-appointment";
import { resizeAppointment } from "@/server/domain/appointments/resize-appointment";
import type { Entry, Operation, Told } from "./journal";
import type { Random } from "./random";
import { startCall, type Topic, talk } from "./talk";
import { randomStart, type World, worldContext } from "./world";

/** An appointment that somebody may move or cancel. */
type Known = Pick<
  AppointmentRow,
  "id" | "staffId" | "serviceId" | "startTime" | "endTime" | "calcomBookingId" | "version"
>;

/** Of a hundred attempts so many each. */
const shares: Record<Operation, number> = {
  book: 30,
  move: 14,
  resize: 4,
  cancel: 24,
  outside: 8,
  offer: 12,
  course: 4,
  series: 4,
};
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
    const callId = await startCall(db, world);
    while (left-- > 0) {
      // Read afresh now and then: other processes' appointments are fought over too.
      if (left % 32 === 0 || known.length === 0) known = await listKnown(db, world);
      journal(await attempt(db, world, random, known, callId));
    }
  };
  await Promise.all(Array.from({ length: plan.workers }, worker));
}

async function attempt(
  db: Database,
  world: World,
  random: Random,
  known: Known[],
  callId: number,
): Promise<Entry> {
  const target = known.length > 0 ? random.pick(known) : undefined;
  const operation = target ? random.pick(mix) : "book";
  const fact = operation === "outside" || (operation === "move" && target?.calcomBookingId !== null);
  const began = Date.now();
  const finish = (outcome: Omit<Entry, "operation" | "began" | "ended" | "fact">): Entry => ({
    operation,
    fact,
    ...(isTalk(operation) ? { callId } : {}),
    began,
    ended: Date.now(),
    ...outcome,
  });
  try {
    if (!isTalk(operation))
      return finish({ outcome: "done", told: await operate(operation, db, world, random, target) });
    const { held, rows, refused } = await talk(db, world, random, { callId, about: operation });
    if (refused) return finish({ outcome: "refused", reason: refused, held });
    return finish({ outcome: "done", held, told: rows ? await tell(db, world, rows) : [] });
  } catch (error) {
    if (error instanceof DomainError && error.kind === "conflict")
      return finish({ outcome: "refused", reason: error.code });
    return finish({ outcome: "error", reason: rootCause(error) });
  }
}

const isTalk = (operation: Operation): operation is Topic => operation === "offer" || operation === "course";

async function operate(
  operation: Exclude<Operation, Topic>,
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
    const row = await bookAppointment(ours, { ...wish, ...person, customer: { name: "Erika", phone } });
    return tell(db, world, [row]);
  }
  if (operation === "series") {
    const { id: serviceId } = random.pick(world.services);
    const slots = Array.from({ length: 2 + random.below(2) }, () => ({
      start: new Date(randomStart(world, random)),
    }));
    const customer = { name: "Erika", phone: `+493056${String(100_000 + random.below(300))}` };
    const series = await bookSeries(ours, { serviceId, slots, customer, source: "phone" });
    return tell(db, world, series.appointments);
  }
  if (operation === "cancel") {
    const ctx = target.calcomBookingId === null ? ours : calcom;
    return tell(db, world, [await cancelAppointment(ctx, { appointmentId: target.id })]);
  }
  if (operation === "resize") {
    const lengthMs = (2 + random.below(20)) * 5 * minuteMs;
    const end = new Date(target.startTime.getTime() + lengthMs);
    // An end is meant for the start that was seen; like the dashboard, it is refused where that moved meanwhile.
    const resize = { appointmentId: target.id, end, version: target.version };
    return tell(db, world, [await resizeAppointment(ours, resize)]);
  }
  if (operation === "move" && target.calcomBookingId === null) {
    return tell(db, world, [await moveAppointment(ours, { appointmentId: target.id, start, staffId })]);
  }
  // Cal.com moves a booking of its own, or tells of a new one; it knows nothing of our five minutes.
  const moved = operation === "move" ? target : undefined;
  const service = random.pick(world.services);
  const lengthMs = moved
    ? moved.endTime.getTime() - moved.startTime.getTime()
    : service.durationMinutes * minuteMs;
  const uneven = new Date(start.getTime() + random.below(5) * minuteMs);
  // Whom it is with is not said in every message about a booking that is known.
  const booking = {
    ...(moved && random.below(2) === 0 ? {} : { staffId }),
    serviceId: moved?.serviceId ?? service.id,
    start: uneven,
    end: new Date(uneven.getTime() + lengthMs),
    calcomBookingId: moved?.calcomBookingId ?? randomUUID(),
    source: "calcom" as const,
  };
  // Webhooks are delivered twice.
  const results = [
    await recordOutsideAppointment(calcom, booking),
    await recordOutsideAppointment(calcom, booking),
  ];
  return results.map(({ appointment }) => told(appointment));
}

/** Who else takes part is not in the row; it is as told while the version still is. */
async function tell(db: Database, { tenantId }: World, rows: AppointmentRow[]): Promise<Told[]> {
  const ids = rows.map(({ id }) => id);
  const found = await db
    .select({ id: appointments.id, version: appointments.version, staffId: appointmentStaff.staffId })
    .from(appointments)
    .leftJoin(
      appointmentStaff,
      and(
        eq(appointmentStaff.tenantId, appointments.tenantId),
        eq(appointmentStaff.appointmentId, appointments.id),
      ),
    )
    .where(and(eq(appointments.tenantId, tenantId), inArray(appointments.id, ids)));
  return rows.map((row) => {
    const current = found.filter(({ id, version }) => id === row.id && version === row.version);
    const further = current.flatMap(({ staffId }) => staffId ?? []).sort((a, b) => a - b);
    return current.length > 0 ? { ...told(row), furtherIds: further } : told(row);
  });
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

/** One that Cal.com put into a conflict stays in it, whoever is shown it: a change to what it already is changes nothing. */
const told = (row: AppointmentRow): Told => ({
  id: row.id,
  version: row.version,
  staffId: row.staffId as number,
  resourceId: row.resourceId,
  start: row.startTime.getTime(),
  end: row.endTime.getTime(),
  conflict: row.syncState === "failed",
});

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
