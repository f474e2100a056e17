import type { TenantContext } from "../_core/context";
import { getAssistant } from "../assistant/get-assistant";
import { publishDraft } from "../assistant/publish-draft";
import { saveDraft } from "../assistant/save-draft";

/** What the assistant of this kind of business says and asks; whoever has begun to write their own keeps it. */
export async function publishFirstAssistant(ctx: TenantContext): Promise<void> {
  const { current, draft } = await getAssistant(ctx);
  if (current.number > 0 || draft) return;
  const { content } = current;
  const saved = await saveDraft(ctx, { ...content, draftId: null, revision: 0, basedOn: 0 });
  await publishDraft(ctx, { ...saved, replaces: 0 });
}
