import { z } from "zod";
import { canTestCall, findTestCallWay, listScenarios } from "@/server/domain/test-calls/queries";
import { startSimulatedCall } from "@/server/domain/test-calls/start-simulated-call";
import { startWebCall } from "@/server/domain/test-calls/start-web-call";
import { router, tenantProcedure } from "../trpc";

export const testCallsRouter = router({
  available: tenantProcedure.query(({ ctx }) => canTestCall(ctx)),
  way: tenantProcedure.query(({ ctx }) => findTestCallWay(ctx)),
  startWebCall: tenantProcedure.mutation(({ ctx }) => startWebCall(ctx)),
  scenarios: tenantProcedure.query(({ ctx }) => listScenarios(ctx)),
  start: tenantProcedure
    .input(z.object({ scenario: z.string().min(1).max(64) }))
    .mutation(({ ctx, input }) => startSimulatedCall(ctx, input)),
});
