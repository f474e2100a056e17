import { existsSync } from "node:fs";
import { join } from "node:path";
import { dataFolder, root } from "./paths";

/**
 * Import this first in a program that needs the app's configuration: `.env` of a real installation, otherwise the
 * demo's. What the environment already says wins over both.
 */
const file = [join(root, ".env"), join(dataFolder, "demo.env")].find(existsSync);
if (file) process.loadEnvFile(file);
