import { loadTenantContext } from "@/server/domain/_core/tenant-context";
import { listDueSyncs } from "@/server/domain/calcom/list-due-syncs";
import { syncAppointment } from "@/server/domain/calcom/sync-appointment";
import { inngest } from "@/server/events/client";
import { platformContext } from "../context";

const requestTimeoutMs = 15_000;

/** Every minute: appointments whose Cal.com side never answered or failed for now get their next attempt. */
export const settleAppointments = inngest.createFunction(
  { id: "settle-appointments", triggers: [{ cron: "* * * * *" }], retries: 0, concurrency: 1 },
  async ({ step }) => {
    const ctx = platformContext("settle-appointments");
    const due = await step.run("list", () => listDueSyncs(ctx));
    for (const { tenantId, appointmentId } of due) {
      await step.run(`sync-${appointmentId}`, async () => {
        const { syncState } = await syncAppointment(
          await loadTenantContext(ctx, tenantId),
          appointmentId,
          requestTimeoutMs,
        );
        return { syncState };
      });
    }
  },
);
