import { eq, sql } from "drizzle-orm";
import { declaredLanguage } from "@/lib/speech/language";
import { agents, tenants } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { notFound } from "../_core/errors";

/** The business itself, without its keys and balance; `spokenLanguage` is that of its calls. @throws DomainError `tenant.not_found` */
export async function getTenant(ctx: TenantContext) {
  const [tenant] = await ctx.db
    .select({
      id: tenants.id,
      slug: tenants.slug,
      name: tenants.name,
      kind: tenants.kind,
      status: tenants.status,
      timeZone: tenants.timeZone,
      calendarSource: tenants.calendarSource,
      spokenLanguage: sql<string | null>`(select ${agents.language} from ${agents}
        where ${agents.tenantId} = ${ctx.tenant.id} order by ${agents.id} limit 1)`,
    })
    .from(tenants)
    .where(eq(tenants.id, ctx.tenant.id));
  if (!tenant) throw notFound("tenant");
  return { ...tenant, spokenLanguage: declaredLanguage(tenant.spokenLanguage) };
}
