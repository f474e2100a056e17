import { eq } from "drizzle-orm";
import { z } from "zod";
import { env } from "@/env";
import { seal } from "@/lib/secret-box";
import { calcomConnections, tenants } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { transact } from "../_core/transact";

const input = z.object({
  apiKey: z.string().trim().min(8).max(255),
  /** Where none is named, the one connected before; else hosted Cal.com. */
  baseUrl: z.url().max(255).optional(),
  /** The team whose event types are booked; without one, those of `username`. */
  teamSlug: z.string().trim().min(1).max(100).optional(),
  username: z.string().trim().min(1).max(100).optional(),
  organizerEmail: z.email().max(255).optional(),
});

/** Stores how the tenant reaches its Cal.com; the key is encrypted and never shown again. */
export async function connectCalcom(ctx: TenantContext, raw: z.input<typeof input>): Promise<void> {
  requirePermission(ctx, "settings:write");
  const {
    apiKey,
    baseUrl: named,
    teamSlug = null,
    username = null,
    organizerEmail = null,
  } = input.parse(raw);
  const access = {
    apiKeyEncrypted: seal(apiKey, env.ENCRYPTION_KEY),
    username,
    organizerEmail,
    lastError: null,
  };
  await transact(ctx.db, async (tx) => {
    const [known] = await tx
      .select({ baseUrl: calcomConnections.baseUrl })
      .from(calcomConnections)
      .where(eq(calcomConnections.tenantId, ctx.tenant.id))
      .for("update");
    const baseUrl = named ?? known?.baseUrl ?? env.CALCOM_BASE_URL;
    const values = { ...access, baseUrl };
    await tx
      .insert(calcomConnections)
      .values({ tenantId: ctx.tenant.id, ...values })
      .onDuplicateKeyUpdate({ set: values });
    await tx.update(tenants).set({ calcomTeamSlug: teamSlug }).where(eq(tenants.id, ctx.tenant.id));
    await recordEvent(ctx, tx, "calcom.connected", null, { baseUrl });
  });
}
