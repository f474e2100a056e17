import type { z } from "zod";
import { apiKeyForm } from "@/contracts/api-keys";
import { apiKeys } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { transact } from "../_core/transact";
import { generateApiKey, hashApiKey, keyPrefix } from "./key-format";

/** A further key beside the main one, with less reach. @returns the key itself too: shown once, stored hashed */
export async function createApiKey(
  ctx: TenantContext,
  input: z.infer<typeof apiKeyForm>,
): Promise<{ id: number; key: string }> {
  requirePermission(ctx, "settings:write");
  const { name, scopes } = apiKeyForm.parse(input);
  const key = generateApiKey();
  return transact(ctx.db, async (tx) => {
    const [row] = await tx
      .insert(apiKeys)
      .values({ tenantId: ctx.tenant.id, name, scopes, prefix: keyPrefix(key), keyHash: hashApiKey(key) })
      .$returningId();
    if (!row) throw new Error("the new key has no id");
    await recordEvent(ctx, tx, "api_key.created", row.id, { apiKeyId: row.id });
    return { id: row.id, key };
  });
}
