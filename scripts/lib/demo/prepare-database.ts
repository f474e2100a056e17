import mysql from "mysql2/promise";
import { demoBusinesses } from "@/server/db/seed/businesses";
import { seedDemo } from "@/server/db/seed/seed-demo";
import { createDatabase, withConnection } from "../database/connection";
import { fillHolidays } from "../database/holidays";
import { migrateDatabase } from "../database/migrations";
import { databaseName } from "../database/names";
import { Sentence } from "../sentence";
import { step } from "../steps";
import { type DemoSecrets, seedSecrets } from "./secrets";

/** Creates, migrates and fills the demo's database; what is there already stays as it is. */
export async function prepareDemoDatabase(
  url: string,
  secrets: DemoSecrets,
  calcomBaseUrl: string,
): Promise<void> {
  await step("Database structure", async (note) => {
    await createDatabase(url);
    await assertDemoOrEmpty(url);
    const ran = await migrateDatabase(url);
    note(ran === 0 ? "up to date" : `${ran} ${ran === 1 ? "migration" : "migrations"} applied`);
  });
  await step("Demo data", async () => {
    const now = new Date();
    await fillHolidays(url, now);
    await seedDemo(url, { secrets: seedSecrets(secrets, calcomBaseUrl), now });
    await pointAtStandIn(url, calcomBaseUrl);
  });
}

/** A DATABASE_URL may lead to somebody's real data: the demo keeps out of every database that is not its own. */
async function assertDemoOrEmpty(url: string): Promise<void> {
  const name = databaseName(url);
  const slugs = demoBusinesses.map(({ slug }) => slug);
  const foreign = await withConnection(url, async (connection) => {
    const [tables] = await connection.query<mysql.RowDataPacket[]>(
      "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = ?",
      [name],
    );
    if (tables.length === 0) return false;
    if (!tables.some((table) => table.name === "tenants")) return true;
    const [tenants] = await connection.query<mysql.RowDataPacket[]>(
      `SELECT slug FROM ${mysql.escapeId(name)}.tenants LIMIT 100`,
    );
    return tenants.length > 0 && !tenants.some((tenant) => slugs.includes(tenant.slug));
  });
  if (foreign)
    throw new Sentence(`The database "${name}" holds other data: the demo needs an empty one, or its own.`);
}

/** The stand-in may have had to move to another port since the demo was filled. */
async function pointAtStandIn(url: string, calcomBaseUrl: string): Promise<void> {
  const database = mysql.escapeId(databaseName(url));
  await withConnection(url, async (connection) => {
    await connection.query(
      `UPDATE ${database}.calcom_connections SET base_url = ? WHERE base_url LIKE 'http://localhost:%'`,
      [calcomBaseUrl],
    );
    await connection.query(
      `UPDATE ${database}.calls SET recording_url = CONCAT(?, SUBSTRING(recording_url, LOCATE('/recordings/', recording_url)))
       WHERE recording_url LIKE 'http://localhost:%' AND recording_url NOT LIKE ?`,
      [new URL(calcomBaseUrl).origin, `${new URL(calcomBaseUrl).origin}/%`],
    );
  });
}
