import { loadTenantContext } from "@/server/domain/_core/tenant-context";
import { settleBookedCallbacks as settle } from "@/server/domain/callbacks/settle-booked-callbacks";
import type { EventData } from "@/server/events/catalogue";
import { inngest } from "@/server/events/client";
import { platformContext } from "../context";

const jobName = "settle-booked-callbacks";

/** Nobody calls back who has booked meanwhile, by whatever way. */
export const settleBookedCallbacks = inngest.createFunction(
  { id: jobName, triggers: [{ event: "appointment.booked" }], retries: 4 },
  async ({ event }) => {
    const { appointmentId, tenantId } = event.data as EventData<"appointment.booked"> & { tenantId: string };
    const ctx = await loadTenantContext(platformContext(jobName), tenantId);
    await settle(ctx, appointmentId);
  },
);
