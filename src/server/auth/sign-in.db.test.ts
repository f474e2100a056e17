import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { events, users } from "@/server/db/schema";
import { testDatabase } from "@/test/database";
import { createTenant, platformContext } from "@/test/factories";
import { createPerson, testPassword } from "@/test/people";
import { signIn } from "./sign-in";

const address = () => `10.${[1, 2, 3].map(() => Math.floor(Math.random() * 255)).join(".")}`;

const attempt = (email: string, password: string, ipAddress: string | null = address()) =>
  signIn(platformContext(), { email, password, ipAddress, userAgent: "test" });

const refusal = (email: string, password: string, ipAddress?: string) =>
  attempt(email, password, ipAddress).then(
    () => "signed in",
    (error: unknown) => error,
  );

describe("signing in", () => {
  test("with the right password opens a session and is in the audit trail", async () => {
    const { tenant } = await createTenant();
    const owner = await createPerson(tenant.id, "owner");
    expect(await attempt(` ${owner.email.toUpperCase()} `, testPassword)).toMatch(/^[0-9a-f-]{36}$/);
    const trail = await testDatabase().select().from(events).where(eq(events.tenantId, tenant.id));
    expect(trail).toMatchObject([{ type: "user.signed_in", entityId: owner.id }]);
  });

  test("answers the same for an unknown user, a wrong password, a disabled user and nonsense", async () => {
    const { tenant } = await createTenant();
    const owner = await createPerson(tenant.id, "owner");
    const disabled = await createPerson(tenant.id, "staff");
    await testDatabase().update(users).set({ status: "disabled" }).where(eq(users.id, disabled.id));
    const answers = await Promise.all([
      refusal(`${randomUUID()}@example.test`, testPassword),
      refusal(owner.email, "not the password"),
      refusal(disabled.email, testPassword),
      refusal("nobody", testPassword),
      refusal(owner.email, "x".repeat(100_000)),
    ]);
    for (const answer of answers)
      expect(answer).toMatchObject({
        code: "auth.invalid_credentials",
        kind: "unauthenticated",
        details: {},
      });
  });

  test("is closed for an account after ten wrong passwords, also to the right one and from anywhere", async () => {
    const { tenant } = await createTenant();
    const owner = await createPerson(tenant.id, "owner");
    const guesses = await Promise.all(Array.from({ length: 14 }, () => refusal(owner.email, "wrong guess")));
    const codes = guesses.map((error) => (error as { code: string }).code);
    expect(codes.filter((code) => code === "auth.invalid_credentials")).toHaveLength(10);
    expect(codes.filter((code) => code === "auth.rate_limited")).toHaveLength(4);
    expect(await refusal(owner.email, testPassword)).toMatchObject({
      code: "auth.rate_limited",
      details: { retryAfterSeconds: expect.any(Number) },
    });
  });

  test("is closed in the same way for accounts that do not exist", async () => {
    const email = `${randomUUID()}@example.test`;
    for (let i = 0; i < 10; i++) await refusal(email, "wrong guess");
    expect(await refusal(email, "wrong guess")).toMatchObject({ code: "auth.rate_limited" });
  });

  test("is closed for an address that tries many accounts, and stays open for everybody else", async () => {
    const { tenant } = await createTenant();
    const owner = await createPerson(tenant.id, "owner");
    const attacker = address();
    await Promise.all(
      Array.from({ length: 50 }, () => refusal(`${randomUUID()}@example.test`, "guess", attacker)),
    );
    expect(await refusal(owner.email, testPassword, attacker)).toMatchObject({ code: "auth.rate_limited" });
    expect(await attempt(owner.email, testPassword)).toEqual(expect.any(String));
  });

  test("with the right password does not use up attempts", async () => {
    const { tenant } = await createTenant();
    const owner = await createPerson(tenant.id, "owner");
    const office = address();
    for (let i = 0; i < 12; i++) await attempt(owner.email, testPassword, office);
  });
});
