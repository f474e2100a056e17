import { z } from "zod";
import { activeChange } from "@/contracts/catalog";
import { rowId } from "@/contracts/form-fields";
import { newService, serviceChange } from "@/contracts/services";
import { setActive } from "@/server/domain/catalog/set-active";
import { changeService } from "@/server/domain/services/change-service";
import { createService } from "@/server/domain/services/create-service";
import { getService } from "@/server/domain/services/get-service";
import { listServiceRows } from "@/server/domain/services/list-service-rows";
import { router, tenantProcedure } from "../trpc";

const one = z.object({ serviceId: rowId });

export const servicesRouter = router({
  list: tenantProcedure.query(({ ctx }) => listServiceRows(ctx)),
  get: tenantProcedure.input(one).query(({ ctx, input }) => getService(ctx, input.serviceId)),
  create: tenantProcedure.input(newService).mutation(({ ctx, input }) => createService(ctx, input)),
  change: tenantProcedure.input(serviceChange).mutation(({ ctx, input }) => changeService(ctx, input)),
  setActive: tenantProcedure
    .input(activeChange)
    .mutation(({ ctx, input }) => setActive(ctx, "service", input)),
});
