import { loadTenantContext } from "@/server/domain/_core/tenant-context";
import { listActiveCalcomTenants } from "@/server/domain/calcom/list-calcom-tenants";
import { refreshDueSlots } from "@/server/domain/calcom/refresh-slots";
import { releaseEndedReservations } from "@/server/domain/calcom/reserve-offer";
import { inngest } from "@/server/events/client";
import { platformContext } from "../context";

const jobName = "refresh-calcom-slots";

/** Every minute, and at once for a business that begins with Cal.com: the free times that calls are answered from. */
export const refreshCalcomSlots = inngest.createFunction(
  {
    id: jobName,
    triggers: [
      { cron: "* * * * *" },
      { event: "calcom.activated" },
      { event: "calcom.event_types_imported" },
    ],
    retries: 0,
    concurrency: 1,
  },
  async ({ step, logger }) => {
    const ctx = platformContext(jobName);
    const tenantIds = await step.run("list", () => listActiveCalcomTenants(ctx));
    for (const tenantId of tenantIds) {
      try {
        await step.run(`refresh-${tenantId}`, async () => {
          const tenant = await loadTenantContext(ctx, tenantId);
          await releaseEndedReservations(tenant);
          return refreshDueSlots(tenant);
        });
      } catch {
        // The reason stands on the event type and in the run; the next business must not wait for it.
        logger.warn(`Free times of tenant ${tenantId} could not be fetched`);
      }
    }
  },
);
