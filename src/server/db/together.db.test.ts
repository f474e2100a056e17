import { and, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { branches, staff } from "@/server/db/schema";
import { testDatabase } from "@/test/database";
import { createBusiness } from "@/test/factories";
import { statementsOf } from "@/test/statements";
import { insertion, lastInsertId } from "./insert-rows";
import { later, together } from "./together";

async function business() {
  const { ctx, staffIds } = await createBusiness();
  const [staffId] = staffIds as [number];
  const own = and(eq(staff.tenantId, ctx.tenant.id), eq(staff.id, staffId));
  const readName = async () => (await ctx.db.select({ name: staff.name }).from(staff).where(own))[0]?.name;
  const naming = (name: string) => sql`UPDATE staff SET name = ${name} WHERE ${own}`;
  return { ctx, own, readName, naming };
}
const failing = sql`INSERT INTO staff (id) VALUES (NULL)`;

test("what can wait goes with the next statement, in order, and each gets its own answer", async () => {
  const { ctx, own, naming } = await business();
  const { result, trips, statements } = await statementsOf(() =>
    ctx.db.transaction(async (tx) => {
      await tx.execute(later(naming("Anna; Berta\n")));
      const read = await tx.select({ name: staff.name }).from(staff).where(own);
      const [first, second] = await together(tx, [
        naming("Cara"),
        sql`UPDATE staff SET name = name WHERE id = 0`,
      ]);
      await tx.execute(later(naming("Dora")));
      return { read, changed: [first?.affectedRows, second?.affectedRows] };
    }),
  );
  expect(result).toEqual({ read: [{ name: "Anna; Berta\n" }], changed: [1, 0] });
  expect(trips).toBe(3);
  expect(statements.map((text) => text.split(" ")[0]?.toUpperCase())).toEqual([
    "BEGIN",
    "/*",
    "SELECT",
    "UPDATE",
    "UPDATE",
    "/*",
    "COMMIT",
  ]);
});

test("what waited is there after the commit, and not after a rollback", async () => {
  const { ctx, naming, readName } = await business();
  await ctx.db.transaction((tx) => tx.execute(later(naming("Anna"))));
  expect(await readName()).toBe("Anna");
  const change = ctx.db.transaction(async (tx) => {
    await tx.execute(later(naming("Berta")));
    throw new Error("thought better of it");
  });
  await expect(change).rejects.toThrow("thought better of it");
  expect(await readName()).toBe("Anna");
  // The same connections, with nothing left waiting on them.
  await Promise.all(Array.from({ length: 20 }, () => ctx.db.transaction((tx) => tx.execute(sql`SELECT 1`))));
  expect(await readName()).toBe("Anna");
});

test("what fails later undoes everything, at the commit too", async () => {
  const { ctx, naming, readName } = await business();
  await ctx.db.execute(naming("Anna"));
  const change = ctx.db.transaction(async (tx) => {
    await tx.execute(naming("Berta"));
    await tx.execute(later(failing));
  });
  await expect(change).rejects.toThrow();
  expect(await readName()).toBe("Anna");
});

test("of statements sent together none runs after one that fails", async () => {
  const { ctx, naming, readName } = await business();
  await ctx.db.transaction(async (tx) => {
    await expect(together(tx, [naming("Anna"), failing, naming("Berta")])).rejects.toThrow();
  });
  expect(await readName()).toBe("Anna");
});

test("a value stays a value, whatever stands in it", async () => {
  const { ctx, naming, readName } = await business();
  for (const hostile of [
    "\\'; DELETE FROM staff; -- ",
    "'; DELETE FROM staff; -- ",
    "a\\",
    ";\n",
    "/* later */ x",
    "?",
  ]) {
    await ctx.db.transaction(async (tx) => {
      await tx.execute(later(naming(hostile)));
      await together(tx, [naming(hostile), naming(hostile)]);
    });
    expect(await readName()).toBe(hostile);
  }
});

test("outside of a transaction nothing waits", async () => {
  const { ctx, naming, readName } = await business();
  await ctx.db.execute(later(naming("Anna")));
  expect(await readName()).toBe("Anna");
});

test("a row can name the one inserted just before", async () => {
  const { ctx } = await business();
  const tenantId = ctx.tenant.id;
  const [{ insertId } = { insertId: 0 }] = await together(testDatabase(), [
    insertion(branches, [{ tenantId, name: "Nord", federalState: "BE" }]),
    insertion(staff, [{ tenantId, name: "Emil", homeBranchId: lastInsertId }]),
  ]);
  const rows = await ctx.db
    .select({ homeBranchId: staff.homeBranchId })
    .from(staff)
    .where(and(eq(staff.tenantId, tenantId), eq(staff.name, "Emil")));
  expect(rows).toEqual([{ homeBranchId: insertId }]);
});
