import mysql from "mysql2/promise";
import { dayMs } from "@/lib/calendar-time";
import { connect, type Database } from "@/server/db";
import { DomainError } from "@/server/domain/_core/errors";
import { bookAppointment } from "@/server/domain/appointments/book-appointment";
import { cancelAppointment } from "@/server/domain/appointments/cancel-appointment";
import { findSlots } from "@/server/domain/availability/find-slots";
import { insertAppointment, isTaken } from "./controls/attempt";
import { randomFrom } from "./random";
import { createWorld, type Spread, type World, worldContext } from "./world";

export interface Throughput {
  spread: Spread;
  /** Bookings a second of each round, the reference's and ours in turn. */
  reference: number[];
  subject: number[];
  /** Ours ÷ the reference, median and range over the pairs. */
  ratio: { median: number; lowest: number; highest: number };
  /** (highest − lowest) ÷ median of the reference. */
  referenceSpread: number;
  quiet: boolean;
}

const workers = 16;
const noisySpread = 0.25;

/**
 * Bookings a second, each cancelled at once so that time does not run out: the whole verb against bare mysql2 that
 * locks the person first, looks and inserts. Interleaved, because a shared machine is never equally fast for long.
 */
export async function measureThroughput(
  url: string,
  seed: number,
  { spread, pairs, roundMs }: { spread: Spread; pairs: number; roundMs: number },
): Promise<Throughput> {
  const db = connect(url, workers + 8);
  const pool = mysql.createPool({ uri: url, timezone: "Z", connectionLimit: workers });
  pool.on("connection", (c) => void c.query("SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED"));
  const [world, referenceWorld] = [await createWorld(db, spread), await createWorld(db, spread)];
  const ctx = worldContext(world, db, { type: "job", name: "prove-booking" });
  const random = randomFrom(seed, 99);
  const serviceId = world.services[0]?.id ?? 0;
  // Both book what was free before anybody booked: refusals and their alternatives are measured elsewhere.
  const starts = await freeStarts(db, world);

  const bookOurs = async () => {
    const start = random.pick(starts);
    const customer = { name: "Erika", phone: `+493057${String(100_000 + random.below(300))}` };
    const wish = {
      serviceId,
      staffId: random.pick(world.staffIds),
      start,
      customer,
      source: "phone" as const,
    };
    try {
      const { id } = await bookAppointment(ctx, wish);
      await cancelAppointment(ctx, { appointmentId: id });
      return true;
    } catch (error) {
      if (error instanceof DomainError) return false;
      throw error;
    }
  };
  const bookBare = async () => {
    const { tenantId, branchId, staffIds, services } = referenceWorld;
    const start = random.pick(starts);
    const end = new Date(start.getTime() + (services[0]?.durationMinutes ?? 0) * 60_000);
    const wish = {
      tenantId,
      branchId,
      staffId: random.pick(staffIds),
      serviceId: services[0]?.id ?? 0,
      start,
      end,
    };
    const connection = await pool.getConnection();
    try {
      await connection.beginTransaction();
      const lock = "SELECT id FROM staff WHERE tenant_id = ? AND id = ? FOR UPDATE";
      await connection.query(lock, [tenantId, wish.staffId]);
      const taken = await isTaken(connection, wish);
      const id = taken ? 0 : await insertAppointment(connection, wish);
      await connection.commit();
      if (!taken) await connection.query("UPDATE appointments SET status = 'cancelled' WHERE id = ?", [id]);
      return !taken;
    } finally {
      connection.release();
    }
  };

  try {
    for (const warmUp of [bookBare, bookOurs]) await perSecond(warmUp, roundMs);
    const [reference, subject]: [number[], number[]] = [[], []];
    for (let pair = 0; pair < pairs; pair++) {
      reference.push(await perSecond(bookBare, roundMs));
      subject.push(await perSecond(bookOurs, roundMs));
    }
    const ratios = subject.map((value, i) => value / (reference[i] ?? 1));
    const referenceSpread = (Math.max(...reference) - Math.min(...reference)) / median(reference);
    return {
      spread,
      reference,
      subject,
      ratio: { median: median(ratios), lowest: Math.min(...ratios), highest: Math.max(...ratios) },
      referenceSpread,
      quiet: referenceSpread <= noisySpread,
    };
  } finally {
    await pool.end();
    await db.$client.end();
  }
}

async function freeStarts(db: Database, world: World): Promise<Date[]> {
  const ctx = worldContext(world, db, { type: "job", name: "prove-booking" });
  const serviceId = world.services[0]?.id ?? 0;
  const perDay = await Promise.all(
    world.days.map((day) =>
      findSlots(ctx, { serviceId, from: new Date(day), to: new Date(day + dayMs), limit: 100 }),
    ),
  );
  return perDay.flat().map(({ start }) => start);
}

async function perSecond(once: () => Promise<boolean>, roundMs: number): Promise<number> {
  const started = performance.now();
  let booked = 0;
  const worker = async () => {
    while (performance.now() - started < roundMs) if (await once()) booked++;
  };
  await Promise.all(Array.from({ length: workers }, worker));
  return (booked * 1_000) / (performance.now() - started);
}

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
