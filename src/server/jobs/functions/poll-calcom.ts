import { loadTenantContext } from "@/server/domain/_core/tenant-context";
import { listConnectedTenants } from "@/server/domain/calcom/list-calcom-tenants";
import { pollBookings } from "@/server/domain/calcom/poll-bookings";
import { inngest } from "@/server/events/client";
import { platformContext } from "../context";

/** Every five minutes: closes the holes that lost Cal.com webhooks leave, one tenant's failure apart from the others'. */
export const pollCalcom = inngest.createFunction(
  { id: "poll-calcom", triggers: [{ cron: "*/5 * * * *" }], retries: 1, concurrency: 1 },
  async ({ step, logger }) => {
    const ctx = platformContext("poll-calcom");
    const tenantIds = await step.run("list", () => listConnectedTenants(ctx));
    for (const tenantId of tenantIds) {
      try {
        await step.run(`poll-${tenantId}`, async () => pollBookings(await loadTenantContext(ctx, tenantId)));
      } catch {
        // The reason stands on the connection and in the run; the next tenant must not wait for it.
        logger.warn(`Cal.com of tenant ${tenantId} could not be polled`);
      }
    }
  },
);
