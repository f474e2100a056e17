import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { isDuplicateKey } from "@/server/db/errors";
import { appointments, staffTimeCells } from "@/server/db/schema";
import { testDatabase } from "./database";
import { createBusiness } from "./factories";

const appointment = (tenantId: string, start: string) => ({
  tenantId,
  startTime: new Date(start),
  endTime: new Date(new Date(start).getTime() + 1_800_000),
  status: "scheduled" as const,
  source: "rest" as const,
});

describe("the database itself", () => {
  test("refuses a row that points into another tenant", async () => {
    const a = await createBusiness();
    const b = await createBusiness();
    const insert = a.ctx.db
      .insert(appointments)
      .values({ ...appointment(a.ctx.tenant.id, "2026-12-01T09:00:00Z"), staffId: b.staffIds[0] });
    await expect(insert).rejects.toMatchObject({ cause: { errno: 1452 } });
    await a.ctx.db
      .insert(appointments)
      .values({ ...appointment(a.ctx.tenant.id, "2026-12-01T09:00:00Z"), staffId: a.staffIds[0] });
  });

  test("refuses a second owner of the same five minutes of a person", async () => {
    const { ctx, staffIds } = await createBusiness();
    const staffId = staffIds[0] as number;
    const rows = await ctx.db
      .insert(appointments)
      .values([
        appointment(ctx.tenant.id, "2026-12-01T09:00:00Z"),
        appointment(ctx.tenant.id, "2026-12-01T09:00:00Z"),
      ])
      .$returningId();
    const cell = (appointmentId: number) =>
      ctx.db.insert(staffTimeCells).values({
        tenantId: ctx.tenant.id,
        staffId,
        cellStart: new Date("2026-12-01T09:00:00Z"),
        appointmentId,
      });
    await cell(rows[0]?.id as number);
    const second = await cell(rows[1]?.id as number).catch((error: unknown) => error);
    expect(isDuplicateKey(second)).toBe(true);
  });

  // MySQL 9.7 looks at the first index that begins with the key's columns, and checks nothing while a further one is NULL.
  test("has an index for every foreign key that does not end its check", async () => {
    const keys = await read(sql`
      select table_name as tableName, constraint_name as name,
        group_concat(column_name order by ordinal_position) as columns
      from information_schema.key_column_usage
      where table_schema = database() and referenced_table_name is not null
      group by table_name, constraint_name`);
    const unchecked = [];
    for (const tableName of new Set(keys.map((key) => key.tableName))) {
      const parts = await read(sql`show index from ${sql.identifier(String(tableName))}`);
      const indexes = [...new Set(parts.map((part) => part.Key_name))].map((key) =>
        parts.filter((part) => part.Key_name === key),
      );
      for (const { columns, name } of keys.filter((key) => key.tableName === tableName)) {
        const own = String(columns).split(",");
        const first = indexes.find((index) => own.every((column, i) => index[i]?.Column_name === column));
        if (first?.slice(own.length).some((part) => part.Null === "YES")) unchecked.push(name);
      }
    }
    expect(keys.length).toBeGreaterThan(100);
    expect(unchecked).toEqual([]);
  });
});

async function read(query: ReturnType<typeof sql>) {
  const [rows] = await testDatabase().execute(query);
  return rows as unknown as Record<string, unknown>[];
}
