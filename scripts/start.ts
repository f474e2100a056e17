import "./lib/load-production-env";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { env } from "@/env";
import { runToEnd } from "./lib/children";
import { countPendingMigrations } from "./lib/database/migrations";
import { gatewayProgram } from "./lib/gateway-program";
import { root } from "./lib/paths";
import { isPortFree } from "./lib/ports";
import { runProgram } from "./lib/program";
import { Sentence } from "./lib/sentence";

/** `npm start`: production, configured by the environment and `.env`. Ends on SIGTERM once open requests are served. */
await runProgram(async () => {
  const { PORT: port, DATABASE_URL: databaseUrl } = env;
  if (!existsSync(join(root, ".next/BUILD_ID")))
    throw new Sentence("There is no build: run npm run build first.");
  const pending = await countPendingMigrations(databaseUrl);
  if (pending > 0)
    throw new Sentence(`The database is not up to date (${pending} pending): run npm run db:migrate first.`);
  if (!(await isPortFree(port))) throw new Sentence(`Port ${port} is taken: set PORT to another one.`);
  return runToEnd(process.execPath, await gatewayProgram(), { cwd: root });
});
