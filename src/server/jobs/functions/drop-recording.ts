import { loadTenantContext } from "@/server/domain/_core/tenant-context";
import { dropRecording as drop } from "@/server/domain/calls/drop-recording";
import type { EventData } from "@/server/events/catalogue";
import { inngest } from "@/server/events/client";
import { platformContext } from "../context";

const jobName = "drop-recording";

/** Audio nobody agreed to leaves Retell as soon as all else of the call is stored; tried for half a day. */
export const dropRecording = inngest.createFunction(
  { id: jobName, triggers: [{ event: "call.recording_unwanted" }], retries: 20, concurrency: 4 },
  async ({ event, step }) => {
    const { callId, tenantId } = event.data as EventData<"call.recording_unwanted"> & { tenantId: string };
    await step.run("drop", async () =>
      drop(await loadTenantContext(platformContext(jobName), tenantId), callId),
    );
  },
);
