import { and, eq, isNull } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { appointments, calls, customers } from "@/server/db/schema";
import { createTenant, platformContext } from "@/test/factories";
import { countRowsRead, rowsAllowed } from "@/test/rows-read";
import type { TenantContext } from "../_core/context";
import { changeCustomer } from "./change-customer";
import { createCustomer } from "./create-customer";
import { indexCustomers } from "./index-customers";
import { listCustomerRows } from "./list-customer-rows";
import { listLastCalls } from "./list-last-calls";
import { listNextVisits } from "./list-next-visits";
import { searchCustomers } from "./search-customers";

describe("whoever is meant is found", () => {
  let ctx: TenantContext;
  beforeAll(async () => {
    ctx = await createTenant();
    for (const values of [
      { name: "Anna Maier", phone: "+491711234567", birthdate: "1980-03-17" },
      { name: "Anna-Lena Meyerhoff", email: "al.meyerhoff@example.test" },
      { name: "Thomas Müller", phone: "+493012345678", birthdate: "1980-03-17" },
      { name: "Jürgen Wagner" },
      { name: "Prof. Dr. Änne Groß" },
      { name: "Ayşe Yılmaz" },
    ])
      await createCustomer(ctx, values);
  });

  test.each([
    ["Meyer", "Anna Maier"],
    ["maier", "Anna Maier"],
    ["Mayr", "Anna Maier"],
    ["Meier, Anna", "Anna Maier"],
    ["Anna Mei", "Anna Maier"],
    ["Mueller", "Thomas Müller"],
    ["Müler", "Thomas Müller"],
    ["Tomas Miller", "Thomas Müller"],
    ["Wanger", "Jürgen Wagner"],
    ["Wagmer", "Jürgen Wagner"],
    ["Juergen", "Jürgen Wagner"],
    ["Yilmaz", "Ayşe Yılmaz"],
    ["ayse YILMAZ", "Ayşe Yılmaz"],
    ["Gross", "Prof. Dr. Änne Groß"],
    ["Lena Meyerh", "Anna-Lena Meyerhoff"],
    ["al.mey", undefined],
    ["al.meyerhoff@", "Anna-Lena Meyerhoff"],
    ["0171/1234567", "Anna Maier"],
    ["+49 (0) 171 - 123 45 67", "Anna Maier"],
    ["0049171123", "Anna Maier"],
    ["0171 12", "Anna Maier"],
    ["…4567".slice(1), "Anna Maier"],
    ["030 123", "Thomas Müller"],
    ["Maier 17.3.80", "Anna Maier"],
    ["17. März 1980 Müller", "Thomas Müller"],
    ["Schulze", undefined],
    ["%", undefined],
    ["_nna", undefined],
  ])("%s finds %s", async (search, name) => {
    const { rows } = await searchCustomers(ctx, search);
    expect(rows[0]?.name).toBe(name);
  });

  test("a birthdate alone finds everybody born that day", async () => {
    const { rows } = await searchCustomers(ctx, "17.03.1980");
    expect(rows.map((row) => row.name).sort()).toEqual(["Anna Maier", "Thomas Müller"]);
  });
});

test("who is written alike stands before who only has the same code", async () => {
  const ctx = await createTenant();
  for (const name of ["Marie Adam", "Zoe Meyer", "Yves Meier"]) await createCustomer(ctx, { name });
  const { rows } = await searchCustomers(ctx, "Meier");
  expect(rows.map((row) => row.name)).toEqual(["Yves Meier", "Zoe Meyer", "Marie Adam"]);
});

test("a changed name is found by the new one and not by the old one", async () => {
  const ctx = await createTenant();
  const { id } = await createCustomer(ctx, { name: "Erna Schulze" });
  const rest = { phone: null, email: null, birthdate: null, notes: null };
  await changeCustomer(ctx, { customerId: id, name: "Erna Petersen", ...rest });
  expect((await searchCustomers(ctx, "Petersen")).rows).toHaveLength(1);
  expect((await searchCustomers(ctx, "Schulze")).rows).toEqual([]);
});

test("rows that came in past the verbs are made findable by the job", async () => {
  const ctx = await createTenant();
  await ctx.db.insert(customers).values({ tenantId: ctx.tenant.id, name: "Karla Kolumna" });
  expect((await searchCustomers(ctx, "Kolumna")).rows).toEqual([]);
  await indexCustomers(platformContext());
  expect((await searchCustomers(ctx, "Kolumna")).rows).toHaveLength(1);
});

