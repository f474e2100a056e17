import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "./paths";

/** Import this first: production knows the environment and `.env`, and never the demo's configuration. */
const file = join(root, ".env");
if (existsSync(file)) process.loadEnvFile(file);
Object.assign(process.env, { NODE_ENV: "production" });
