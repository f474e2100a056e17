import { z } from "zod";
import { apiScopes } from "@/contracts/permissions";
import { apiKeys } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { transact } from "../_core/transact";
import { generateApiKey, hashApiKey, keyPrefix } from "./key-format";

const inputSchema = z.object({
  name: z.string().trim().min(1).max(100),
  scopes: z.array(z.enum(apiScopes)).min(1),
});

/** A further key beside the main one, with less reach. @returns the key itself too: shown once, stored hashed */
export async function createApiKey(
  ctx: TenantContext,
  input: z.infer<typeof inputSchema>,
): Promise<{ id: number; key: string }> {
  requirePermission(ctx, "settings:write");
  const { name, scopes } = inputSchema.parse(input);
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
