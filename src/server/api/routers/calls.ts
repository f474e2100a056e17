import { z } from "zod";
import { callListRequest } from "@/contracts/call-list";
import { listCallRows } from "@/server/domain/calls/list-call-rows";
import { viewCall } from "@/server/domain/calls/view-call";
import { router, tenantProcedure } from "../trpc";

const one = z.object({ callId: z.number().int().positive() });

export const callsRouter = router({
  list: tenantProcedure.input(callListRequest).query(({ ctx, input }) => listCallRows(ctx, input)),
  get: tenantProcedure.input(one).query(({ ctx, input }) => viewCall(ctx, input.callId)),
});
