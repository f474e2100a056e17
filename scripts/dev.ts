import { parseArgs } from "node:util";
import { calcomBaseUrl } from "./lib/demo/environment";
import { findDemoPlaces } from "./lib/demo/installation";
import { prepareDemoDatabase } from "./lib/demo/prepare-database";
import { printSummary } from "./lib/demo/print-summary";
import { runProduct } from "./lib/demo/run-product";
import { demoSecrets } from "./lib/demo/secrets";
import { parsePort } from "./lib/ports";
import { forever, runProgram } from "./lib/program";

/** `npm run dev [-- --port 4000]`: the demo's database and stand-ins, and an app that follows every change. */
await runProgram(async () => {
  const { values } = parseArgs({ options: { port: { type: "string" } } });
  const places = await findDemoPlaces(parsePort(values.port ?? "3000"));
  const secrets = demoSecrets(places.folder);
  await prepareDemoDatabase(places.databaseUrl, secrets, calcomBaseUrl(places));
  printSummary(await runProduct({ places, secrets, mode: "dev", distFolder: ".next" }));
  return forever;
});
