import type { Connection, RowDataPacket } from "mysql2/promise";
import mysql from "mysql2/promise";
import { v5 as uuidFrom } from "uuid";
import { firstNames, lastNames } from "./names";

export interface Business {
  tenantId: string;
  slug: string;
  calls: number;
}

/** Days back from now over which calls are spread. */
export const seededDays = 364;

const dayMs = 86_400_000;
export const daysAgo = (days: number) => new Date(Date.now() - days * dayMs);
/** One business has nearly everything: databases that guess by averages guess wrong for it. */
const others = 10;
const share = 10;
const perStatement = 100_000;
const namespace = "7a1f9a52-6a0e-4a83-9a39-4f2a8a6d8c11";

/** The busy business first. */
export const businesses = (calls: number): Business[] =>
  [calls, ...Array.from({ length: others }, () => Math.ceil(calls / share / others))].map((own, i) => ({
    tenantId: uuidFrom(`bench ${i}`, namespace),
    slug: `bench-${i}`,
    calls: own,
  }));

/** Fills an empty, migrated database: in SQL, set by set, in minutes. Everything follows from numbers, nothing from chance. */
export async function seed(url: string, calls: number, say: (text: string) => void): Promise<void> {
  const connection = await mysql.createConnection({ uri: url, timezone: "Z" });
  try {
    // Made of numbers that fit each other: the checks would only be waited for.
    await connection.query("SET SESSION foreign_key_checks = 0, unique_checks = 0");
    await connection.query("CREATE TABLE bench_numbers (n INT PRIMARY KEY)");
    await connection.query("INSERT INTO bench_numbers VALUES (0)");
    for (let have = 1; have < calls; have *= 2)
      await connection.query(
        `INSERT INTO bench_numbers SELECT n + ${have} FROM bench_numbers WHERE n + ${have} < ${calls}`,
      );
    for (const business of businesses(calls)) {
      await seedBusiness(connection, business);
      say(`  ${business.slug}: ${business.calls} calls`);
    }
    await connection.query("CREATE TABLE bench_ready (calls INT PRIMARY KEY)");
    await connection.query("INSERT INTO bench_ready VALUES (?)", [calls]);
    await connection.query(
      "ANALYZE TABLE calls, appointments, customers, offers, tool_invocations, callbacks, branches",
    );
  } finally {
    await connection.end();
  }
}

/** How many calls the database was filled with before; undefined for any other database. */
export async function seededCalls(url: string): Promise<number | undefined> {
  const connection = await mysql.createConnection({ uri: url });
  try {
    const [tables] = await connection.query<RowDataPacket[]>("SHOW TABLES LIKE 'bench_ready'");
    if (tables.length === 0) return undefined;
    const [rows] = await connection.query<RowDataPacket[]>("SELECT calls FROM bench_ready");
    return rows[0]?.calls;
  } finally {
    await connection.end();
  }
}

const branchCount = 3;
const agentCount = 2;
const staffCount = 10;
const serviceCount = 12;

