import { and, asc, eq } from "drizzle-orm";
import { branches } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";

/** The one that the set-up is about; further ones are added under Team & Angebot. */
export async function findFirstBranch(ctx: TenantContext): Promise<{ id: number } | undefined> {
  const [branch] = await firstBranch(ctx);
  return branch;
}

/** The same as part of a statement. */
export const firstBranch = (ctx: TenantContext) =>
  ctx.db
    .select({ id: branches.id })
    .from(branches)
    .where(and(eq(branches.tenantId, ctx.tenant.id), eq(branches.active, true)))
    .orderBy(asc(branches.id))
    .limit(1);
