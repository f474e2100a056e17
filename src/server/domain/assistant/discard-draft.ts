import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { draftRequest } from "@/contracts/assistant";
import { assistantVersions } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { changedMeanwhile, withVersions } from "./lock-versions";

/** What callers hear stays as it is. @throws DomainError `assistant.changed_meanwhile` */
export async function discardDraft(ctx: TenantContext, input: z.input<typeof draftRequest>): Promise<void> {
  requirePermission(ctx, "settings:write");
  const { draftId, revision } = draftRequest.parse(input);
  await withVersions(ctx, async (tx, { draft }) => {
    if (draft?.id !== draftId || draft.revision !== revision) throw changedMeanwhile();
    await tx
      .delete(assistantVersions)
      .where(and(eq(assistantVersions.tenantId, ctx.tenant.id), eq(assistantVersions.id, draftId)));
    await recordEvent(ctx, tx, "assistant.draft_discarded", draftId, { draftId });
  });
}
