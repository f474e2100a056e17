import { statfsSync } from "node:fs";
import { endChildren } from "./children";
import { root } from "./paths";
import { explain } from "./sentence";

let ending = false;

/** Ends the program the same way for every reason: children first, newest first, then the exit code. */
export async function end(code: number): Promise<never> {
  ending = true;
  await endChildren();
  process.exit(code);
}

/** True once the program is on its way out, so that a child's exit is no longer news. */
export const isEnding = () => ending;

/** A full disk shows in many ways, such as a database that cannot even roll back. */
function diskIsFull(): boolean {
  const { bavail, bsize } = statfsSync(root);
  return bavail * bsize < 16 * 1024 * 1024;
}

/** For a program that runs until somebody ends it. */
export const forever = new Promise<never>(() => {});

/** Runs a program to its end: its result is the exit code, a known problem one sentence, Ctrl-C a clean end. */
export async function runProgram(main: () => Promise<number>): Promise<void> {
  const interrupted = (signal: string) => () => {
    if (ending) return;
    ending = true;
    if (process.stdout.isTTY) process.stdout.write("\n");
    void end(signal === "SIGINT" ? 130 : 143);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, interrupted(signal));
  // scripts/run.mjs holds the other end of this channel: it closes when that process is gone.
  process.on("disconnect", interrupted("SIGTERM"));
  try {
    const code = await main();
    if (!ending) await end(code);
  } catch (error) {
    if (ending) return;
    const sentence =
      explain(error) ?? (diskIsFull() ? `The disk is full: ${root} needs more room.` : undefined);
    process.stderr.write(sentence ? `✗ ${sentence}\n` : `${(error as Error)?.stack ?? String(error)}\n`);
    await end(1);
  }
}
