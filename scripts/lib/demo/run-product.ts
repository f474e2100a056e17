import { join } from "node:path";
import { step } from "../steps";
import { type DemoFile, writeDemoFile } from "./demo-file";
import { appEnvironment, type DemoPlaces, sandboxEnvironment, writeEnvironmentFile } from "./environment";
import { runApp, startSandbox } from "./processes";
import type { DemoSecrets } from "./secrets";

interface RunOptions {
  places: DemoPlaces;
  secrets: DemoSecrets;
  mode: "start" | "dev";
  distFolder: string;
}

/** Starts the stand-ins and the app on a database that is ready, and returns when both answer. */
export async function runProduct({ places, secrets, mode, distFolder }: RunOptions): Promise<DemoFile> {
  const logs = join(places.folder, "logs");
  const environment = { ...appEnvironment(places, secrets), NEXT_DIST_DIR: distFolder };
  writeEnvironmentFile(places.folder, environment);
  const demo = writeDemoFile(places, secrets);
  await step("Stand-ins for Retell and Cal.com", () =>
    startSandbox(places.sandboxPort, {
      environment: sandboxEnvironment(places, secrets),
      log: join(logs, "sandbox.log"),
    }),
  );
  // While developing, the app's own words belong in the terminal.
  const log = mode === "start" ? join(logs, "app.log") : undefined;
  await step("App", () => runApp({ mode, port: places.port, environment, log }));
  return demo;
}
