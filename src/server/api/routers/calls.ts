import { z } from "zod";
import { callFilter, callListRequest } from "@/contracts/call-list";
import { findNeighbours } from "@/server/domain/calls/find-neighbours";
import { listCallRows } from "@/server/domain/calls/list-call-rows";
import { viewCall } from "@/server/domain/calls/view-call";
import { router, tenantProcedure } from "../trpc";

const one = z.object({ callId: z.number().int().positive() });

export const callsRouter = router({
  list: tenantProcedure.input(callListRequest).query(({ ctx, input }) => listCallRows(ctx, input)),
  get: tenantProcedure.input(one).query(({ ctx, input }) => viewCall(ctx, input.callId)),
  neighbours: tenantProcedure
    .input(one.extend({ filter: callFilter }))
    .query(({ ctx, input }) => findNeighbours(ctx, input.callId, input.filter)),
});
