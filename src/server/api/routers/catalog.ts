import { listBranches, listServices } from "@/server/domain/catalog/queries";
import { listTeam } from "@/server/domain/staff/list-team";
import { router, tenantProcedure } from "../trpc";

export const catalogRouter = router({
  services: tenantProcedure.query(({ ctx }) => listServices(ctx)),
  staff: tenantProcedure.query(({ ctx }) => listTeam(ctx)),
  branches: tenantProcedure.query(({ ctx }) => listBranches(ctx)),
});
