import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

interface ChildOptions {
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  /** Where its output goes; without it, to ours. */
  log?: string;
}

let reaper: ChildProcess | undefined;

/** Tells the reaper, a process of its own, what to end; it does so when we end, in whatever way. */
function tellReaper(
  entry: { pid: number } | { forget: number } | { command: string[] } | { folder: string },
) {
  if (!reaper) {
    reaper = spawn(process.execPath, [fileURLToPath(new URL("reaper.mjs", import.meta.url))], {
      detached: true,
      stdio: ["pipe", "ignore", "ignore"],
    });
    reaper.unref();
  }
  reaper.stdin?.write(`${JSON.stringify(entry)}\n`);
}

/** Starts a process that ends with this program. It has its own group: Ctrl-C reaches us, and we end it in order. */
export function startChild(command: string, args: string[], options: ChildOptions = {}): ChildProcess {
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: options.env ?? process.env,
    detached: true,
    stdio: options.log ? ["ignore", ...logTo(options.log)] : ["ignore", "inherit", "inherit"],
  } as SpawnOptions);
  const { pid } = child;
  if (pid !== undefined) {
    tellReaper({ pid });
    child.once("exit", () => reaper && tellReaper({ forget: pid }));
  }
  return child;
}

/** Runs a child to its end and returns its exit code. */
export async function runToEnd(command: string, args: string[], options: ChildOptions = {}): Promise<number> {
  const child = startChild(command, args, options);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 1));
  });
}

/** The output files of a child; a new start begins a new log. */
function logTo(file: string): [number, number] {
  mkdirSync(dirname(file), { recursive: true });
  const handle = openSync(file, "w");
  return [handle, handle];
}

/** Takes over a process that an earlier program left behind. */
export const adoptProcess = (pid: number) => tellReaper({ pid });
/** Runs a command once everything started after this call has ended. */
export const runAtEnd = (command: string[]) => tellReaper({ command });
/** Removes a folder once everything started after this call has ended. */
export const removeAtEnd = (folder: string) => tellReaper({ folder });

/** Ends every child, newest first, and waits for it. */
export async function endChildren(): Promise<void> {
  const ending = reaper;
  if (!ending) return;
  reaper = undefined;
  await new Promise<void>((resolve) => {
    ending.once("exit", () => resolve());
    ending.ref();
    ending.stdin?.end();
  });
}
