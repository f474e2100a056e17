import { parseArgs } from "node:util";
import { buildApp } from "./lib/build";
import { calcomBaseUrl } from "./lib/demo/environment";
import { findDemoPlaces, resetDemo } from "./lib/demo/installation";
import { prepareDemoDatabase } from "./lib/demo/prepare-database";
import { printSummary } from "./lib/demo/print-summary";
import { runProduct } from "./lib/demo/run-product";
import { demoSecrets } from "./lib/demo/secrets";
import { parsePort } from "./lib/ports";
import { forever, runProgram } from "./lib/program";
import { seconds, step } from "./lib/steps";

/** `npm run demo [-- --reset] [-- --port 4000]`: the whole product on this machine, without any vendor's account. */
await runProgram(async () => {
  const started = Date.now();
  const { values } = parseArgs({ options: { reset: { type: "boolean" }, port: { type: "string" } } });
  const port = parsePort(values.port ?? "3000");
  if (values.reset) await step("Starting over", resetDemo);

  const places = await findDemoPlaces(port);
  const secrets = demoSecrets(places.folder);
  await prepareDemoDatabase(places.databaseUrl, secrets, calcomBaseUrl(places));
  await step("Build", async (note) => note((await buildApp(".next")) ? "done" : "unchanged"));
  const demo = await runProduct({ places, secrets, mode: "start", distFolder: ".next" });
  process.stdout.write(`✓ Ready after ${seconds(started)}\n`);
  printSummary(demo);
  return forever;
});
