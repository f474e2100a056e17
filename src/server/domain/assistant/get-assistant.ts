import { and, asc, desc, eq, gt } from "drizzle-orm";
import type { AssistantContent } from "@/contracts/assistant";
import { speechLanguage } from "@/lib/speech/language";
import { agents, assistantVersions, branches, tenants, users } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { notFound } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { defaultAssistant } from "./defaults";
import { readContent } from "./read-content";
import { spokenGreeting } from "./spoken-assistant";

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
  const [houses, [agent], [current], [draft]] = await Promise.all([
    ctx.db
      .select({
        tenant: { name: tenants.name, kind: tenants.kind, recordingConsent: tenants.recordingConsent },
        branch: { id: branches.id, name: branches.name, active: branches.active },
      })
      .from(tenants)
      .leftJoin(branches, eq(branches.tenantId, tenants.id))
      .where(eq(tenants.id, tenantId))
      .orderBy(asc(branches.name)),
    ctx.db
      .select({ language: agents.language })
      .from(agents)
      .where(eq(agents.tenantId, tenantId))
      .orderBy(asc(agents.id))
      .limit(1),
    version(false),
    version(true),
  ]);
  const tenant = houses[0]?.tenant;
  if (!tenant) throw notFound("tenant");
  const language = speechLanguage(agent?.language ?? "de-DE");
  const asksForRecording = tenant.recordingConsent === "ask";
  const withGreeting = (content: AssistantContent) => ({
    content,
    /** The first words as they are said. */
    spoken: spokenGreeting(content, { language, asksForRecording }),
  });
  return {
    /** Of what is said, whatever the dashboard is read in. */
    language,
    asksForRecording,
    /** Some answers hold for one of them only. */
    branches: houses.flatMap(({ branch }) => branch ?? []),
    current: {
      number: current?.number ?? 0,
      publishedAt: current?.publishedAt ?? null,
      ...withGreeting(
        current ? readContent(current.content) : defaultAssistant(tenant.kind, tenant.name, language),
      ),
    },
    draft: draft
      ? {
          draftId: draft.id,
          revision: draft.revision,
          author: draft.author,
          savedAt: draft.at,
          ...withGreeting(readContent(draft.content)),
        }
      : null,
  };
}
