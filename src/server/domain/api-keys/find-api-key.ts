import { and, eq, isNull, lt, or } from "drizzle-orm";
import { type ApiScope, apiScopes } from "@/contracts/permissions";
import type { Database } from "@/server/db";
import { apiKeys, tenants } from "@/server/db/schema";
import type { TenantRef } from "../_core/context";
import { hashApiKey, looksLikeApiKey } from "./key-format";

const usedEveryMs = 60_000;

export interface KnownKey {
  tenant: TenantRef;
  /** NULL for the business's main key. */
  apiKeyId: number | null;
  scopes: readonly ApiScope[];
}

const tenantColumns = { id: tenants.id, slug: tenants.slug, timeZone: tenants.timeZone };

/** Whose key this is, asked anew at every request; a revoked key or a suspended business is nobody. */
export async function findApiKey(db: Database, key: string): Promise<KnownKey | undefined> {
  if (!looksLikeApiKey(key)) return undefined;
  const hash = hashApiKey(key);
  const [tenant] = await db
    .select(tenantColumns)
    .from(tenants)
    .where(and(eq(tenants.apiKey, hash), eq(tenants.status, "active")));
  if (tenant) return { tenant, apiKeyId: null, scopes: apiScopes };

  const [row] = await db
    .select({ ...tenantColumns, apiKeyId: apiKeys.id, scopes: apiKeys.scopes })
    .from(apiKeys)
    .innerJoin(tenants, and(eq(tenants.id, apiKeys.tenantId), eq(tenants.status, "active")))
    .where(and(eq(apiKeys.keyHash, hash), isNull(apiKeys.revokedAt)));
  if (!row) return undefined;
  const { apiKeyId, scopes, ...owner } = row;
  await noteUse(db, owner.id, apiKeyId);
  return { tenant: owner, apiKeyId, scopes };
}

/** At most once a minute: an owner wants to know which keys are alive, not every request. */
async function noteUse(db: Database, tenantId: string, apiKeyId: number): Promise<void> {
  const now = new Date();
  const stale = new Date(now.getTime() - usedEveryMs);
  await db
    .update(apiKeys)
    .set({ lastUsedAt: now })
    .where(
      and(
        eq(apiKeys.tenantId, tenantId),
        eq(apiKeys.id, apiKeyId),
        or(isNull(apiKeys.lastUsedAt), lt(apiKeys.lastUsedAt, stale)),
      ),
    );
}
