import { eq } from "drizzle-orm";
import { env } from "@/env";
import { unseal } from "@/lib/secret-box";
import { calcomConnections, tenants } from "@/server/db/schema";
import { type CalcomClient, createCalcomClient } from "@/server/integrations/calcom/client";
import type { TenantContext } from "../_core/context";
import { DomainError } from "../_core/errors";
import { createGate, type Urgency } from "./gate";

export interface CalcomConnection {
  client: CalcomClient;
  /** Whose event types are booked: the team's, or a single user's. */
  owner: { teamSlug: string } | { username: string | null };
  /** Bookings changed at Cal.com up to here are known. */
  polledUntil: Date | null;
}

/**
 * @param timeoutMs bound for each request of the client, and for waiting for its turn
 * @throws DomainError `calcom.not_connected`
 */
export async function getCalcomConnection(
  ctx: TenantContext,
  { timeoutMs, urgency }: { timeoutMs: number; urgency: Urgency },
): Promise<CalcomConnection> {
  const [row] = await ctx.db
    .select({
      baseUrl: calcomConnections.baseUrl,
      apiKeyEncrypted: calcomConnections.apiKeyEncrypted,
      username: calcomConnections.username,
      polledUntil: calcomConnections.polledUntil,
      pausedUntil: calcomConnections.pausedUntil,
      failures: calcomConnections.failures,
      teamSlug: tenants.calcomTeamSlug,
    })
    .from(calcomConnections)
    .innerJoin(tenants, eq(tenants.id, calcomConnections.tenantId))
    .where(eq(calcomConnections.tenantId, ctx.tenant.id));
  if (!row) throw new DomainError("calcom.not_connected", "conflict");
  const account = { baseUrl: row.baseUrl, apiKey: unseal(row.apiKeyEncrypted, env.ENCRYPTION_KEY) };
  const state = { pausedUntil: row.pausedUntil, failures: row.failures };
  const gate = createGate(ctx, account, state, { urgency, patienceMs: timeoutMs });
  return {
    client: createCalcomClient(account, timeoutMs, gate),
    owner: row.teamSlug ? { teamSlug: row.teamSlug } : { username: row.username },
    polledUntil: row.polledUntil,
  };
}
