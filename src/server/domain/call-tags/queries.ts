import { and, asc, eq } from "drizzle-orm";
import { callTags, tags } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";

/** More words than this sort nothing any more. */
export const mostTags = 50;

/** The tags of the business by name. @param ctx with `calls:read`, checked by the caller */
export const listTags = (ctx: TenantContext) =>
  ctx.db
    .select({ id: tags.id, name: tags.name })
    .from(tags)
    .where(eq(tags.tenantId, ctx.tenant.id))
    .orderBy(asc(tags.name))
    .limit(mostTags);

/** @param ctx with `calls:read`, checked by the caller */
export const listTagsOfCall = (ctx: TenantContext, callId: number) =>
  ctx.db
    .select({ id: tags.id, name: tags.name })
    .from(callTags)
    .innerJoin(tags, and(eq(tags.tenantId, callTags.tenantId), eq(tags.id, callTags.tagId)))
    .where(and(eq(callTags.tenantId, ctx.tenant.id), eq(callTags.callId, callId)))
    .orderBy(asc(tags.name));
