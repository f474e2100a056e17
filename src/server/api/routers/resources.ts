import { newResource, resourceChange } from "@/contracts/branches";
import { activeChange } from "@/contracts/catalog";
import { setActive } from "@/server/domain/catalog/set-active";
import { changeResource } from "@/server/domain/resources/change-resource";
import { createResource } from "@/server/domain/resources/create-resource";
import { listResources } from "@/server/domain/resources/list-resources";
import { router, tenantProcedure } from "../trpc";

export const resourcesRouter = router({
  list: tenantProcedure.query(({ ctx }) => listResources(ctx)),
  create: tenantProcedure.input(newResource).mutation(({ ctx, input }) => createResource(ctx, input)),
  change: tenantProcedure.input(resourceChange).mutation(({ ctx, input }) => changeResource(ctx, input)),
  setActive: tenantProcedure
    .input(activeChange)
    .mutation(({ ctx, input }) => setActive(ctx, "resource", input)),
});
