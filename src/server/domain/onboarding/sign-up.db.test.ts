import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { afterAll, describe, expect, test, vi } from "vitest";
import { takeUpBusiness } from "@/server/auth/sign-up";
import { events, setups, tenants, users } from "@/server/db/schema";
import { testDatabase } from "@/test/database";
import { createTenant } from "@/test/factories";
import { createPerson, testPassword } from "@/test/people";
import { findSessionUser } from "../sessions/find-session-user";

vi.hoisted(() => {
  vi.stubEnv("SIGN_UP", "open");
});
afterAll(() => void vi.unstubAllEnvs());
const db = testDatabase();
const address = () => `10.${[1, 2, 3].map(() => Math.floor(Math.random() * 255)).join(".")}`;

const form = (values: object = {}) => ({
  businessName: `Praxis ${randomUUID()}`,
  trade: "dental" as const,
  name: "Ada Lovelace",
  email: `${randomUUID()}@example.test`,
  password: "a good password",
  locale: "de" as const,
  userAgent: "test",
  ipAddress: address(),
  ...values,
});

const signUp = (input: ReturnType<typeof form>, requestId: string = randomUUID()) =>
  takeUpBusiness(requestId, input, db);

describe("signing up", () => {
  test("makes a business with its owner, who is signed in, and the trail says so", async () => {
    const input = form({ businessName: "Zahnärzte Grün & Weiß", email: ` ${randomUUID()}@Example.TEST` });
    const { slug, sessionId } = await signUp(input);
    expect(slug).toMatch(/^zahnaerzte-gruen-und-weiss(-\d+)?$/);
    const user = await findSessionUser(db, sessionId);
    expect(user).toMatchObject({
      role: "owner",
      name: "Ada Lovelace",
      email: input.email.trim().toLowerCase(),
    });
    const tenantId = user?.tenantId ?? "";
    const [tenant] = await db.select().from(tenants).where(eq(tenants.id, tenantId));
    expect(tenant).toMatchObject({ slug, kind: "medical", status: "active", balanceCents: 0, apiKey: null });
    const [setup] = await db.select().from(setups).where(eq(setups.tenantId, tenantId));
    expect(setup).toMatchObject({ trade: "dental", steps: {}, dismissedAt: null });
    const trail = await db
      .select({ type: events.type })
      .from(events)
      .where(eq(events.tenantId, tenantId))
      .orderBy(events.id);
    expect(trail.map(({ type }) => type)).toEqual(["tenant.created", "user.created", "user.signed_in"]);
  });

  test("gives each of many of one name its own address, also at once", async () => {
    const businessName = `Salon ${randomUUID()}`;
    const made = await Promise.all(Array.from({ length: 6 }, () => signUp(form({ businessName }))));
    expect(new Set(made.map(({ slug }) => slug)).size).toBe(6);
  });

  test("of one e-mail address many times at once makes one business", async () => {
    const input = form();
    const attempts = await Promise.allSettled(Array.from({ length: 5 }, () => signUp(input)));
    expect(attempts.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const made = await db.select().from(tenants).where(eq(tenants.name, input.businessName));
    expect(made).toHaveLength(1);
  });

  test("with a known address tells that only to who has its password, and makes nothing", async () => {
    const { tenant } = await createTenant();
    const { email } = await createPerson(tenant.id, "staff");
    const wrong = form({ email });
    await expect(signUp(wrong)).rejects.toMatchObject({ code: "sign_up.refused" });
    await expect(signUp(form({ email, password: testPassword }))).rejects.toMatchObject({
      code: "sign_up.known",
    });
    expect(await db.select().from(tenants).where(eq(tenants.name, wrong.businessName))).toEqual([]);
  });

  test("is no second door for guessing passwords: it shares the account's limit", async () => {
    const { tenant } = await createTenant();
    const { email } = await createPerson(tenant.id, "owner");
    const guess = () => signUp(form({ email })).catch((error: { code: string }) => error.code);
    const codes = [];
    for (let i = 0; i < 11; i++) codes.push(await guess());
    expect(codes.filter((code) => code === "sign_up.refused")).toHaveLength(10);
    expect(codes.at(-1)).toBe("auth.rate_limited");
  });

  test("is limited per address, success included", async () => {
    const ipAddress = address();
    const requests = Array.from({ length: 21 }, () =>
      signUp(form({ ipAddress })).then(
        () => "made",
        (error) => error,
      ),
    );
    const answers = await Promise.all(requests);
    expect(answers.filter((answer) => answer === "made")).toHaveLength(20);
    expect(answers.find((answer) => answer !== "made")).toMatchObject({ code: "auth.rate_limited" });
  });

  test("leaves nothing behind when its last statement fails", async () => {
    const input = form();
    const requestId = randomUUID();
    await db.execute(
      sql.raw(`CREATE TRIGGER break_sign_up BEFORE INSERT ON events FOR EACH ROW
        IF NEW.request_id = '${requestId}' AND NEW.type = 'user.signed_in' THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'broken on purpose';
        END IF`),
    );
    try {
      await expect(signUp(input, requestId)).rejects.toThrow();
    } finally {
      await db.execute(sql.raw("DROP TRIGGER break_sign_up"));
    }
    expect(await db.select().from(users).where(eq(users.email, input.email))).toEqual([]);
    expect(await db.select().from(tenants).where(eq(tenants.name, input.businessName))).toEqual([]);
    expect(await db.select().from(events).where(eq(events.requestId, requestId))).toEqual([]);
    await signUp(input, requestId);
    const own = and(eq(events.requestId, requestId), eq(events.type, "user.signed_in"));
    expect(await db.select().from(events).where(own)).toHaveLength(1);
  });
});
