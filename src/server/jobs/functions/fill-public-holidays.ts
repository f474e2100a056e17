import { fillPublicHolidays as fill } from "@/server/domain/holidays/fill-public-holidays";
import { inngest } from "@/server/events/client";
import { platformContext } from "../context";

/** Daily, this year and the two after it, so that a new installation knows its holidays by the next morning. */
export const fillPublicHolidays = inngest.createFunction(
  { id: "fill-public-holidays", triggers: [{ cron: "30 3 * * *" }], retries: 4, concurrency: 1 },
  ({ step }) =>
    step.run("fill", () => {
      const year = new Date().getUTCFullYear();
      return fill(platformContext("fill-public-holidays"), [year, year + 1, year + 2]);
    }),
);
