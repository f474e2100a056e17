import { loadTenantContext } from "@/server/domain/_core/tenant-context";
import { compareWithCalcom } from "@/server/domain/calcom/compare-with-calcom";
import { listActiveCalcomTenants } from "@/server/domain/calcom/list-calcom-tenants";
import { inngest } from "@/server/events/client";
import { platformContext } from "../context";

const jobName = "compare-calcom";

/** Every quarter of an hour both sides are compared booking by booking; the poll only hears of what changed. */
export const compareCalcom = inngest.createFunction(
  {
    id: jobName,
    triggers: [{ cron: "7,22,37,52 * * * *" }, { event: "calcom.activated" }],
    retries: 1,
    concurrency: 1,
  },
  async ({ step, logger }) => {
    const ctx = platformContext(jobName);
    const tenantIds = await step.run("list", () => listActiveCalcomTenants(ctx));
    for (const tenantId of tenantIds) {
      try {
        await step.run(`compare-${tenantId}`, async () =>
          compareWithCalcom(await loadTenantContext(ctx, tenantId)),
        );
      } catch {
        logger.warn(`Tenant ${tenantId} could not be compared with Cal.com`);
      }
    }
  },
);
