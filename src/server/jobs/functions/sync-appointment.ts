import { loadTenantContext } from "@/server/domain/_core/tenant-context";
import { syncAppointment as bringInStep } from "@/server/domain/calcom/sync-appointment";
import { inngest } from "@/server/events/client";
import { platformContext } from "../context";

const requestTimeoutMs = 15_000;

/** Carries one appointment to Cal.com. What fails for now is found again by settle-appointments. */
export const syncAppointment = inngest.createFunction(
  { id: "sync-appointment", triggers: [{ event: "appointment.sync_requested" }], retries: 3, concurrency: 4 },
  async ({ event, step }) => {
    const { tenantId, appointmentId } = event.data as { tenantId: string; appointmentId: number };
    await step.run("sync", async () => {
      const ctx = await loadTenantContext(platformContext("sync-appointment"), tenantId);
      const { syncState } = await bringInStep(ctx, appointmentId, requestTimeoutMs);
      return { syncState };
    });
  },
);
