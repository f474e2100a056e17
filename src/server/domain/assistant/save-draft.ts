import { and, eq } from "drizzle-orm";
import { type DraftChange, draftChange } from "@/contracts/assistant";
import { assistantVersions } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { authorOf } from "./author";
import { changedMeanwhile, withVersions } from "./lock-versions";
import { readNumbers } from "./read-numbers";
import { refuseOwnNumbers } from "./refuse-own-numbers";
import { refuseUnknownBranches } from "./refuse-unknown-branches";

/**
 * Keeps the draft, or begins it; callers hear nothing of it until it is published.
 * @throws DomainError `assistant.changed_meanwhile` where the draft, or the version it was begun from, is no longer
 *   what the writer saw; `invalid` with the field of a number that is none, or that the assistant itself answers, and of an
 *   answer for a branch that is none
 */
export async function saveDraft(
  ctx: TenantContext,
  input: DraftChange,
): Promise<{ draftId: number; revision: number }> {
  requirePermission(ctx, "settings:write");
  const { draftId, revision, basedOn, ...written } = draftChange.parse(input);
  const content = readNumbers(written);
  const authorId = authorOf(ctx);
  return withVersions(ctx, async (tx, { draft, current }) => {
    if (draftId !== (draft?.id ?? null) || (draft && draft.revision !== revision)) throw changedMeanwhile();
    if (!draft && basedOn !== current) throw changedMeanwhile();
    await refuseOwnNumbers(ctx, tx, content);
    await refuseUnknownBranches(ctx, tx, content);
    if (draft) {
      await tx
        .update(assistantVersions)
        .set({ content, authorId, revision: draft.revision + 1 })
        .where(and(eq(assistantVersions.tenantId, ctx.tenant.id), eq(assistantVersions.id, draft.id)));
      await recordEvent(ctx, tx, "assistant.draft_saved", draft.id, { draftId: draft.id });
      return { draftId: draft.id, revision: draft.revision + 1 };
    }
    const [row] = await tx
      .insert(assistantVersions)
      .values({ tenantId: ctx.tenant.id, number: 0, content, authorId })
      .$returningId();
    if (!row) throw new Error("the new draft has no id");
    await recordEvent(ctx, tx, "assistant.draft_saved", row.id, { draftId: row.id });
    return { draftId: row.id, revision: 1 };
  });
}
