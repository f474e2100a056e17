import { indexCustomers as index } from "@/server/domain/customers/index-customers";
import { inngest } from "@/server/events/client";
import { platformContext } from "../context";

export const indexCustomers = inngest.createFunction(
  { id: "index-customers", triggers: [{ cron: "*/5 * * * *" }], retries: 2, concurrency: 1 },
  async ({ step }) => {
    await step.run("index", () => index(platformContext("index-customers")));
  },
);
