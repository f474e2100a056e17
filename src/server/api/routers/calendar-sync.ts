import { driftDecision } from "@/contracts/calendar-sync";
import { cancelBoth } from "@/server/domain/calcom/cancel-both";
import { getSyncState } from "@/server/domain/calcom/get-sync-state";
import { keepOurs } from "@/server/domain/calcom/keep-ours";
import { listDrifts, listWaiting } from "@/server/domain/calcom/list-drifts";
import { takeTheirs } from "@/server/domain/calcom/take-theirs";
import { router, tenantProcedure } from "../trpc";

/** "Nicht synchron": where this business and its Cal.com differ, and each way out. */
export const calendarSyncRouter = router({
  drifts: tenantProcedure.query(({ ctx }) => listDrifts(ctx)),
  waiting: tenantProcedure.query(({ ctx }) => listWaiting(ctx)),
  state: tenantProcedure.query(({ ctx }) => getSyncState(ctx)),
  keepOurs: tenantProcedure.input(driftDecision).mutation(({ ctx, input }) => keepOurs(ctx, input)),
  takeTheirs: tenantProcedure.input(driftDecision).mutation(({ ctx, input }) => takeTheirs(ctx, input)),
  cancelBoth: tenantProcedure.input(driftDecision).mutation(({ ctx, input }) => cancelBoth(ctx, input)),
});
