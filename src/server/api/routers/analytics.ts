import { analyticsRequest } from "@/contracts/analytics";
import { getReport } from "@/server/domain/analytics/get-report";
import { router, tenantProcedure } from "../trpc";

export const analyticsRouter = router({
  report: tenantProcedure.input(analyticsRequest).query(({ ctx, input }) => getReport(ctx, input)),
});
