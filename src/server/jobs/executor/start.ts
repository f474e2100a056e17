import { serve } from "inngest/edge";
import { env } from "@/env";
import { inngest, signingKey } from "@/server/events/client";
import { platformContext } from "@/server/jobs/context";
import { functions } from "@/server/jobs/functions";
import { createEndpoint } from "./endpoint";
import { startExecutor } from "./executor";

const holder = globalThis as typeof globalThis & { __askproaiExecutor?: ReturnType<typeof startExecutor> };

/**
 * One executor per process. It hands requests straight to the functions' handler, because a detour over Next and our
 * own port costs the callers on the phone more than the work itself; while developing only the port knows new code.
 */
export function startEmbeddedExecutor(): void {
  if (holder.__askproaiExecutor) return;
  const isChanging = env.NODE_ENV === "development";
  const send = isChanging ? fetch : serve({ client: inngest, functions, enableUnauthedSync: false });
  const executor = startExecutor({
    ctx: platformContext("embedded-executor"),
    endpoint: createEndpoint(`http://127.0.0.1:${env.PORT}/api/inngest`, signingKey() ?? "", send),
    rediscoverMs: isChanging ? 30_000 : undefined,
  });
  holder.__askproaiExecutor = executor;
  for (const reason of ["SIGTERM", "SIGINT"] as const) process.once(reason, () => void executor.stop());
}
