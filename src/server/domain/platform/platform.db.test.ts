import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { calls, phoneNumbers, setups, unassignedCalls } from "@/server/db/schema";
import { as, createBusiness, createTenant, platformContext, uniquePhone } from "@/test/factories";
import { createPerson } from "@/test/people";
import { countRowsRead, rowsAllowed } from "@/test/rows-read";
import type { PlatformContext } from "../_core/context";
import { DomainError } from "../_core/errors";
import { markCall } from "../analytics/mark-hours";
import { refreshRollups } from "../analytics/refresh-rollups";
import { assignPhoneNumber } from "../phone-numbers/assign-phone-number";
import { movePhoneNumber } from "../phone-numbers/move-phone-number";
import { resolveCalledNumber } from "../phone-numbers/resolve-called-number";
import { listNumbers } from "./list-numbers";
import { listTenants } from "./list-tenants";
import { listUsage } from "./list-usage";
import { listWishedNumbers } from "./list-wished-numbers";

async function adminContext(): Promise<PlatformContext> {
  const { id } = await createPerson(null, "platform_admin");
  return platformContext({ type: "user", userId: id, role: "platform_admin" });
}

type TenantPage = Awaited<ReturnType<typeof listTenants>>;

describe("the list of businesses", () => {
  test("is turned page by page without losing one, however many are called the same", async () => {
    const ctx = await adminContext();
    const mark = `Gleich ${Date.now().toString(36)}`;
    const ids = new Set<string>();
    for (let i = 0; i < 60; i++) ids.add((await createTenant({ name: mark })).tenant.id);
    const seen: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page: TenantPage = await listTenants(ctx, { cursor });
      seen.push(...page.rows.map(({ id }) => id));
      cursor = page.next;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect([...ids].every((id) => seen.includes(id))).toBe(true);
    for (const filter of [{}, { status: "active" }] as const) {
      const { result, rowsRead } = await countRowsRead((db) => listTenants({ ...ctx, db }, filter));
      expect(rowsRead).toBeLessThanOrEqual(rowsAllowed(result.rows.length));
    }
  });

  test("says of each business when it was last called, and of none another's call", async () => {
    const ctx = await adminContext();
    const name = `Zuletzt ${Date.now().toString(36)}`;
    const [called, quiet] = [await createTenant({ name }), await createTenant({ name })];
    const at = (minute: number) => new Date(Date.UTC(2026, 2, 1, 9, minute));
    for (const minute of [5, 20, 10])
      await ctx.db.insert(calls).values({
        tenantId: called.tenant.id,
        callId: `call_last_${minute}_${called.tenant.id}`,
        startTimestamp: at(minute),
        lastActivityAt: at(minute),
      });
    const last = new Map(
      (await listTenants(ctx, { search: name })).rows.map((row) => [row.id, row.lastCallAt]),
    );
    expect(last.get(called.tenant.id)).toEqual(at(20));
    expect(last.get(quiet.tenant.id)).toBeNull();
  });

  test("is searched by any word of name or address, in any order", async () => {
    const ctx = await adminContext();
    const word = `wort${Date.now().toString(36)}`;
    const { tenant } = await createTenant({ name: `Praxis ${word} am Park` });
    const found = async (search: string) => (await listTenants(ctx, { search })).rows.map(({ id }) => id);
    expect(await found(`park ${word.toUpperCase()}`)).toEqual([tenant.id]);
    expect(await found(tenant.slug)).toEqual([tenant.id]);
    expect(await found(`${word} 100%`)).toEqual([]);
  });
});

test("the usage of a month equals what its calls add up to, and knows no other month", async () => {
  const ctx = await adminContext();
  const name = `Verbrauch ${Date.now().toString(36)}`;
  const { ctx: business, branchId } = await createBusiness({ name });
  const tenantId = business.tenant.id;
  const begun = [
    // The first and the last moment of March on the wall, which begins and ends at another offset; then April's first.
    "2026-02-28T23:00:00Z",
    "2026-03-31T21:59:59Z",
    "2026-03-31T22:00:00Z",
  ].map((at) => new Date(at));
  for (const [index, startTimestamp] of begun.entries()) {
    const values = {
      tenantId,
      branchId,
      callId: `${tenantId}-${index}`,
      startTimestamp,
      lastActivityAt: startTimestamp,
      durationSec: 90,
      costUsdCents: 12.5,
      status: "ended" as const,
    };
    const [row] = await ctx.db.insert(calls).values(values).$returningId();
    await markCall(ctx.db, tenantId, row?.id ?? 0);
  }
  await refreshRollups(business);
  const usage = async (month: string) => {
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page: Awaited<ReturnType<typeof listUsage>> = await listUsage(ctx, { month, cursor });
      const row = page.rows.find((candidate) => candidate.tenantId === tenantId);
      if (row) return row;
      cursor = page.next;
    }
    return undefined;
  };
  expect(await usage("2026-03")).toMatchObject({ calls: 2, durationSec: 180, costUsdCents: 25 });
  expect(await usage("2026-04")).toMatchObject({ calls: 1 });
  expect(await usage("2026-02")).toMatchObject({ calls: 0, costUsdCents: 0 });
});

