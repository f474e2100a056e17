import type { ChildProcess } from "node:child_process";
import { logger } from "@/server/logger";

const mostDeaths = 3;
const withinMs = 60_000;

/** Starts a process, and again whenever it ends by itself, until it keeps dying: then it is given up. */
export function keepRunning(name: string, start: () => ChildProcess, giveUp: () => void) {
  let child: ChildProcess;
  let deaths: number[] = [];
  let stopping = false;
  const run = () => {
    child = start();
    child.once("exit", (code, signal) => {
      if (stopping) return;
      deaths = [...deaths.filter((death) => death > Date.now() - withinMs), Date.now()];
      logger.error({ process: name, code, signal }, "process ended");
      if (deaths.length > mostDeaths) giveUp();
      else run();
    });
  };
  run();
  return {
    current: () => child,
    /** Asks it to end and waits until it has. */
    async stop(): Promise<void> {
      stopping = true;
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await ended;
    },
  };
}
