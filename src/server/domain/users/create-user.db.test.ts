import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { events, users } from "@/server/db/schema";
import { testDatabase } from "@/test/database";
import { createTenant, platformContext } from "@/test/factories";
import { checkCredentials } from "./check-credentials";
import { createUser } from "./create-user";

const somebody = (values: object = {}) => ({
  email: `${randomUUID()}@example.test`,
  name: "Ada Lovelace",
  role: "owner" as const,
  password: "a good password",
  ...values,
});

describe("a new user", () => {
  test("signs in with the password, which is stored as argon2id, and is in the business's audit trail", async () => {
    const { tenant } = await createTenant();
    const input = somebody({ tenant: tenant.slug });
    const id = await createUser(platformContext(), { ...input, email: ` ${input.email.toUpperCase()} ` });
    const db = testDatabase();
    const [row] = await db.select().from(users).where(eq(users.id, id));
    expect(row).toMatchObject({ email: input.email, tenantId: tenant.id, role: "owner", status: "active" });
    expect(row?.password).toMatch(/^\$argon2id\$/);
    expect(await checkCredentials(db, input)).toMatchObject({ id });
    const trail = await db.select().from(events).where(eq(events.tenantId, tenant.id));
    expect(trail).toMatchObject([
      { type: "user.created", entityId: id, data: { userId: id, role: "owner" } },
    ]);
  });

  test("has an address of its own", async () => {
    const { tenant } = await createTenant();
    const input = somebody({ tenant: tenant.slug });
    await createUser(platformContext(), input);
    const again = createUser(platformContext(), { ...input, email: input.email.toUpperCase() });
    await expect(again).rejects.toMatchObject({ code: "user.email_taken", kind: "conflict" });
  });

  test.each([
    ["a platform admin inside a business", { role: "platform_admin" as const, tenant: "some" }],
    ["an owner of nothing", {}],
  ])("is never %s", async (_, values) => {
    const attempt = createUser(platformContext(), somebody(values));
    await expect(attempt).rejects.toMatchObject({ code: "user.role_needs_tenant" });
  });

  test("is made by nobody below the platform", async () => {
    const { tenant } = await createTenant();
    const owner = platformContext({ type: "user", userId: 1, role: "owner" });
    const attempt = createUser(owner, somebody({ tenant: tenant.slug }));
    await expect(attempt).rejects.toMatchObject({ code: "forbidden" });
  });

  test.each(["short", "", "x".repeat(201)])("has no password like %j", async (password) => {
    await expect(createUser(platformContext(), somebody({ password }))).rejects.toThrow();
  });
});
