import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { tenantEntries } from "@/server/db/schema";
import type { PlatformContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { loadTenantContextBySlug } from "../_core/tenant-context";
import { transact } from "../_core/transact";

const inputSchema = z.object({ sessionId: z.uuid(), slug: z.string().max(100) });

/** A platform admin goes; whoever comes back after that is noted anew. Without having been inside nothing happens. */
export async function leaveTenant(ctx: PlatformContext, input: z.infer<typeof inputSchema>): Promise<void> {
  requirePermission(ctx, "platform:admin");
  const { sessionId, slug } = inputSchema.parse(input);
  const inside = await loadTenantContextBySlug(ctx, slug);
  await transact(ctx.db, async (tx) => {
    const [left] = await tx
      .delete(tenantEntries)
      .where(and(eq(tenantEntries.sessionId, sessionId), eq(tenantEntries.tenantId, inside.tenant.id)));
    if (left.affectedRows > 0) await recordEvent(inside, tx, "tenant.left", null, {});
  });
}
