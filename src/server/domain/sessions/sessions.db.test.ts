import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { events, sessions } from "@/server/db/schema";
import { testDatabase } from "@/test/database";
import { as, createTenant, platformContext } from "@/test/factories";
import { createPerson, signedIn, testPassword } from "@/test/people";
import { createApiKey } from "../api-keys/create-api-key";
import { createBranch } from "../branches/create-branch";
import { changePassword } from "../users/change-password";
import { checkCredentials } from "../users/check-credentials";
import { disableUser } from "../users/disable-user";
import { findSessionUser } from "./find-session-user";
import { listSessions } from "./list-sessions";
import { revokeSession } from "./revoke-session";
import { signOutEverywhere } from "./sign-out-everywhere";
import { startSession } from "./start-session";

const who = (sessionId: string) => findSessionUser(testDatabase(), sessionId);

async function ownerWithTwoSessions() {
  const ctx = await createTenant();
  const person = await createPerson(ctx.tenant.id, "owner");
  const [desk, phone] = [await signedIn(person), await signedIn(person)];
  const actor = { type: "user", userId: person.id, role: "owner" } as const;
  return { ctx, person, desk, phone, own: platformContext(actor), actor };
}

describe("a session", () => {
  test("ends at the next request when its user signs out everywhere", async () => {
    const { own, desk, phone, person } = await ownerWithTwoSessions();
    const stranger = await signedIn(await createPerson(null, "platform_admin"));
    expect(await who(desk.sessionId)).toMatchObject({ userId: person.id, role: "owner" });
    await signOutEverywhere(own);
    expect(await who(desk.sessionId)).toBeNull();
    expect(await who(phone.sessionId)).toBeNull();
    expect(await who(stranger.sessionId)).not.toBeNull();
  });

  test("ends when the password is changed elsewhere, and survives where it was changed", async () => {
    const { own, desk, phone, person } = await ownerWithTwoSessions();
    const change = { newPassword: "another good password", sessionId: desk.sessionId };
    await expect(changePassword(own, { ...change, currentPassword: "wrong" })).rejects.toMatchObject({
      code: "auth.wrong_password",
    });
    expect(await who(phone.sessionId)).not.toBeNull();
    await changePassword(own, { ...change, currentPassword: testPassword });
    expect(await who(desk.sessionId)).not.toBeNull();
    expect(await who(phone.sessionId)).toBeNull();
    const { email } = person;
    expect(await checkCredentials(own.db, { email, password: testPassword })).toBeUndefined();
    expect(await checkCredentials(own.db, { email, password: change.newPassword })).toBeDefined();
  });

  test("ends when an owner disables its user; nobody disables themselves or a stranger", async () => {
    const { ctx, actor } = await ownerWithTwoSessions();
    const member = await signedIn(await createPerson(ctx.tenant.id, "staff"));
    const other = await createTenant();
    const stranger = await signedIn(await createPerson(other.tenant.id, "staff"));
    const owner = as(ctx, actor);
    await expect(disableUser(owner, { userId: stranger.userId })).rejects.toMatchObject({
      kind: "not_found",
    });
    await expect(disableUser(owner, { userId: actor.userId })).rejects.toMatchObject({ kind: "conflict" });
    await disableUser(owner, { userId: member.userId });
    expect(await who(member.sessionId)).toBeNull();
    expect(await who(stranger.sessionId)).not.toBeNull();
  });

  test("can be ended by its own user only", async () => {
    const { own, desk, phone } = await ownerWithTwoSessions();
    const stranger = await signedIn(await createPerson(null, "platform_admin"));
    await expect(revokeSession(own, { sessionId: stranger.sessionId })).rejects.toMatchObject({
      code: "session.not_found",
    });
    await revokeSession(own, { sessionId: phone.sessionId });
    expect(await who(phone.sessionId)).toBeNull();
    expect(await who(desk.sessionId)).not.toBeNull();
    expect(await listSessions(own)).toMatchObject([{ id: desk.sessionId }]);
  });

  test("ends by itself after its time", async () => {
    const { desk } = await ownerWithTwoSessions();
    const db = testDatabase();
    await db.update(sessions).set({ expiresAt: new Date() }).where(eq(sessions.id, desk.sessionId));
    expect(await who(desk.sessionId)).toBeNull();
  });

  test("notes its last use at most once a minute", async () => {
    const { desk } = await ownerWithTwoSessions();
    const db = testDatabase();
    const seenAt = async (set?: Date) => {
      if (set) await db.update(sessions).set({ lastSeenAt: set }).where(eq(sessions.id, desk.sessionId));
      await who(desk.sessionId);
      const [row] = await db.select().from(sessions).where(eq(sessions.id, desk.sessionId));
      return row?.lastSeenAt.getTime();
    };
    const recent = Date.now() - 50_000;
    expect(await seenAt(new Date(recent))).toBe(recent);
    expect(await seenAt(new Date(Date.now() - 70_000))).toBeGreaterThan(Date.now() - 5_000);
  });

  test("is gone with a line in the audit trail that says why", async () => {
    const { ctx, own, person } = await ownerWithTwoSessions();
    await signOutEverywhere(own);
    const trail = await testDatabase()
      .select({ data: events.data, actor: events.actor })
      .from(events)
      .where(and(eq(events.tenantId, ctx.tenant.id), eq(events.type, "user.sessions_revoked")));
    expect(trail).toEqual([
      {
        data: { userId: person.id, reason: "signed_out_everywhere" },
        actor: { type: "user", userId: person.id, role: "owner" },
      },
    ]);
  });
});

test("the log keeps where somebody signed in who changed who comes in, shortened, and of nothing else", async () => {
  const { ctx, person } = await ownerWithTwoSessions();
  const sessionId = await startSession(
    platformContext(),
    { ...person, tenantId: ctx.tenant.id, role: "owner" },
    {
      userAgent: "Mozilla/5.0 (Windows NT 10.0; Win64; x64) … Chrome/141.0 Safari/537.36",
      ipAddress: "203.0.113.77",
    },
  );
  const user = await who(sessionId);
  const owner = as(ctx, { type: "user", userId: person.id, role: "owner", from: user?.from });
  await createApiKey(owner, { name: "Website", scopes: ["calls:read"] });
  await createBranch(owner, {
    name: "Nord",
    address: "",
    phone: "",
    federalState: "BE",
    timeZone: "Europe/Berlin",
  });
  const rows = await ctx.db
    .select({ type: events.type, actor: events.actor })
    .from(events)
    .where(eq(events.tenantId, ctx.tenant.id));
  const from = { address: "203.0.113.0", device: { browser: "Chrome", system: "Windows" } };
  const actorOf = (type: string) => rows.findLast((row) => row.type === type)?.actor;
  expect(actorOf("user.signed_in")).toMatchObject({ from });
  expect(actorOf("api_key.created")).toMatchObject({ from });
  expect(actorOf("branch.created")).toEqual({ type: "user", userId: person.id, role: "owner" });
});
