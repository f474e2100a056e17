import { fillPublicHolidays as fill } from "@/server/domain/holidays/fill-public-holidays";
import { inngest } from "@/server/events/client";
import { platformContext } from "../context";

/** Monthly, this year and the two after it: nobody books further ahead, and a lost run is made good by the next. */
export const fillPublicHolidays = inngest.createFunction(
  { id: "fill-public-holidays", triggers: [{ cron: "30 3 1 * *" }], retries: 4, concurrency: 1 },
  ({ step }) =>
    step.run("fill", () => {
      const year = new Date().getUTCFullYear();
      return fill(platformContext("fill-public-holidays"), [year, year + 1, year + 2]);
    }),
);
