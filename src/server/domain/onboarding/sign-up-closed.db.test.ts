import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, expect, test, vi } from "vitest";
import { users } from "@/server/db/schema";
import { testDatabase } from "@/test/database";
import { signUp } from "./sign-up";

vi.hoisted(() => {
  vi.stubEnv("SIGN_UP", "");
});
afterAll(() => void vi.unstubAllEnvs());

test("an installation that says nothing about it lets nobody sign up", async () => {
  const db = testDatabase();
  const email = `${randomUUID()}@example.test`;
  const form = {
    businessName: "Praxis",
    trade: "other",
    name: "Ada",
    email,
    password: "a good password",
  } as const;
  const visitor = { locale: "de", userAgent: null, ipAddress: null } as const;
  await expect(signUp({ db, requestId: randomUUID() }, { ...form, ...visitor })).rejects.toMatchObject({
    code: "sign_up.closed",
  });
  expect(await db.select().from(users).where(eq(users.email, email))).toEqual([]);
});
