import { and, eq } from "drizzle-orm";
import { type PublishRequest, publishRequest } from "@/contracts/assistant";
import { assistantVersions } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { authorOf } from "./author";
import { changedMeanwhile, withVersions } from "./lock-versions";
import { requirePublishable } from "./require-publishable";

/**
 * The draft becomes the next version, which the next call hears. Said twice, it happens once.
 * @throws DomainError `assistant.changed_meanwhile` where the draft, or the version it replaces, is another by now;
 *   `assistant.not_publishable` where it asks or discloses what must not be said so
 */
export async function publishDraft(ctx: TenantContext, input: PublishRequest): Promise<{ number: number }> {
  requirePermission(ctx, "settings:write");
  const { draftId, revision, replaces } = publishRequest.parse(input);
  return withVersions(ctx, async (tx, { draft, published, current }) => {
    const done = published.find(({ id }) => id === draftId);
    if (done) return { number: done.number };
    if (draft?.id !== draftId || draft.revision !== revision || current !== replaces)
      throw changedMeanwhile();
    const isDraft = and(eq(assistantVersions.tenantId, ctx.tenant.id), eq(assistantVersions.id, draftId));
    const [row] = await tx
      .select({ content: assistantVersions.content })
      .from(assistantVersions)
      .where(isDraft);
    requirePublishable(row?.content);
    const number = current + 1;
    await tx
      .update(assistantVersions)
      .set({ number, publishedAt: new Date(), publishedBy: authorOf(ctx) })
      .where(isDraft);
    await recordEvent(ctx, tx, "assistant.published", draftId, { number, restoredFrom: null });
    return { number };
  });
}
