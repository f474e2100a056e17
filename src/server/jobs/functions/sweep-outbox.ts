import { usesInngestServer } from "@/env";
import { inngest } from "@/server/events/client";
import { sendOutbox } from "@/server/events/send-outbox";
import { platformContext } from "../context";

/** Events whose nudge was lost with its process. The embedded executor reads the outbox itself. */
export const sweepOutbox = inngest.createFunction(
  { id: "sweep-outbox", triggers: [{ cron: "* * * * *" }], retries: 0, concurrency: 1 },
  async ({ step }) => {
    if (!usesInngestServer()) return;
    await step.run("send", () => sendOutbox(platformContext("sweep-outbox").db));
  },
);