test("a number moves to another business with its next call; its old business no longer has it", async () => {
  const ctx = await adminContext();
  const [from, to] = [await createBusiness(), await createBusiness()];
  const [row] = await ctx.db
    .select({ id: phoneNumbers.id })
    .from(phoneNumbers)
    .where(eq(phoneNumbers.phoneNumber, from.phoneNumber));
  const target = { tenantId: to.ctx.tenant.id, branchId: to.branchId, agentId: to.agentId };
  const move = () => movePhoneNumber(ctx, { phoneNumberId: row?.id ?? 0, ...target });
  const foreign = movePhoneNumber(ctx, { phoneNumberId: row?.id ?? 0, ...target, branchId: from.branchId });
  await expect(foreign).rejects.toMatchObject({ code: "branch.not_found" });
  expect((await resolveCalledNumber(ctx, from.phoneNumber))?.tenant.id).toBe(from.ctx.tenant.id);
  await move();
  expect((await resolveCalledNumber(ctx, from.phoneNumber))?.tenant.id).toBe(to.ctx.tenant.id);
  await expect(move()).rejects.toMatchObject({ code: "phone_number.not_found" });
});

test("a number is found by how it begins, in any spelling", async () => {
  const ctx = await adminContext();
  const { ctx: business, branchId } = await createBusiness();
  const phoneNumber = uniquePhone();
  await ctx.db.insert(phoneNumbers).values({ tenantId: business.tenant.id, phoneNumber, branchId });
  const national = `0${phoneNumber.slice(3)}`;
  for (const search of [phoneNumber, national, `${national.slice(0, 3)} ${national.slice(3)}`])
    expect((await listNumbers(ctx, { search })).rows.map((row) => row.phoneNumber)).toEqual([phoneNumber]);
});

test("the list of numbers reads three rows for each, though every one belongs to somebody else", async () => {
  const ctx = await adminContext();
  for (let i = 0; i < 60; i++) await createBusiness();
  const pages = async (cursor?: string) => {
    const { result, rowsRead } = await countRowsRead((db) => listNumbers({ ...ctx, db }, { cursor }));
    expect(rowsRead).toBeLessThanOrEqual(rowsAllowed(result.rows.length));
    return result;
  };
  const { rows, next } = await pages();
  expect(rows).toHaveLength(50);
  await pages(next ?? undefined);
});

describe("a number that a business wishes for", () => {
  const name = "Praxis Wunsch";
  async function wishing() {
    const business = await createBusiness({ name });
    const { ctx } = business;
    const wishedNumber = uniquePhone();
    await ctx.db
      .insert(setups)
      .values({ tenantId: ctx.tenant.id, trade: "physiotherapy", steps: {}, wishedNumber });
    return { ...business, wishedNumber };
  }
  const wishOf = async (ctx: PlatformContext, number: string) =>
    (await listWishedNumbers(ctx)).find(({ phoneNumber }) => phoneNumber === number);

  test("waits with its branch and its calls until it rings there", async () => {
    const ctx = await adminContext();
    const { ctx: business, branchId, wishedNumber } = await wishing();
    const seen = new Date();
    await ctx.db.insert(unassignedCalls).values({
      callId: `wished-${wishedNumber}`,
      toNumber: wishedNumber,
      firstSeenAt: seen,
      lastSeenAt: seen,
    });
    expect(await wishOf(ctx, wishedNumber)).toEqual({
      phoneNumber: wishedNumber,
      tenantSlug: business.tenant.slug,
      tenantName: name,
      branchId,
      waitingCalls: 1,
      holderName: null,
    });
    await assignPhoneNumber(ctx, { phoneNumber: wishedNumber, tenantId: business.tenant.id, branchId });
    expect(await wishOf(ctx, wishedNumber)).toBeUndefined();
  });

  test("says whose it is, where another business has it", async () => {
    const ctx = await adminContext();
    const { wishedNumber } = await wishing();
    const other = await createBusiness({ name });
    await assignPhoneNumber(ctx, {
      phoneNumber: wishedNumber,
      tenantId: other.ctx.tenant.id,
      branchId: other.branchId,
    });
    expect(await wishOf(ctx, wishedNumber)).toMatchObject({ holderName: name });
  });

  test("is shown to the platform alone", async () => {
    const { ctx } = await wishing();
    const owner = as(ctx, { type: "user", userId: 1, role: "owner" });
    expect(() => listWishedNumbers(owner)).toThrow(DomainError);
  });
});
