import cluster from "node:cluster";
import { availableParallelism, constants, setPriority } from "node:os";
import { fileURLToPath } from "node:url";
import { env } from "@/env";
import { wakeMessage } from "@/server/events/wake";
import { keepRunning } from "./keep-running";
import { nodeArguments } from "./node-arguments";
import { startWeb } from "./web";

/**
 * The product in production: `main.ts WEB_PORT`. Processes of their own answer the phone on PORT and pass everything
 * else to Next on WEB_PORT, so that no page, report or background work is ever in front of a caller.
 */
const webPort = process.argv[2] ?? "";

const web = keepRunning("web", () => {
  const child = startWeb(webPort);
  // When there is more to do than the machine can, the phone comes first.
  if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  return child;
});

cluster.setupPrimary({
  exec: fileURLToPath(new URL("phone.ts", import.meta.url)),
  args: [webPort],
  execArgv: [...nodeArguments, "--import", "tsx"],
});
cluster.on("message", (_worker, message: unknown) => {
  // Where it is just starting again, it looks for work by itself.
  if (message === wakeMessage) web.current().send(message, () => undefined);
});
const phones = Array.from({ length: env.PHONE_PROCESSES ?? Math.ceil(availableParallelism() / 2) }, () =>
  keepRunning("phone", () => cluster.fork().process),
);

let ending = false;
for (const signal of ["SIGTERM", "SIGINT"] as const)
  process.on(signal, async () => {
    if (ending) return;
    ending = true;
    // All at once: a signal to the whole group has reached the web already, and nobody is to start it again.
    await Promise.all([...phones, web].map((kept) => kept.stop()));
    process.exit(0);
  });
