import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { env } from "@/env";
import { testDatabase } from "@/test/database";
import { connect } from ".";
import { isUnavailable } from "./errors";

const caught = (work: Promise<unknown>) => work.then(() => undefined).catch((error: unknown) => error);

test("a database that goes away within a transaction is away, not a fault of ours", async () => {
  const db = connect(env.DATABASE_URL, 1);
  const error = await caught(
    db.transaction(async (tx) => {
      const [[connection]] = (await tx.execute(sql`SELECT CONNECTION_ID() AS id`)) as unknown as [
        [{ id: number }],
      ];
      await testDatabase().execute(sql.raw(`KILL ${connection.id}`));
      await tx.execute(sql`SELECT 1`);
    }),
  );
  expect(error).toBeDefined();
  expect(isUnavailable(error)).toBe(true);
  await db.$client.end();
});

test("a host that cannot be reached, or refuses, is away; a wrong statement is not", async () => {
  const nobody = connect("mysql://root@127.0.0.1:1/x_test", 1);
  expect(isUnavailable(await caught(nobody.execute(sql`SELECT 1`)))).toBe(true);
  await nobody.$client.end();
  for (const code of ["EHOSTUNREACH", "ENETUNREACH", "EAI_AGAIN"])
    expect(isUnavailable(Object.assign(new Error("connect"), { code, fatal: true }))).toBe(true);
  expect(isUnavailable(await caught(testDatabase().execute(sql`SELECT nothing FROM nowhere`)))).toBe(false);
});
