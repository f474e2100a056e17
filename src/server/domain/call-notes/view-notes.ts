import { and, eq } from "drizzle-orm";
import { calls } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { notFound } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { listReportsOfCall } from "../call-reports/queries";
import { listTags, listTagsOfCall } from "../call-tags/queries";
import { listNotesOfCall } from "./queries";

/** What people attached to a call, and the tags they could choose from. @throws DomainError `call.not_found` */
export async function viewNotes(ctx: TenantContext, callId: number) {
  requirePermission(ctx, "calls:read");
  const [call] = await ctx.db
    .select({ id: calls.id })
    .from(calls)
    .where(and(eq(calls.tenantId, ctx.tenant.id), eq(calls.id, callId)));
  if (!call) throw notFound("call");
  const [notes, tags, reports, knownTags] = await Promise.all([
    listNotesOfCall(ctx, callId),
    listTagsOfCall(ctx, callId),
    listReportsOfCall(ctx, callId),
    listTags(ctx),
  ]);
  const me = ctx.actor.type === "user" ? ctx.actor.userId : undefined;
  return {
    notes: notes.map(({ authorId, ...note }) => ({ ...note, mine: authorId === me })),
    tags,
    reports,
    knownTags,
  };
}
