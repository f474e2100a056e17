import { and, eq, isNull, lt, or } from "drizzle-orm";
import { type ApiScope, apiScopes } from "@/contracts/permissions";
import type { Database } from "@/server/db";
import { apiKeys, tenants } from "@/server/db/schema";
import type { TenantRef } from "../_core/context";
import { tenantSuspended } from "../tenants/tenant-suspended";
import { hashApiKey, looksLikeApiKey } from "./key-format";

const usedEveryMs = 60_000;

export interface KnownKey {
  tenant: TenantRef;
  /** NULL for the business's main key. */
  apiKeyId: number | null;
  scopes: readonly ApiScope[];
}

const tenantColumns = {
  id: tenants.id,
  slug: tenants.slug,
  timeZone: tenants.timeZone,
  status: tenants.status,
};

/**
 * Whose key this is, asked anew at every request; a revoked one is nobody's.
 * @throws DomainError `tenant.suspended`
 */
export async function findApiKey(db: Database, key: string): Promise<KnownKey | undefined> {
  if (!looksLikeApiKey(key)) return undefined;
  const hash = hashApiKey(key);
  const [main] = await db.select(tenantColumns).from(tenants).where(eq(tenants.apiKey, hash));
  if (main) return { tenant: openOnly(main), apiKeyId: null, scopes: apiScopes };

  const [row] = await db
    .select({ ...tenantColumns, apiKeyId: apiKeys.id, scopes: apiKeys.scopes })
    .from(apiKeys)
    .innerJoin(tenants, eq(tenants.id, apiKeys.tenantId))
    .where(and(eq(apiKeys.keyHash, hash), isNull(apiKeys.revokedAt)));
  if (!row) return undefined;
  const { apiKeyId, scopes, ...owner } = row;
  const tenant = openOnly(owner);
  await noteUse(db, tenant.id, apiKeyId);
  return { tenant, apiKeyId, scopes };
}

function openOnly({ status, ...tenant }: TenantRef & { status: "active" | "suspended" }): TenantRef {
  if (status === "suspended") throw tenantSuspended();
  return tenant;
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
