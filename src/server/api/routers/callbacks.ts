import { z } from "zod";
import { claimCallback } from "@/server/domain/callbacks/claim-callback";
import { completeCallback } from "@/server/domain/callbacks/complete-callback";
import { router, tenantProcedure } from "../trpc";

const input = z.object({ callbackId: z.number().int().positive() });

export const callbacksRouter = router({
  claim: tenantProcedure.input(input).mutation(({ ctx, input }) => claimCallback(ctx, input)),
  complete: tenantProcedure.input(input).mutation(({ ctx, input }) => completeCallback(ctx, input)),
});
