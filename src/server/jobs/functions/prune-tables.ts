import { pruneInbox, pruneRateLimits, pruneRuns } from "@/server/domain/background/prune";
import { inngest } from "@/server/events/client";
import { platformContext } from "../context";

export const pruneTables = inngest.createFunction(
  { id: "prune-tables", triggers: [{ cron: "17 * * * *" }], retries: 2, concurrency: 1 },
  async ({ step }) => {
    await step.run("runs", () => pruneRuns(platformContext("prune-tables")));
    await step.run("inbox", () => pruneInbox(platformContext("prune-tables")));
    await step.run("rate limits", () => pruneRateLimits(platformContext("prune-tables")));
  },
);
