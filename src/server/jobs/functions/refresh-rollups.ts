import { loadTenantContext } from "@/server/domain/_core/tenant-context";
import { auditRollups, markUncounted } from "@/server/domain/analytics/audit-rollups";
import { refreshRollups as refresh, refreshAllRollups } from "@/server/domain/analytics/refresh-rollups";
import { inngest } from "@/server/events/client";
import { platformContext } from "../context";

const jobName = "refresh-rollups";

/** What people look for at once: the call that just ended, the appointment that was just made or moved. */
export const refreshRollups = inngest.createFunction(
  {
    id: jobName,
    triggers: [
      { event: "call.started" },
      { event: "call.ended" },
      { event: "call.processed" },
      { event: "appointment.booked" },
      { event: "appointment.moved" },
      { event: "appointment.cancelled" },
      { event: "appointment.completed" },
      { event: "appointment.no_show" },
    ],
    retries: 2,
    concurrency: { limit: 1, key: "event.data.tenantId" },
    // Each run counts whole hours anew: once for all that happens within a second or two.
    debounce: { key: "event.data.tenantId", period: "1s", timeout: "5s" },
  },
  // Without steps, as everything that is one piece of work and happens in every call: half the requests and writes.
  async ({ event }) => {
    const { tenantId } = event.data as { tenantId: string | null };
    if (tenantId) await refresh(await loadTenantContext(platformContext(jobName), tenantId));
  },
);

/** Whatever else changed a call or an appointment, what a lost run left, and businesses that were never counted. */
export const sweepRollups = inngest.createFunction(
  { id: "sweep-rollups", triggers: [{ cron: "* * * * *" }], retries: 0, concurrency: 1 },
  async ({ step }) => {
    await step.run("mark", () => markUncounted(platformContext("sweep-rollups")));
    await step.run("refresh", () => refreshAllRollups(platformContext("sweep-rollups")));
  },
);

/** Nightly: rows that were changed behind our back come into the numbers all the same. */
export const auditRollupsNightly = inngest.createFunction(
  { id: "audit-rollups", triggers: [{ cron: "40 2 * * *" }], retries: 2, concurrency: 1 },
  ({ step }) => step.run("audit", () => auditRollups(platformContext("audit-rollups"))),
);
