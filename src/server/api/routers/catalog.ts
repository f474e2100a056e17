import { listBranches, listServices, listStaff } from "@/server/domain/catalog/queries";
import { router, tenantProcedure } from "../trpc";

export const catalogRouter = router({
  services: tenantProcedure.query(({ ctx }) => listServices(ctx)),
  staff: tenantProcedure.query(({ ctx }) => listStaff(ctx)),
  branches: tenantProcedure.query(({ ctx }) => listBranches(ctx)),
});
