import { closeStuckCalls as closeStuck } from "@/server/domain/calls/close-stuck-calls";
import { inngest } from "@/server/events/client";
import { platformContext } from "../context";

/** Every minute, because a call that seems to run for ever is what people see first. */
export const closeStuckCalls = inngest.createFunction(
  { id: "close-stuck-calls", triggers: [{ cron: "* * * * *" }], retries: 0, concurrency: 1 },
  ({ step }) => step.run("close", () => closeStuck(platformContext("close-stuck-calls"))),
);