describe("in a business that owns nearly all customers", () => {
  const many = 50_000;
  const firstNames = ["Anna", "Ben", "Clara", "David", "Eva", "Felix", "Greta", "Hans", "Ida", "Jan"];
  /** A few names are most of them. */
  const lastName = (n: number) =>
    n % 2
      ? "Müller"
      : n % 4
        ? n % 8 === 2
          ? "Maier"
          : "Meyer"
        : `Hausname${"abcdefghij"[n % 10]}${n % 977}`;
  let ctx: TenantContext;
  const reading = (work: (ctx: TenantContext) => Promise<{ rows: unknown[] }>) =>
    countRowsRead((db) => work({ ...ctx, db }));

  beforeAll(async () => {
    ctx = await createTenant();
    const tenantId = ctx.tenant.id;
    for (let start = 0; start < many; start += 5_000)
      await ctx.db.insert(customers).values(
        Array.from({ length: 5_000 }, (_, i) => {
          const n = start + i;
          const day = new Date(Date.UTC(1950, 0, 1) + (n % 1_000) * 86_400_000);
          return {
            tenantId,
            name: n % 50 === 7 ? null : `${firstNames[n % 10]} ${lastName(n)}`,
            phone: `+49176${String(10_000_000 + n * 7)}`,
            email: `kunde${n}@example.test`,
            birthdate: day.toISOString().slice(0, 10),
          };
        }),
      );
    await indexCustomers(platformContext());
  }, 300_000);

  test.each([
    ["Müller", 50],
    ["Meyer", 50],
    ["Maier", 50],
    ["Eva", 50],
    ["Anna Müller", undefined],
    ["Jan Müller", 50],
    ["Müllre", 50],
    ["Hausnamea", 50],
    ["kunde1", undefined],
    ["kunde1@", undefined],
    ["0176 1", 50],
    ["0176/10000007", 1],
    ["9993", undefined],
    ["1.2.50", 50],
    ["Eva 1.2.50", 50],
    ["Xylander", 0],
    ["Xylanderowski", 0],
  ])("searching %s reads few rows for each it shows", async (search, shown) => {
    const { result, rowsRead } = await reading((own) => listCustomerRows(own, { search }));
    if (shown !== undefined) expect(result.rows).toHaveLength(shown);
    expect(rowsRead).toBeLessThanOrEqual(rowsAllowed(result.rows.length));
  });

  test("so does the list, at its beginning, in its middle, among the nameless and back", async () => {
    const named = await ctx.db
      .select({ id: customers.id })
      .from(customers)
      .where(eq(customers.tenantId, ctx.tenant.id))
      .orderBy(customers.name)
      .limit(1)
      .offset(many / 2);
    for (const cursor of [undefined, `>${named[0]?.id}`, `<${named[0]?.id}`, `>${await namelessId()}`]) {
      const { result, rowsRead } = await reading((own) => listCustomerRows(own, { cursor }));
      expect(result.rows).toHaveLength(50);
      expect(rowsRead).toBeLessThanOrEqual(rowsAllowed(50));
    }
  });

  async function namelessId() {
    const [row] = await ctx.db
      .select({ id: customers.id })
      .from(customers)
      .where(and(eq(customers.tenantId, ctx.tenant.id), isNull(customers.name)))
      .limit(1);
    return row?.id;
  }

  test("when they called and come next is one entry each, however often they did", async () => {
    const { rows } = await listCustomerRows(ctx, {});
    const regular = rows[0]?.id as number;
    const now = Date.now();
    const long = Array.from({ length: 3_000 }, (_, i) => ({
      tenantId: ctx.tenant.id,
      customerId: regular,
      callId: `call_${ctx.tenant.slug}_${i}`,
      startTimestamp: new Date(now - i * 60_000),
      lastActivityAt: new Date(),
    }));
    await ctx.db.insert(calls).values(long);
    await ctx.db.insert(appointments).values(
      long.map((_, i) => ({
        tenantId: ctx.tenant.id,
        customerId: regular,
        startTime: new Date(now + (i - 1_500) * 3_600_000),
        endTime: new Date(now + (i - 1_500) * 3_600_000 + 1),
        status: "scheduled" as const,
        source: "dashboard" as const,
      })),
    );
    const ids = rows.map((row) => row.id);
    const lastCalls = await reading(async (own) => ({ rows: await listLastCalls(own, ids) }));
    expect(lastCalls.result.rows).toContainEqual({ customerId: regular, at: new Date(now) });
    expect(lastCalls.rowsRead).toBeLessThanOrEqual(rowsAllowed(50));
    const next = await reading(async (own) => ({
      rows: await listNextVisits(own, ids, new Date(now)),
    }));
    expect(next.result.rows).toContainEqual({ customerId: regular, at: new Date(now) });
    expect(next.rowsRead).toBeLessThanOrEqual(rowsAllowed(50));
  });

  test("control: looking for a part of the name reads them all", async () => {
    const { rowsRead } = await reading(async (own) => ({
      rows: await own.db.select().from(customers).where(eq(customers.notes, "x")).limit(50),
    }));
    expect(rowsRead).toBeGreaterThan(many / 2);
  });
});
