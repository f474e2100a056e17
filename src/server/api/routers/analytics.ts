import { analyticsRequest } from "@/contracts/analytics";
import { isOnThePhone } from "@/lib/callers-first";
import { inTurn } from "@/lib/in-turn";
import { getReport } from "@/server/domain/analytics/get-report";
import { router, tenantProcedure } from "../trpc";

/** A report is counted in one long stretch: several at once would keep whoever is on the phone waiting for them all. */
const inLine = inTurn(() => (isOnThePhone() ? 1 : 4));

export const analyticsRouter = router({
  report: tenantProcedure
    .input(analyticsRequest)
    .query(({ ctx, input }) => inLine(() => getReport(ctx, input))),
});
