import {
  callbackChange,
  callbackCompletion,
  callbackForm,
  callbackListRequest,
  callbackPostponement,
  callbackRef,
} from "@/contracts/callbacks";
import { changeCallback } from "@/server/domain/callbacks/change-callback";
import { claimCallback } from "@/server/domain/callbacks/claim-callback";
import { completeCallback } from "@/server/domain/callbacks/complete-callback";
import { countDueCallbacks } from "@/server/domain/callbacks/count-due-callbacks";
import { getCallback } from "@/server/domain/callbacks/get-callback";
import { listCallbackRows } from "@/server/domain/callbacks/list-callback-rows";
import { postponeCallback } from "@/server/domain/callbacks/postpone-callback";
import { releaseCallback } from "@/server/domain/callbacks/release-callback";
import { reopenCallback } from "@/server/domain/callbacks/reopen-callback";
import { requestCallback } from "@/server/domain/callbacks/request-callback";
import { router, tenantProcedure } from "../trpc";

export const callbacksRouter = router({
  list: tenantProcedure.input(callbackListRequest).query(({ ctx, input }) => listCallbackRows(ctx, input)),
  get: tenantProcedure.input(callbackRef).query(({ ctx, input }) => getCallback(ctx, input.callbackId)),
  due: tenantProcedure.query(({ ctx }) => countDueCallbacks(ctx)),
  request: tenantProcedure
    .input(callbackForm)
    .mutation(({ ctx, input: { name, reason, ...rest } }) =>
      requestCallback(ctx, { ...rest, name: name || undefined, reason: reason || undefined }),
    ),
  claim: tenantProcedure.input(callbackRef).mutation(({ ctx, input }) => claimCallback(ctx, input)),
  release: tenantProcedure.input(callbackRef).mutation(({ ctx, input }) => releaseCallback(ctx, input)),
  complete: tenantProcedure
    .input(callbackCompletion)
    .mutation(({ ctx, input }) => completeCallback(ctx, input)),
  postpone: tenantProcedure
    .input(callbackPostponement)
    .mutation(({ ctx, input }) => postponeCallback(ctx, input)),
  change: tenantProcedure.input(callbackChange).mutation(({ ctx, input }) => changeCallback(ctx, input)),
  reopen: tenantProcedure.input(callbackRef).mutation(({ ctx, input }) => reopenCallback(ctx, input)),
});
