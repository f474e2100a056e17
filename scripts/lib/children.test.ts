import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "askproai-children-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A program that starts a child, another one with a child of its own, and waits. */
function startProgram(): ChildProcess {
  const lib = new URL(".", import.meta.url).pathname;
  const file = join(folder, "program.mts");
  writeFileSync(
    file,
    `import { removeAtEnd, startChild } from "${lib}children.ts";
     import { forever, runProgram } from "${lib}program.ts";
     await runProgram(async () => {
       removeAtEnd("${join(folder, "gone")}");
       const first = startChild("sleep", ["300"]);
       const second = startChild("sh", ["-c", "sleep 300 & sleep 300"]);
       console.log(JSON.stringify([first.pid, second.pid]));
       return forever;
     });`,
  );
  return spawn(process.execPath, ["--import", "tsx", file], { stdio: ["ignore", "pipe", "inherit"] });
}

async function childrenOf(program: ChildProcess): Promise<number[]> {
  if (!program.stdout) throw new Error("no output");
  const [line] = await once(createInterface({ input: program.stdout }), "line");
  return JSON.parse(line);
}

/** Whether anybody is left in the group that this process leads. */
function isGroupAlive(leader: number): boolean {
  try {
    process.kill(-leader, 0);
    return true;
  } catch {
    return false;
  }
}

test.each(["SIGINT", "SIGTERM", "SIGKILL"] as const)(
  "a program ended by %s leaves no child, no grandchild and no temporary folder behind",
  async (signal) => {
    const program = startProgram();
    writeFileSync(join(folder, "gone"), "");
    const children = await childrenOf(program);
    expect(children.map(isGroupAlive)).toEqual([true, true]);

    program.kill(signal);
    await vi.waitFor(() => expect(children.map(isGroupAlive)).toEqual([false, false]), { timeout: 10_000 });
    await vi.waitFor(() => expect(existsSync(join(folder, "gone"))).toBe(false), { timeout: 10_000 });
  },
  30_000,
);
