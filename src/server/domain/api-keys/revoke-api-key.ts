import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { apiKeys } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { notFound } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { transact } from "../_core/transact";

const inputSchema = z.object({ apiKeyId: z.number().int().positive() });

/** The key is refused from its next request on. @throws not_found */
export async function revokeApiKey(ctx: TenantContext, input: z.infer<typeof inputSchema>): Promise<void> {
  requirePermission(ctx, "settings:write");
  const { apiKeyId } = inputSchema.parse(input);
  await transact(ctx.db, async (tx) => {
    const [changed] = await tx
      .update(apiKeys)
      .set({ revokedAt: new Date() })
      .where(and(eq(apiKeys.tenantId, ctx.tenant.id), eq(apiKeys.id, apiKeyId), isNull(apiKeys.revokedAt)));
    if (changed.affectedRows === 0) throw notFound("api_key");
    await recordEvent(ctx, tx, "api_key.revoked", apiKeyId, { apiKeyId });
  });
}
