import { z } from "zod";
import { apiKeyForm } from "@/contracts/api-keys";
import { rowId } from "@/contracts/form-fields";
import { createApiKey } from "@/server/domain/api-keys/create-api-key";
import { listApiKeys } from "@/server/domain/api-keys/list-api-keys";
import { revokeApiKey } from "@/server/domain/api-keys/revoke-api-key";
import { router, tenantProcedure } from "../trpc";

export const apiKeysRouter = router({
  list: tenantProcedure.query(({ ctx }) => listApiKeys(ctx)),
  create: tenantProcedure.input(apiKeyForm).mutation(({ ctx, input }) => createApiKey(ctx, input)),
  revoke: tenantProcedure
    .input(z.object({ apiKeyId: rowId }))
    .mutation(({ ctx, input }) => revokeApiKey(ctx, input)),
});
