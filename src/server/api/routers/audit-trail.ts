import { trailList } from "@/contracts/audit-trail";
import { listTrail } from "@/server/domain/audit-trail/list-trail";
import { router, tenantProcedure } from "../trpc";

export const auditTrailRouter = router({
  list: tenantProcedure.input(trailList).query(({ ctx, input }) => listTrail(ctx, input)),
});
