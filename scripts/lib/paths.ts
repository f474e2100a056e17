import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));

/** Everything that belongs to this installation and never into the repository. */
export const dataFolder = join(root, ".data");
export const logFolder = join(dataFolder, "logs");
