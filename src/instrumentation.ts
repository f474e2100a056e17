/** Called once per server process, never during the build. */
export async function register(): Promise<void> {
  // Next replaces this by a constant; the edge bundle must not contain the rest.
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { usesInngestServer } = await import("./env");
  if (usesInngestServer()) return;
  const { startEmbeddedExecutor } = await import("./server/jobs/executor/start");
  startEmbeddedExecutor();
}
