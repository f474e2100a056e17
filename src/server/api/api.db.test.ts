import { and, eq } from "drizzle-orm";
import { encode } from "next-auth/jwt";
import { describe, expect, test } from "vitest";
import { env } from "@/env";
import { sessionCookieName } from "@/server/auth/session-cookie";
import { events, tenants } from "@/server/db/schema";
import { signOutEverywhere } from "@/server/domain/sessions/sign-out-everywhere";
import { agentConfig } from "@/server/voice/agent-config";
import { testDatabase } from "@/test/database";
import { createTenant, platformContext } from "@/test/factories";
import { createPerson, signedIn } from "@/test/people";
import { doorFor } from "../auth/door";
import { handleApiRequest } from "./handle-request";

const origin = "http://localhost:3000";
const json = { "content-type": "application/json" };

async function cookieOf(sessionId: string) {
  const token = await encode({ token: { sessionId }, secret: env.AUTH_SECRET });
  return `${sessionCookieName()}=${token}`;
}

async function ask(slug: string, procedure: string, init: RequestInit = {}) {
  const request = new Request(`${origin}/api/trpc/${slug}/${procedure}`, init);
  const response = await handleApiRequest(request, slug, agentConfig);
  const text = await response.text();
  return { status: response.status, body: text ? JSON.parse(text) : undefined };
}

const errorOf = (answer: Awaited<ReturnType<typeof ask>>) => answer.body.error.json.data.error;

describe("tRPC over HTTP", () => {
  test("knows its user by the cookie, until the session is revoked", async () => {
    const { tenant } = await createTenant();
    const user = await signedIn(await createPerson(tenant.id, "owner"));
    const headers = { cookie: await cookieOf(user.sessionId) };
    expect(await ask(tenant.slug, "account.me", { headers })).toMatchObject({
      status: 200,
      body: { result: { data: { json: { userId: user.userId } } } },
    });
    await signOutEverywhere(platformContext({ type: "user", userId: user.userId, role: user.role }));
    const refused = await ask(tenant.slug, "account.me", { headers });
    expect(refused.status).toBe(401);
    expect(errorOf(refused)).toMatchObject({ code: "unauthenticated", requestId: expect.any(String) });
  });

  test.each([undefined, "", "nonsense", "eyJhbGciOiJkaXIifQ..x.y.z"])(
    "takes the cookie %j for nobody",
    async (c) => {
      const headers: Record<string, string> =
        c === undefined ? {} : { cookie: `${sessionCookieName()}=${c}` };
      expect((await ask("any", "account.me", { headers })).status).toBe(401);
    },
  );

  test("changes nothing for a page of somebody else", async () => {
    const { tenant } = await createTenant();
    const user = await signedIn(await createPerson(tenant.id, "owner"));
    const cookie = await cookieOf(user.sessionId);
    const send = (headers: Record<string, string>, body = "{}") =>
      ask(tenant.slug, "account.signOutEverywhere", {
        method: "POST",
        headers: { cookie, ...headers },
        body,
      });
    expect((await send({ ...json, origin: "https://evil.test" })).status).toBe(403);
    expect((await send({ ...json, origin: "null" })).status).toBe(403);
    expect((await send({ ...json, "sec-fetch-site": "cross-site" })).status).toBe(403);
    expect((await send({ ...json, "sec-fetch-site": "same-site" })).status).toBe(403);
    expect((await send({ "content-type": "text/plain" })).status).toBe(415);
    expect((await send({ "content-type": "multipart/form-data; boundary=x" })).status).toBe(415);
    expect((await send(json, `{"a":"${"x".repeat(1_100_000)}"}`)).status).toBe(413);
    expect((await ask(tenant.slug, "account.me", { headers: { cookie } })).status).toBe(200);
    expect((await send({ ...json, origin })).status).toBe(200);
    expect((await ask(tenant.slug, "account.me", { headers: { cookie } })).status).toBe(401);
  });

  test("says which field is wrong", async () => {
    const { tenant } = await createTenant();
    const user = await signedIn(await createPerson(tenant.id, "owner"));
    const answer = await ask(tenant.slug, "account.changePassword", {
      method: "POST",
      headers: { ...json, cookie: await cookieOf(user.sessionId) },
      body: JSON.stringify({ json: { currentPassword: "x", newPassword: "short" } }),
    });
    expect(answer.status).toBe(422);
    expect(errorOf(answer)).toMatchObject({
      code: "invalid",
      details: { fields: { newPassword: expect.any(String) } },
    });
  });
});

describe("the door of a business", () => {
  const refusalAt = (door: ReturnType<typeof doorFor>) =>
    door.tenant().then(
      () => "entered",
      (error: { code: string }) => error.code,
    );

  test("lets its own people in, and nobody else, as if it did not exist", async () => {
    const [a, b] = [await createTenant(), await createTenant()];
    const user = await signedIn(await createPerson(b.tenant.id, "owner"));
    const at = (slug: string) => refusalAt(doorFor(user, slug, testDatabase()));
    expect(await at(b.tenant.slug)).toBe("entered");
    expect(await at(a.tenant.slug)).toBe("tenant.not_found");
    expect(await at("no-such-business")).toBe("tenant.not_found");
    expect(await at("platform")).toBe("tenant.not_found");
    expect(() => doorFor(user, "platform", testDatabase()).platform()).toThrow("page.not_found");
    expect(await refusalAt(doorFor(null, a.tenant.slug, testDatabase()))).toBe("unauthenticated");
  });

  test("tells the people of a suspended business so, and strangers nothing", async () => {
    const { tenant, db } = await createTenant();
    const user = await signedIn(await createPerson(tenant.id, "owner"));
    await db.update(tenants).set({ status: "suspended" }).where(eq(tenants.id, tenant.id));
    expect(await refusalAt(doorFor(user, tenant.slug, db))).toBe("tenant.suspended");
    const stranger = await signedIn(await createPerson((await createTenant()).tenant.id, "owner"));
    expect(await refusalAt(doorFor(stranger, tenant.slug, db))).toBe("tenant.not_found");
  });

  test("is open to platform admins, and the audit trail says so once per session", async () => {
    const { tenant, db } = await createTenant();
    const admin = await createPerson(null, "platform_admin");
    const entries = () =>
      db
        .select({ actor: events.actor })
        .from(events)
        .where(and(eq(events.tenantId, tenant.id), eq(events.type, "tenant.entered")));
    const first = await signedIn(admin);
    await Promise.all(Array.from({ length: 5 }, () => doorFor(first, tenant.slug, db).tenant()));
    await doorFor(first, tenant.slug, db).tenant();
    expect(await entries()).toEqual([{ actor: { type: "user", userId: admin.id, role: "platform_admin" } }]);
    await doorFor(await signedIn(admin), tenant.slug, db).tenant();
    expect(await entries()).toHaveLength(2);
    expect(doorFor(first, "platform", db).platform().user.userId).toBe(admin.id);
  });
});
