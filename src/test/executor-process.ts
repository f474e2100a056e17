import { appendFileSync } from "node:fs";
import { inngest } from "@/server/events/client";
import { serveFunctions, testExecutor } from "./jobs";

/**
 * An app process to kill: serves one function of two steps and executes it. With `hang`, the second step never ends.
 * Arguments: function id, file that notes each step, `hang` or `work`.
 */
const [id = "", file = "", mode = ""] = process.argv.slice(2);

const fn = inngest.createFunction({ id, triggers: [{ event: "call.ended" }] }, async ({ step }) => {
  await step.run("first", () => appendFileSync(file, "first\n"));
  await step.run("second", async () => {
    appendFileSync(file, `second (${mode})\n`);
    if (mode === "hang") await new Promise(() => undefined);
  });
});

const server = await serveFunctions([fn]);
testExecutor(server.url, { leaseMs: 2_000 });
