import type { Pool } from "mysql2/promise";
import mysql from "mysql2/promise";
import { dayMs } from "@/lib/calendar-time";
import { connect } from "@/server/db";
import type { TenantContext } from "@/server/domain/_core/context";
import { DomainError } from "@/server/domain/_core/errors";
import { bookAppointment } from "@/server/domain/appointments/book-appointment";
import { findSlots } from "@/server/domain/availability/find-slots";
import { type Pairs, pairsOf } from "../bench/lib/statistics";
import { insertAppointment, isTaken } from "./controls/attempt";
import { type Random, randomFrom } from "./random";
import { createWorld, type Spread, type World, worldContext } from "./world";

export interface Throughput extends Pairs {
  /** Whether free times were booked, or taken ones refused with other times to choose from. */
  path: "booked" | "refused";
  spread: Spread;
}

interface Plan {
  spread: Spread;
  pairs: number;
  roundMs: number;
  /** How many times are asked for at once; a round is at least one batch. */
  batch: number;
}

/** One time of one person. */
interface Wish {
  staffId: number;
  start: Date;
}

const workers = 16;

/**
 * Bookings a second, and refusals a second: the whole verb against bare mysql2 that locks the person first, looks and
 * inserts. In turns, because a shared machine is never equally fast for long. What was booked is freed between the
 * rounds of either side, outside the time.
 *
 * The goal is half as many bookings, `hot`. The two sides do not do the same: five statements there, in as many trips;
 * ten here in four or five, for the calendar, the customer, the cells, the event and the hour to be counted. The rest
 * is to be seen: a refusal there says no under its lock, one here has three other times; `spread` is what is left where
 * nobody waits for a lock: what the statements cost by themselves, of which the reference has half.
 */
export async function measureThroughput(url: string, seed: number, plan: Plan): Promise<Throughput[]> {
  const db = connect(url, workers + 8);
  const pool = mysql.createPool({ uri: url, timezone: "Z", connectionLimit: workers });
  pool.on("connection", (c) => void c.query("SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED"));
  try {
    const [world, bareWorld] = [await createWorld(db, plan.spread), await createWorld(db, plan.spread)];
    const ctx = worldContext(world, db, { type: "job", name: "prove-booking" });
    const random = randomFrom(seed, 99);
    const starts = await freeStarts(ctx, world);
    const wishes = () => drawWishes(random, starts, world.staffIds.length).slice(0, plan.batch);
    const ours = (wish: Wish) => bookOurs(ctx, world, random, wish);
    const bare = (wish: Wish) => bookBare(pool, bareWorld, wish);
    const free = () => freeAll(pool, [world.tenantId, bareWorld.tenantId]);

    const booked = await takeTurns(plan, {
      reference: () => perSecond(wishes, bare, plan.roundMs, free),
      subject: () => perSecond(wishes, ours, plan.roundMs, free),
    });
    // Everything that is asked for from here on is taken.
    const taken = wishes();
    await inParallel(taken, bare);
    await inParallel(taken, ours);
    const refused = await takeTurns(plan, {
      reference: () => perSecond(() => taken, bare, plan.roundMs, undefined, "refused"),
      subject: () => perSecond(() => taken, ours, plan.roundMs, undefined, "refused"),
    });
    return [
      { path: "booked", spread: plan.spread, ...booked },
      { path: "refused", spread: plan.spread, ...refused },
    ];
  } finally {
    await pool.end();
    await db.$client.end();
  }
}

async function takeTurns(
  { pairs }: Plan,
  { reference, subject }: Record<"reference" | "subject", () => Promise<number>>,
): Promise<Pairs> {
  for (const warmUp of [reference, subject]) await warmUp();
  const [own, other]: [number[], number[]] = [[], []];
  for (let pair = 0; pair < pairs; pair++) {
    own.push(await reference());
    other.push(await subject());
  }
  return pairsOf(own, other);
}

async function bookOurs(ctx: TenantContext, world: World, random: Random, { staffId, start }: Wish) {
  const phone = `+493057${String(100_000 + random.below(300))}`;
  const customer = { name: "Erika", phone };
  const wish = { serviceId: serviceOf(world).id, staffId: world.staffIds[staffId] ?? 0, start, customer };
  try {
    await bookAppointment(ctx, { ...wish, source: "phone" });
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}

async function bookBare(pool: Pool, world: World, { staffId, start }: Wish) {
  const { tenantId, branchId, staffIds } = world;
  const { id: serviceId, durationMinutes } = serviceOf(world);
  const end = new Date(start.getTime() + durationMinutes * 60_000);
  const wish = { tenantId, branchId, serviceId, staffId: staffIds[staffId] ?? 0, start, end };
  const connection = await pool.getConnection();
  try {
    await connection.beginTransaction();
    const lock = "SELECT id FROM staff WHERE tenant_id = ? AND id = ? FOR UPDATE";
    await connection.query(lock, [tenantId, wish.staffId]);
    const taken = await isTaken(connection, wish);
    if (!taken) await insertAppointment(connection, wish);
    await connection.commit();
    return !taken;
  } finally {
    connection.release();
  }
}

/** Different times of different people in random order; people by their place in the world, so that both sides can ask. */
function drawWishes(random: Random, starts: readonly Date[], people: number): Wish[] {
  const all = starts.flatMap((start) => Array.from({ length: people }, (_, staffId) => ({ staffId, start })));
  for (let i = all.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    [all[i], all[j]] = [all[j] as Wish, all[i] as Wish];
  }
  return all;
}

/** Starts that do not touch each other, free before anybody booked. */
async function freeStarts(ctx: TenantContext, world: World): Promise<Date[]> {
  const service = serviceOf(world);
  const perDay = await Promise.all(
    world.days.map((day) =>
      findSlots(ctx, {
        serviceId: service.id,
        from: new Date(day),
        to: new Date(day + dayMs),
        limit: 100,
      }),
    ),
  );
  let free = 0;
  return perDay.flat().flatMap(({ start, end }) => {
    if (start.getTime() < free) return [];
    free = end.getTime();
    return [start];
  });
}

/** Without a trace: the reference would have to look through ever more that was cancelled. */
async function freeAll(pool: Pool, tenantIds: string[]): Promise<void> {
  for (const table of ["events", "rollup_backlog", "staff_time_cells", "appointments"])
    await pool.query(`DELETE FROM ${table} WHERE tenant_id IN (?)`, [tenantIds]);
}

/** How many of `expected` came of the wishes in a second of work; `afterwards` is not part of it. */
async function perSecond(
  wishes: () => Wish[],
  once: (wish: Wish) => Promise<boolean>,
  roundMs: number,
  afterwards?: () => Promise<void>,
  expected: "booked" | "refused" = "booked",
): Promise<number> {
  let [count, spentMs] = [0, 0];
  while (spentMs < roundMs) {
    const started = performance.now();
    const outcomes = await inParallel(wishes(), once);
    spentMs += performance.now() - started;
    count += outcomes.filter((booked) => booked === (expected === "booked")).length;
    await afterwards?.();
  }
  return (count * 1_000) / spentMs;
}

async function inParallel(wishes: readonly Wish[], once: (wish: Wish) => Promise<boolean>) {
  const left = [...wishes];
  const outcomes: boolean[] = [];
  const worker = async () => {
    for (let wish = left.pop(); wish; wish = left.pop()) outcomes.push(await once(wish));
  };
  await Promise.all(Array.from({ length: workers }, worker));
  return outcomes;
}

function serviceOf({ services }: World) {
  const [service] = services;
  if (!service) throw new Error("a world without services");
  return service;
}
