import { processCalcomWebhook } from "@/server/domain/calcom/process-calcom-webhook";
import { concludeCall } from "@/server/domain/calls/derive-outcome";
import { processRetellWebhook } from "@/server/domain/calls/process-retell-webhook";
import { failDelivery } from "@/server/domain/webhook-inbox/fail-delivery";
import type { EventData } from "@/server/events/catalogue";
import { inngest } from "@/server/events/client";
import { platformContext } from "../context";

const jobName = "process-webhook";

/** A delivery that cannot be processed ends as a failed row with its reason; its neighbours never wait for it. */
export const processWebhook = inngest.createFunction(
  {
    id: jobName,
    triggers: [{ event: "webhook.received" }],
    retries: 4,
    concurrency: 10,
    onFailure: async ({ event, error, step }) => {
      const { inboxId, provider } = event.data.event.data as EventData<"webhook.received">;
      await step.run("fail", () => failDelivery(platformContext(jobName), inboxId, error.message));
      if (provider === "retell")
        await step.run("conclude-call", () => concludeCall(platformContext(jobName), inboxId));
    },
  },
  // Without steps: each part may be repeated, and remembering which were done takes longer than doing them.
  async ({ event }) => {
    const { inboxId, provider } = event.data as EventData<"webhook.received">;
    const process = provider === "calcom" ? processCalcomWebhook : processRetellWebhook;
    await process(platformContext(jobName), inboxId);
  },
);
