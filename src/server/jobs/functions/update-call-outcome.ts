import { loadTenantContext } from "@/server/domain/_core/tenant-context";
import { updateOutcomeOfAppointment } from "@/server/domain/calls/update-outcome-of-appointment";
import type { EventData } from "@/server/events/catalogue";
import { inngest } from "@/server/events/client";
import { platformContext } from "../context";

const jobName = "update-call-outcome";

export const updateCallOutcome = inngest.createFunction(
  { id: jobName, triggers: [{ event: "appointment.booked" }], retries: 4 },
  async ({ event }) => {
    const { appointmentId, tenantId } = event.data as EventData<"appointment.booked"> & { tenantId: string };
    const ctx = await loadTenantContext(platformContext(jobName), tenantId);
    await updateOutcomeOfAppointment(ctx, appointmentId);
  },
);
