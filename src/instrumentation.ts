/** Called once per server process, never during the build. */
export async function register(): Promise<void> {
  // Next replaces this by a constant, which keeps the rest out of the edge bundle.
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  // Behind the gateway, nothing outlives it.
  process.once("disconnect", () => process.exit());
  const { usesInngestServer } = await import("./env");
  if (usesInngestServer()) return;
  const { startEmbeddedExecutor } = await import("./server/jobs/executor/start");
  startEmbeddedExecutor();
  const { wakeExecutor, wakeMessage } = await import("./server/events/wake");
  process.on("message", (message) => message === wakeMessage && wakeExecutor());
}
