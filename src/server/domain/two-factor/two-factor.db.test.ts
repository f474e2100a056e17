import { randomInt } from "node:crypto";
import { and, eq, like } from "drizzle-orm";
import { Secret, TOTP } from "otpauth";
import { describe, expect, test } from "vitest";
import { signIn } from "@/server/auth/sign-in";
import { events, recoveryCodes, userTotps } from "@/server/db/schema";
import { testDatabase } from "@/test/database";
import { as, createTenant, platformContext } from "@/test/factories";
import { createPerson, signedIn, testPassword } from "@/test/people";
import { findSessionUser } from "../sessions/find-session-user";
import { beginTwoFactor } from "./begin-two-factor";
import { confirmTwoFactor } from "./confirm-two-factor";
import { disableTwoFactor } from "./disable-two-factor";
import { getTwoFactor } from "./get-two-factor";
import { renewRecoveryCodes } from "./renew-recovery-codes";
import { resetTwoFactor } from "./reset-two-factor";

const db = testDatabase();
const own = { currentPassword: testPassword };
const address = () => `10.${[1, 2, 3].map(() => randomInt(255)).join(".")}`;

/** The app's code of now, or of so many steps later. */
const codeOf = (secret: string, steps = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 });

async function somebody() {
  const ctx = await createTenant();
  const person = await createPerson(ctx.tenant.id, "staff");
  const me = platformContext({ type: "user", userId: person.id, role: "staff" });
  const { sessionId } = await signedIn(person);
  const attempt = (code?: string) =>
    signIn(platformContext(), {
      email: person.email,
      password: testPassword,
      code,
      ipAddress: address(),
      userAgent: null,
    });
  return { ctx, person, me, sessionId, attempt };
}

async function protectedPerson() {
  const world = await somebody();
  const { secret } = await beginTwoFactor(world.me, own);
  const { me, sessionId } = world;
  const codes = await confirmTwoFactor(me, { code: codeOf(secret, -1), sessionId });
  return { ...world, secret, codes };
}

const refusal = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "accepted",
    (error: { code?: string }) => error.code,
  );

describe("the second factor", () => {
  test("is asked for after the password, and only then", async () => {
    const { attempt, secret } = await protectedPerson();
    expect(await refusal(attempt())).toBe("auth.code_required");
    expect(await refusal(attempt("000000"))).toBe("auth.wrong_code");
    expect(await attempt(codeOf(secret))).toEqual(expect.any(String));
  });

  test("asks for nothing before its first code was right, nor of others", async () => {
    const { me, sessionId, attempt } = await somebody();
    await beginTwoFactor(me, own);
    expect(await attempt()).toEqual(expect.any(String));
    expect(await refusal(confirmTwoFactor(me, { code: "000000", sessionId }))).toBe("auth.wrong_code");
    expect(await attempt()).toEqual(expect.any(String));
    expect(await getTwoFactor(me)).toEqual({ isOn: false, recoveryCodesLeft: 0 });
  });

  test("takes a code once, also when it is sent many times at once", async () => {
    const { attempt, secret } = await protectedPerson();
    const code = codeOf(secret);
    const answers = await Promise.all(Array.from({ length: 6 }, () => refusal(attempt(code))));
    expect(answers.filter((answer) => answer === "accepted")).toHaveLength(1);
    expect(await refusal(attempt(code))).toBe("auth.wrong_code");
    expect(await attempt(codeOf(secret, 1)), "control: the next one counts").toEqual(expect.any(String));
  });

  test("takes each recovery code once, in any spelling, and records it", async () => {
    const { ctx, me, attempt, codes } = await protectedPerson();
    expect(codes).toHaveLength(10);
    const [first = ""] = codes;
    const spelled = ` ${first.toUpperCase().replaceAll("-", " ")} `;
    const answers = await Promise.all([1, 2, 3].map(() => refusal(attempt(spelled))));
    expect(answers.filter((answer) => answer === "accepted")).toHaveLength(1);
    expect(await getTwoFactor(me)).toEqual({ isOn: true, recoveryCodesLeft: 9 });
    const trail = await db
      .select({ type: events.type })
      .from(events)
      .where(and(eq(events.tenantId, ctx.tenant.id), like(events.type, "user.recovery%")));
    expect(trail).toEqual([{ type: "user.recovery_code_used" }]);
  });

  test("is closed to guessing after ten codes, also for the right one", async () => {
    const { attempt, secret } = await protectedPerson();
    const answers: unknown[] = [];
    for (let guess = 0; guess < 12; guess++) answers.push(await refusal(attempt("000000")));
    expect(answers.at(-1)).toBe("auth.rate_limited");
    expect(await refusal(attempt(codeOf(secret)))).toBe("auth.rate_limited");
  });

  test("lies encrypted, and its recovery codes hashed", async () => {
    const { person, secret, codes } = await protectedPerson();
    const rows = await Promise.all([
      db.select().from(userTotps).where(eq(userTotps.userId, person.id)),
      db.select().from(recoveryCodes).where(eq(recoveryCodes.userId, person.id)),
    ]);
    const stored = JSON.stringify(rows);
    for (const plain of [secret, ...codes, ...codes.map((code) => code.replaceAll("-", ""))])
      expect(stored).not.toContain(plain);
  });

  test("ends the sessions that were opened without it, but not the one that set it up", async () => {
    const { me, person, sessionId } = await somebody();
    const elsewhere = await signedIn(person);
    const { secret } = await beginTwoFactor(me, own);
    await confirmTwoFactor(me, { code: codeOf(secret), sessionId });
    expect(await findSessionUser(db, elsewhere.sessionId)).toBeNull();
    expect(await findSessionUser(db, sessionId)).not.toBeNull();
  });

  test("is begun, renewed and removed with the password only", async () => {
    const { me, attempt, codes } = await protectedPerson();
    const wrong = { currentPassword: "not the password" };
    for (const verb of [beginTwoFactor, renewRecoveryCodes, disableTwoFactor])
      expect(await refusal(verb(me, wrong))).toBe("auth.wrong_password");
    expect(await refusal(beginTwoFactor(me, own))).toBe("two_factor.already_on");
    const renewed = await renewRecoveryCodes(me, own);
    expect(await refusal(attempt(codes[0]))).toBe("auth.wrong_code");
    expect(await attempt(renewed[0])).toEqual(expect.any(String));
    await disableTwoFactor(me, own);
    expect(await attempt()).toEqual(expect.any(String));
  });

  test("of a member is reset by an owner of the same business, by nobody else", async () => {
    const { ctx, person, attempt } = await protectedPerson();
    const owner = await createPerson(ctx.tenant.id, "owner");
    const other = await createTenant();
    const actorOf = (userId: number, role: "owner" | "manager") => ({ type: "user", userId, role }) as const;
    const reset = (context: typeof ctx) => resetTwoFactor(context, { userId: person.id });
    expect(await refusal(reset(as(other, actorOf(1, "owner"))))).toBe("user.not_found");
    expect(await refusal(reset(as(ctx, actorOf(1, "manager"))))).toBe("forbidden");
    expect(await refusal(attempt())).toBe("auth.code_required");
    await reset(as(ctx, actorOf(owner.id, "owner")));
    expect(await attempt()).toEqual(expect.any(String));
  });
});