async function seedBusiness(connection: Connection, { tenantId, slug, calls }: Business): Promise<void> {
  const run = (sql: string) => connection.query(sql.replaceAll(":tenant", connection.escape(tenantId)));
  const idOf = async (table: string, which: "MIN(id)" | "MAX(id) + 1", where = "TRUE") => {
    const [rows] = await connection.query<RowDataPacket[]>(
      `SELECT COALESCE(${which}, 1) AS id FROM ${table} WHERE ${where}`,
    );
    return Number(rows[0]?.id);
  };
  const firstId = (table: string) => idOf(table, "MIN(id)", `tenant_id = ${connection.escape(tenantId)}`);
  /** One row per number below `count`, in pieces: a statement that runs for minutes tells nobody where it stands. */
  const each = async (count: number, into: string, select: string, where = "TRUE") => {
    for (let from = 0; from < count; from += perStatement)
      await run(
        `INSERT INTO ${into} SELECT ${select} FROM bench_numbers WHERE n >= ${from} AND n < ${Math.min(from + perStatement, count)} AND ${where}`,
      );
  };

  await run(`INSERT INTO tenants (id, name, slug) VALUES (:tenant, '${slug}', '${slug}')`);
  await each(
    branchCount,
    "branches (tenant_id, name, federal_state)",
    ":tenant, concat('Filiale ', n + 1), 'BE'",
  );
  await each(
    agentCount,
    "agents (tenant_id, name, retell_agent_id)",
    `:tenant, concat('Assistent ', n + 1), concat('agent_${slug}_', n)`,
  );
  await each(staffCount, "staff (tenant_id, name)", ":tenant, concat('Person ', n + 1)");
  await each(
    serviceCount,
    "services (tenant_id, name, duration_minutes, price_cents, synonyms)",
    ":tenant, concat('Leistung ', n + 1), 30, 2000 + 500 * n, '[]'",
  );
  const [branch, agent, staff, service] = [
    await firstId("branches"),
    await firstId("agents"),
    await firstId("staff"),
    await firstId("services"),
  ];

  // Ids are said, not left to the database: it leaves gaps between one large statement and the next.
  const customer = await idOf("customers", "MAX(id) + 1");
  const customers = Math.max(1, Math.floor(calls / 20));
  const pick = (list: readonly string[], key: string) =>
    `elt(1 + crc32(concat(n, '${key}')) % ${list.length}, ${list.map((one) => `'${one}'`).join(", ")})`;
  await each(
    customers,
    "customers (id, tenant_id, name, phone)",
    `${customer} + n, :tenant, concat(${pick(firstNames, "f")}, ' ', ${pick(lastNames, "l")}), concat('+49176', lpad(n, 8, '0'))`,
  );
  // Between 7 and 18 UTC, more calls early in the week; one in seven hides the number.
  const day = `floor(n * ${seededDays} / ${calls})`;
  const start = `timestamp(date_sub(utc_date(), interval ${seededDays} - ${day} day)) + interval 7 * 3600 + crc32(n) % 39600 second`;
  const hidden = "crc32(concat(n, 'h')) % 7 = 0";
  const call = await idOf("calls", "MAX(id) + 1");
  await each(
    calls,
    `calls (id, tenant_id, call_id, branch_id, agent_id, customer_id, from_number, start_timestamp, start_reported,
      end_timestamp, duration_sec, status, outcome, call_successful, disconnection_reason, cost_usd_cents, analysis,
      last_activity_at, processed_at, callback_open)`,
    `${call} + n, :tenant, concat('call_${slug}_', n), ${branch} + crc32(concat(n, 'b')) % ${branchCount}, ${agent} + n % ${agentCount},
      if(${hidden}, null, ${customer} + crc32(concat(n, 'c')) % ${customers}),
      if(${hidden}, null, concat('+49176', lpad(crc32(concat(n, 'c')) % ${customers}, 8, '0'))),
      ${start}, 1, ${start} + interval 90 second, 60 + n % 180, 'ended',
      ${outcomeOf("n")}, ${outcomeOf("n")} not in ('hung_up', 'unresolved'), 'user_hangup', 12 + n % 30 + 0.25,
      json_object('call_summary', 'Wollte einen Termin.'), ${start} + interval 90 second, ${start} + interval 90 second,
      n % 500 = 35`,
  );
  await each(
    calls,
    "tool_invocations (tenant_id, call_id, invocation_key, name, args, status, at_ms, duration_ms)",
    `:tenant, ${call} + n, 'bench', 'check_availability', '{}', if(n % 97 = 0, 'failed', 'succeeded'), 20000, 60`,
    "(n % 100 < 60 or n % 100 between 88 and 95)",
  );
  const slot = `timestamp(date_sub(utc_date(), interval ${seededDays} - 7 - ${day} day)) + interval 8 * 3600 + 1800 * (crc32(concat(n, 's')) % 20) second`;
  await each(
    calls,
    "offers (tenant_id, call_id, code, service_id, staff_id, further_staff_ids, branch_id, start_time, end_time, price_cents, source)",
    `:tenant, ${call} + n, 'bench', ${service}, ${staff}, '[]', ${branch}, ${slot}, ${slot} + interval 1800 second, 3000, 'own'`,
    "(n % 100 < 48 or n % 100 between 88 and 90)",
  );
  await each(
    calls,
    "appointments (tenant_id, customer_id, call_id, staff_id, service_id, branch_id, start_time, end_time, status, price_cents, source, cancelled_at)",
    `:tenant, if(${hidden}, null, ${customer} + crc32(concat(n, 'c')) % ${customers}), ${call} + n,
      ${staff} + crc32(concat(n, 'p')) % ${staffCount}, ${service} + n % ${serviceCount},
      ${branch} + crc32(concat(n, 'b')) % ${branchCount}, ${slot}, ${slot} + interval 1800 second,
      if(${slot} > utc_timestamp(), 'scheduled', elt(1 + crc32(concat(n, 'a')) % 12, 'no_show', 'cancelled', 'completed',
        'completed', 'completed', 'completed', 'completed', 'completed', 'completed', 'completed', 'completed', 'completed')),
      2000 + 500 * (n % ${serviceCount}), 'phone', if(crc32(concat(n, 'a')) % 12 = 1, ${start} + interval 1 day, null)`,
    "n % 100 < 35",
  );
  await each(
    calls,
    "callbacks (tenant_id, call_id, customer_id, branch_id, name, phone, reason, status, due_at, completed_at)",
    `:tenant, ${call} + n, ${customer} + n % ${customers}, ${branch}, 'Anna Beispiel', '+4917600000000', 'Frage zur Rechnung',
      if(n % 500 = 35, 'open', 'done'), ${start} + interval 4 hour, if(n % 500 = 35, null, ${start} + interval 3 hour)`,
    "n % 100 in (35, 36, 37)",
  );
}

/** Booked like the appointments made below; the rest as businesses see it, some of it rare. */
const outcomeOf = (n: string) =>
  `case when ${n} % 100 < 35 then 'booked' when ${n} % 100 < 38 then 'callback' when ${n} % 100 < 45 then 'moved'
    when ${n} % 100 < 50 then 'cancelled' when ${n} % 100 < 75 then 'information' when ${n} % 100 < 88 then 'hung_up'
    when ${n} % 2000 = 1999 then 'transferred' else 'unresolved' end`;
