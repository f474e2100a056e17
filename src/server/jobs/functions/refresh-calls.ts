import { findCallsToRefresh } from "@/server/domain/calls/find-calls-to-refresh";
import { refreshCalls as refresh } from "@/server/domain/calls/refresh-calls";
import { replayUnassignedCalls } from "@/server/domain/unassigned-calls/replay-unassigned-calls";
import { inngest } from "@/server/events/client";
import { platformContext } from "../context";

const jobName = "refresh-calls";
const callsPerStep = 20;

/** Retell tries a webhook three times and forgets it: what was lost while we were away is fetched here. */
export const refreshCalls = inngest.createFunction(
  { id: jobName, triggers: [{ cron: "*/15 * * * *" }], retries: 3, concurrency: 1 },
  async ({ step }) => {
    await step.run("replay-unassigned", () => replayUnassignedCalls(platformContext(jobName)));
    const wanted = await step.run("compare", () => findCallsToRefresh(platformContext(jobName)));
    for (let first = 0; first < wanted.length; first += callsPerStep) {
      const batch = wanted.slice(first, first + callsPerStep);
      await step.run(`fetch-${first}`, () => refresh(platformContext(jobName), batch));
    }
  },
);
