import mysql, { type Pool, type RowDataPacket } from "mysql2/promise";
import { connect } from "@/server/db";
import { countOverlaps } from "../checker";
import { createWorld, type World } from "../world";
import type { Attempt, Wish } from "./attempt";
import { cellsWithoutLock, dropPrimaryKey } from "./cells-without-lock";
import { lockAfterRead } from "./lock-after-read";
import { lookThenInsert } from "./look-then-insert";

export interface ControlResult {
  name: string;
  attempts: number;
  overlaps: number;
  /** A control has to overlap, or the proof could not have seen an overlap either; its counterpart must not. */
  mustOverlap: boolean;
  asExpected: boolean;
}

const racers = 32;
const [fewestRounds, mostRounds] = [30, 400];

/** Ways to book that are known to be wrong, against the same database, schema and checker. */
export async function runControls(url: string): Promise<ControlResult[]> {
  const withKey = await runControl(url, cellsWithoutLock, "primary key alone holds", false);
  const results = [await runControl(url, lookThenInsert), await runControl(url, lockAfterRead)];
  const connection = await mysql.createConnection({ uri: url });
  await connection.query(dropPrimaryKey);
  await connection.end();
  return [...results, await runControl(url, cellsWithoutLock, "primary key dropped"), withKey];
}

async function runControl(
  url: string,
  attempt: Attempt,
  remark = "",
  mustOverlap = true,
): Promise<ControlResult> {
  const db = connect(url, 2);
  const pool = mysql.createPool({ uri: url, timezone: "Z", connectionLimit: racers, maxIdle: racers });
  await allowStaleSnapshots(pool);
  try {
    const world = await createWorld(db, "spread");
    const result = { attempts: 0, overlaps: 0 };
    for (let round = 0; round < mostRounds; round++) {
      if (round >= fewestRounds && (result.overlaps > 0 || !mustOverlap)) break;
      const wish = wishOf(world, round);
      await Promise.all(Array.from({ length: racers }, () => tryOnce(pool, attempt, wish)));
      result.attempts += racers;
      if (round % 10 === 9) result.overlaps = await countOverlaps(db, world.tenantId);
    }
    const name = remark ? `${attempt.name}, ${remark}` : attempt.name;
    return { name, ...result, mustOverlap, asExpected: result.overlaps > 0 === mustOverlap };
  } finally {
    await pool.end();
    await db.$client.end();
  }
}

/** Newer MariaDB refuses a lock on a stale snapshot (error 1020); the trap is still there everywhere else. */
async function allowStaleSnapshots(pool: Pool): Promise<void> {
  const [known] = await pool.query<RowDataPacket[]>("SHOW VARIABLES LIKE 'innodb_snapshot_isolation'");
  if (known.length === 0) return;
  await pool.query("SET SESSION innodb_snapshot_isolation = OFF");
  pool.on("connection", (c) => void c.query("SET SESSION innodb_snapshot_isolation = OFF"));
}

/** Every round another time of another person. */
function wishOf({ tenantId, branchId, staffIds, services, days }: World, round: number): Wish {
  const [service] = services;
  const start = (days[round % days.length] ?? 0) + 30 * 60_000 * (Math.floor(round / days.length) % 16);
  return {
    tenantId,
    branchId,
    serviceId: service?.id ?? 0,
    staffId: staffIds[round % staffIds.length] ?? 0,
    start: new Date(start),
    end: new Date(start + (service?.durationMinutes ?? 0) * 60_000),
  };
}

/** What the database itself refuses (a duplicate key, a deadlock, a stale snapshot) is not booked, and is no overlap. */
async function tryOnce(pool: Pool, attempt: Attempt, wish: Wish): Promise<void> {
  const connection = await pool.getConnection();
  try {
    await connection.query(`SET TRANSACTION ISOLATION LEVEL ${attempt.isolation}`);
    await connection.beginTransaction();
    await attempt.book(connection, wish);
    await connection.commit();
  } catch (error) {
    await connection.rollback();
    const refusals = ["ER_DUP_ENTRY", "ER_LOCK_DEADLOCK", "ER_LOCK_WAIT_TIMEOUT", "ER_CHECKREAD"];
    if (!refusals.includes((error as { code?: string }).code ?? "")) throw error;
  } finally {
    connection.release();
  }
}
