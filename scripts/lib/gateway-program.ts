import { join } from "node:path";
import { root } from "./paths";
import { findFreePort } from "./ports";

/** Node's arguments for the product in production, configured by its environment; Next gets a port of its own. */
export const gatewayProgram = async () => [
  "--import",
  "tsx",
  join(root, "src/gateway/main.ts"),
  String(await findFreePort()),
];
