import { newView, viewChange, viewListRequest, viewRef } from "@/contracts/saved-views";
import { changeSavedView } from "@/server/domain/saved-views/change-saved-view";
import { createSavedView } from "@/server/domain/saved-views/create-saved-view";
import { deleteSavedView } from "@/server/domain/saved-views/delete-saved-view";
import { listSavedViews } from "@/server/domain/saved-views/list-saved-views";
import { router, tenantProcedure } from "../trpc";

export const savedViewsRouter = router({
  list: tenantProcedure.input(viewListRequest).query(({ ctx, input }) => listSavedViews(ctx, input)),
  create: tenantProcedure.input(newView).mutation(({ ctx, input }) => createSavedView(ctx, input)),
  change: tenantProcedure.input(viewChange).mutation(({ ctx, input }) => changeSavedView(ctx, input)),
  delete: tenantProcedure.input(viewRef).mutation(({ ctx, input }) => deleteSavedView(ctx, input)),
});
