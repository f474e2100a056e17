import { and, desc, eq, gt } from "drizzle-orm";
import { assistantVersions, tenants, users } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { notFound } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { defaultAssistant } from "./defaults";
import { readContent } from "./read-content";

/** What callers hear now, and the draft of what they will hear next. */
export async function getAssistant(ctx: TenantContext) {
  requirePermission(ctx, "catalog:read");
  const tenantId = ctx.tenant.id;
  const version = (isDraft: boolean) =>
    ctx.db
      .select({
        id: assistantVersions.id,
        number: assistantVersions.number,
        revision: assistantVersions.revision,
        content: assistantVersions.content,
        author: users.name,
        at: assistantVersions.updatedAt,
        publishedAt: assistantVersions.publishedAt,
      })
      .from(assistantVersions)
      .leftJoin(users, eq(users.id, assistantVersions.authorId))
      .where(
        and(
          eq(assistantVersions.tenantId, tenantId),
          isDraft ? eq(assistantVersions.number, 0) : gt(assistantVersions.number, 0),
        ),
      )
      .orderBy(desc(assistantVersions.number))
      .limit(1);
  const [[tenant], [current], [draft]] = await Promise.all([
    ctx.db
      .select({ name: tenants.name, kind: tenants.kind, recordingConsent: tenants.recordingConsent })
      .from(tenants)
      .where(eq(tenants.id, tenantId)),
    version(false),
    version(true),
  ]);
  if (!tenant) throw notFound("tenant");
  return {
    asksForRecording: tenant.recordingConsent === "ask",
    current: current
      ? {
          number: current.number,
          publishedAt: current.publishedAt,
          author: current.author,
          content: readContent(current.content),
        }
      : { number: 0, publishedAt: null, author: null, content: defaultAssistant(tenant.kind, tenant.name) },
    draft: draft
      ? {
          draftId: draft.id,
          revision: draft.revision,
          author: draft.author,
          savedAt: draft.at,
          content: readContent(draft.content),
        }
      : null,
  };
}
