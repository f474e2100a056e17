import { businessSettings } from "@/contracts/business-settings";
import { changeBusinessSettings } from "@/server/domain/tenants/change-business-settings";
import { getBusinessSettings } from "@/server/domain/tenants/get-business-settings";
import { router, tenantProcedure } from "../trpc";

export const businessRouter = router({
  get: tenantProcedure.query(({ ctx }) => getBusinessSettings(ctx)),
  change: tenantProcedure
    .input(businessSettings)
    .mutation(({ ctx, input }) => changeBusinessSettings(ctx, input)),
});
