import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { users } from "@/server/db/schema";
import { testDatabase } from "@/test/database";
import { as, createTenant } from "@/test/factories";
import { createPerson } from "@/test/people";
import type { TenantContext } from "../_core/context";
import { changeMemberRole } from "./change-member-role";
import { disableUser } from "./disable-user";
import { enableUser } from "./enable-user";
import { listMembers } from "./list-members";

const db = testDatabase();

async function businessOfOwners(count: number) {
  const ctx = await createTenant();
  const owners = await Promise.all(Array.from({ length: count }, () => createPerson(ctx.tenant.id, "owner")));
  const asOwner = (userId: number) => as(ctx, { type: "user", userId, role: "owner" });
  return { ctx, ids: owners.map(({ id }) => id), asOwner };
}

const ownersOf = async ({ tenant }: TenantContext) =>
  (
    await db
      .select({ id: users.id })
      .from(users)
      .where(and(eq(users.tenantId, tenant.id), eq(users.role, "owner"), eq(users.status, "active")))
  ).length;

describe("the last owner", () => {
  test("is neither demoted nor locked out", async () => {
    const { ctx, ids, asOwner } = await businessOfOwners(1);
    const owner = ids[0] as number;
    const last = { code: "user.last_owner" };
    await expect(changeMemberRole(asOwner(owner), { userId: owner, role: "staff" })).rejects.toMatchObject(
      last,
    );
    await expect(disableUser(ctx, { userId: owner })).rejects.toMatchObject(last);
  });

  test("is still there after every owner demoted or locked out every other at once", async () => {
    const { ctx, ids, asOwner } = await businessOfOwners(5);
    const attacks = ids.flatMap((by) =>
      ids
        .filter((id) => id !== by)
        .map((userId, index) =>
          index % 2 === 0
            ? changeMemberRole(asOwner(by), { userId, role: "viewer" })
            : disableUser(asOwner(by), { userId }),
        ),
    );
    const outcomes = await Promise.allSettled(attacks);
    expect(await ownersOf(ctx)).toBe(1);
    const refused = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
    expect(refused.length).toBeGreaterThan(0);
    expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(["user.last_owner"]));
  });

  test("control: without the lock both of two owners are gone", async () => {
    const { ctx, ids } = await businessOfOwners(2);
    let looked = 0;
    let bothLooked = () => {};
    const barrier = new Promise<void>((resolve) => {
      bothLooked = resolve;
    });
    await Promise.all(
      ids.map((id) =>
        db.transaction(async (tx) => {
          const others = await tx
            .select({ id: users.id })
            .from(users)
            .where(and(eq(users.tenantId, ctx.tenant.id), eq(users.role, "owner")));
          expect(others).toHaveLength(2);
          if (++looked === 2) bothLooked();
          await barrier;
          await tx.update(users).set({ role: "viewer" }).where(eq(users.id, id));
        }),
      ),
    );
    expect(await ownersOf(ctx)).toBe(0);
  });
});

describe("a member", () => {
  test("has another role from then on, and is listed with it", async () => {
    const { ctx, ids, asOwner } = await businessOfOwners(1);
    const member = await createPerson(ctx.tenant.id, "viewer");
    const owner = asOwner(ids[0] as number);
    await changeMemberRole(owner, { userId: member.id, role: "manager" });
    expect(await listMembers(owner)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id: ids[0], isMe: true, hasTwoFactor: false }),
        expect.objectContaining({ id: member.id, role: "manager", isMe: false, lastSignInAt: null }),
      ]),
    );
  });

  test("who was locked out may come back", async () => {
    const { ctx, ids, asOwner } = await businessOfOwners(1);
    const member = await createPerson(ctx.tenant.id, "staff");
    const owner = asOwner(ids[0] as number);
    await disableUser(owner, { userId: member.id });
    await enableUser(owner, { userId: member.id });
    expect(await listMembers(owner)).toContainEqual(
      expect.objectContaining({ id: member.id, status: "active" }),
    );
  });

  test("is managed by owners alone", async () => {
    const { ctx } = await businessOfOwners(1);
    const member = await createPerson(ctx.tenant.id, "staff");
    const manager = as(ctx, { type: "user", userId: 1, role: "manager" });
    const forbidden = { code: "forbidden" };
    await expect(listMembers(manager)).rejects.toMatchObject(forbidden);
    await expect(changeMemberRole(manager, { userId: member.id, role: "viewer" })).rejects.toMatchObject(
      forbidden,
    );
    await expect(disableUser(manager, { userId: member.id })).rejects.toMatchObject(forbidden);
  });
});
