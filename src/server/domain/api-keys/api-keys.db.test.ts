import { describe, expect, test } from "vitest";
import { testDatabase } from "@/test/database";
import { as, createTenant } from "@/test/factories";
import { createApiKey } from "./create-api-key";
import { findApiKey } from "./find-api-key";
import { listApiKeys } from "./list-api-keys";
import { revokeApiKey } from "./revoke-api-key";

describe("a key", () => {
  test("is listed by its beginning and its use, never whole, until it is revoked", async () => {
    const ctx = await createTenant();
    const { id, key } = await createApiKey(ctx, { name: "Website", scopes: ["calls:read"] });
    expect(await listApiKeys(ctx)).toMatchObject([
      { id, name: "Website", prefix: key.slice(0, 16), scopes: ["calls:read"], lastUsedAt: null },
    ]);
    expect(JSON.stringify(await listApiKeys(ctx))).not.toContain(key);
    await findApiKey(testDatabase(), key);
    expect((await listApiKeys(ctx))[0]?.lastUsedAt).toBeInstanceOf(Date);
    await revokeApiKey(ctx, { apiKeyId: id });
    expect(await listApiKeys(ctx)).toEqual([]);
    expect(await findApiKey(testDatabase(), key)).toBeUndefined();
  });

  test("is made, seen and revoked by those who change settings", async () => {
    const ctx = await createTenant();
    const { id } = await createApiKey(ctx, { name: "Website", scopes: ["calls:read"] });
    const staff = as(ctx, { type: "user", userId: 1, role: "staff" });
    const forbidden = { code: "forbidden" };
    await expect(listApiKeys(staff)).rejects.toMatchObject(forbidden);
    await expect(createApiKey(staff, { name: "x", scopes: ["calls:read"] })).rejects.toMatchObject(forbidden);
    await expect(revokeApiKey(staff, { apiKeyId: id })).rejects.toMatchObject(forbidden);
  });
});
