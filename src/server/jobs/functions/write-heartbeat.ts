import { writeHeartbeat as write } from "@/server/domain/background/write-heartbeat";
import { inngest } from "@/server/events/client";
import { platformContext } from "../context";

export const writeHeartbeat = inngest.createFunction(
  { id: "write-heartbeat", triggers: [{ cron: "* * * * *" }], retries: 0, concurrency: 1 },
  async ({ step }) => {
    await step.run("write", () => write(platformContext("write-heartbeat")));
  },
);
