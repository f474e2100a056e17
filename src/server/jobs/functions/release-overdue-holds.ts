import { releaseOverdueHolds as releaseOverdue } from "@/server/domain/offers/release-overdue-holds";
import { inngest } from "@/server/events/client";
import { platformContext } from "../context";

/** Every minute. Holds that ran out block nobody; this only tidies up after calls whose end was never told. */
export const releaseOverdueHolds = inngest.createFunction(
  { id: "release-overdue-holds", triggers: [{ cron: "* * * * *" }], retries: 0, concurrency: 1 },
  ({ step }) => step.run("release", () => releaseOverdue(platformContext("release-overdue-holds"))),
);
