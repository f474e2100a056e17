import { draftChange, draftRequest, publishRequest, versionRequest } from "@/contracts/assistant";
import { discardDraft } from "@/server/domain/assistant/discard-draft";
import { getAssistant } from "@/server/domain/assistant/get-assistant";
import { getVersion } from "@/server/domain/assistant/get-version";
import { listVersions } from "@/server/domain/assistant/list-versions";
import { publishDraft } from "@/server/domain/assistant/publish-draft";
import { restoreVersion } from "@/server/domain/assistant/restore-version";
import { saveDraft } from "@/server/domain/assistant/save-draft";
import { startTestCall } from "@/server/domain/assistant/start-test-call";
import { checkLines } from "@/server/domain/phone-numbers/check-lines";
import { reconcileLines } from "@/server/domain/phone-numbers/reconcile-lines";
import { router, tenantProcedure } from "../trpc";

export const assistantRouter = router({
  get: tenantProcedure.query(({ ctx }) => getAssistant(ctx)),
  versions: tenantProcedure.query(({ ctx }) => listVersions(ctx)),
  version: tenantProcedure.input(versionRequest).query(({ ctx, input }) => getVersion(ctx, input)),
  saveDraft: tenantProcedure.input(draftChange).mutation(({ ctx, input }) => saveDraft(ctx, input)),
  discardDraft: tenantProcedure.input(draftRequest).mutation(({ ctx, input }) => discardDraft(ctx, input)),
  publish: tenantProcedure.input(publishRequest).mutation(({ ctx, input }) => publishDraft(ctx, input)),
  restore: tenantProcedure.input(versionRequest).mutation(({ ctx, input }) => restoreVersion(ctx, input)),
  startTestCall: tenantProcedure.mutation(({ ctx }) => startTestCall(ctx)),
  lines: tenantProcedure.query(({ ctx }) => checkLines(ctx, ctx.expectAgent)),
  reconcile: tenantProcedure.mutation(({ ctx }) => reconcileLines(ctx, ctx.expectAgent)),
});
