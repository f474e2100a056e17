import { eq } from "drizzle-orm";
import { tenants } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { transact } from "../_core/transact";
import { generateApiKey, hashApiKey } from "./key-format";

/** Replaces the business's main key, which may do everything a key can. @returns the key: shown once, stored hashed */
export async function createTenantApiKey(ctx: TenantContext): Promise<string> {
  requirePermission(ctx, "settings:write");
  const key = generateApiKey();
  await transact(ctx.db, async (tx) => {
    await tx
      .update(tenants)
      .set({ apiKey: hashApiKey(key) })
      .where(eq(tenants.id, ctx.tenant.id));
    await recordEvent(ctx, tx, "api_key.created", null, { apiKeyId: null });
  });
  return key;
}
