import { randomBytes } from "node:crypto";
import { and, eq, inArray, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { appointments, callbacks, calls, customers, staffTimeCells, tenants } from "@/server/db/schema";
import { testDatabase, workerDatabaseUrl } from "@/test/database";
import { demoAccounts } from "./accounts";
import { demoBusinesses } from "./businesses";
import { seedDemo } from "./seed-demo";

const now = new Date("2026-11-22T10:00:00Z");
const key = () => randomBytes(16).toString("hex");
const secrets = {
  encryptionKey: randomBytes(32).toString("base64"),
  apiKeys: Object.fromEntries(demoBusinesses.map((b) => [b.slug, key()])),
  passwords: Object.fromEntries(demoAccounts.map((a) => [a.email, key()])),
  calcom: { baseUrl: "http://127.0.0.1:1/calcom/v2", apiKey: key() },
};

describe("the demo", () => {
  beforeAll(() => seedDemo(workerDatabaseUrl(), { secrets, now }), 120_000);

  test("has for every business some two hundred customers and months of calls and appointments", async () => {
    const db = testDatabase();
    for (const { slug } of demoBusinesses) {
      const [tenant] = await db.select().from(tenants).where(eq(tenants.slug, slug));
      const tenantId = tenant?.id ?? "";
      const count = async (table: typeof customers | typeof calls | typeof appointments) =>
        (await db.select({ n: sql<number>`COUNT(*)` }).from(table).where(eq(table.tenantId, tenantId)))[0]?.n;
      expect(await count(customers)).toBe(210);
      expect(await count(calls)).toBeGreaterThan(300);
      expect(await count(appointments)).toBeGreaterThan(500);
    }
  });

  test("owns a time cell for every five minutes of every appointment that stands", async () => {
    const db = testDatabase();
    const [tenant] = await db.select().from(tenants).where(eq(tenants.slug, "salon-lindner"));
    const tenantId = tenant?.id ?? "";
    const missing = await db
      .select({ id: appointments.id })
      .from(appointments)
      .leftJoin(
        staffTimeCells,
        and(
          eq(staffTimeCells.tenantId, appointments.tenantId),
          eq(staffTimeCells.appointmentId, appointments.id),
          eq(staffTimeCells.cellStart, appointments.startTime),
        ),
      )
      .where(
        and(
          eq(appointments.tenantId, tenantId),
          sql`${appointments.status} <> 'cancelled'`,
          sql`${staffTimeCells.appointmentId} IS NULL`,
        ),
      );
    expect(missing).toEqual([]);
  });

  test("has somebody called back about what they said in their call", async () => {
    const db = testDatabase();
    const noted = await db
      .select({ reason: callbacks.reason, analysis: calls.analysis })
      .from(callbacks)
      .innerJoin(calls, and(eq(calls.tenantId, callbacks.tenantId), eq(calls.id, callbacks.callId)))
      .innerJoin(tenants, eq(tenants.id, callbacks.tenantId))
      .where(
        inArray(
          tenants.slug,
          demoBusinesses.map(({ slug }) => slug),
        ),
      );
    expect(noted.length).toBeGreaterThan(10);
    for (const { reason, analysis } of noted) expect(analysis?.call_summary).toContain(reason);
  });

  test("is left alone by a second run", async () => {
    const db = testDatabase();
    const [before] = await db.select({ n: sql<number>`COUNT(*)` }).from(calls);
    await seedDemo(workerDatabaseUrl(), { secrets, now });
    const [after] = await db.select({ n: sql<number>`COUNT(*)` }).from(calls);
    expect(after).toEqual(before);
  });
});
