import { and, desc, eq, gt, lte } from "drizzle-orm";
import type { z } from "zod";
import { versionRequest } from "@/contracts/assistant";
import { assistantVersions } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { notFound } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { readContent } from "./read-content";

/** A published version and the one before it, for what changed. @throws DomainError `assistant.not_found` */
export async function getVersion(ctx: TenantContext, input: z.input<typeof versionRequest>) {
  requirePermission(ctx, "catalog:read");
  const { number } = versionRequest.parse(input);
  const rows = await ctx.db
    .select({ number: assistantVersions.number, content: assistantVersions.content })
    .from(assistantVersions)
    .where(
      and(
        eq(assistantVersions.tenantId, ctx.tenant.id),
        lte(assistantVersions.number, number),
        gt(assistantVersions.number, 0),
      ),
    )
    .orderBy(desc(assistantVersions.number))
    .limit(2);
  const [version, before] = rows;
  if (version?.number !== number) throw notFound("assistant");
  return {
    number,
    content: readContent(version.content),
    before: before ? { number: before.number, content: readContent(before.content) } : null,
  };
}
