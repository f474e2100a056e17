import { calcomConnectionForm } from "@/contracts/calcom-connection";
import { activateCalcom } from "@/server/domain/calcom/activate-calcom";
import { connectCalcom } from "@/server/domain/calcom/connect-calcom";
import { importEventTypes } from "@/server/domain/calcom/import-event-types";
import { getIntegrations } from "@/server/domain/tenants/get-integrations";
import { router, tenantProcedure } from "../trpc";

export const integrationsRouter = router({
  get: tenantProcedure.query(({ ctx }) => getIntegrations(ctx)),
  connectCalcom: tenantProcedure
    .input(calcomConnectionForm)
    .mutation(({ ctx, input: { apiKey, teamSlug, username, organizerEmail } }) =>
      connectCalcom(ctx, {
        apiKey,
        teamSlug: teamSlug ?? undefined,
        username: username ?? undefined,
        organizerEmail: organizerEmail ?? undefined,
      }),
    ),
  importEventTypes: tenantProcedure.mutation(({ ctx }) => importEventTypes(ctx)),
  activateCalcom: tenantProcedure.mutation(({ ctx }) => activateCalcom(ctx)),
});
