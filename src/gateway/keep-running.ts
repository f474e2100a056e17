import type { ChildProcess } from "node:child_process";
import { logger } from "@/server/logger";

/** What lives shorter than this would only die again at once. */
const briefMs = 10_000;

/** Starts a process, and again whenever it ends by itself: at once, or after a pause where it lived but briefly. */
export function keepRunning(name: string, start: () => ChildProcess, pauseMs = 5_000) {
  let child: ChildProcess;
  let pause: NodeJS.Timeout | undefined;
  let stopping = false;
  const run = () => {
    const began = Date.now();
    child = start();
    child.once("exit", (code, signal) => {
      if (stopping) return;
      logger.error({ process: name, code, signal }, "process ended");
      if (Date.now() - began > briefMs) run();
      else pause = setTimeout(run, pauseMs);
    });
  };
  run();
  return {
    current: () => child,
    /** Asks it to end and waits until it has. */
    async stop(): Promise<void> {
      stopping = true;
      clearTimeout(pause);
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await ended;
    },
  };
}
