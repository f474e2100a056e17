import { env } from "@/env";
import { signingKey } from "@/server/events/client";
import { platformContext } from "@/server/jobs/context";
import { createEndpoint } from "./endpoint";
import { startExecutor } from "./executor";

const holder = globalThis as typeof globalThis & { __askproaiExecutor?: ReturnType<typeof startExecutor> };

/** One executor per process; it speaks to the functions over this process's own port. */
export function startEmbeddedExecutor(): void {
  if (holder.__askproaiExecutor) return;
  const executor = startExecutor({
    ctx: platformContext("embedded-executor"),
    endpoint: createEndpoint(`http://127.0.0.1:${env.PORT}/api/inngest`, signingKey() ?? ""),
    rediscoverMs: env.NODE_ENV === "development" ? 30_000 : undefined,
  });
  holder.__askproaiExecutor = executor;
  for (const reason of ["SIGTERM", "SIGINT"] as const) process.once(reason, () => void executor.stop());
}
