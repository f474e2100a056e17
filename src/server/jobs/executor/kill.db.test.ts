import { type ChildProcess, spawn } from "node:child_process";
import { randomInt, randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";
import { eventually, recordTestEvent, runsOf } from "@/test/jobs";

const directory = mkdtempSync(join(tmpdir(), "askproai-kill-"));
const program = fileURLToPath(new URL("../../../test/executor-process.ts", import.meta.url));
const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children) child.kill("SIGKILL");
  rmSync(directory, { recursive: true });
});

function appProcess(id: string, file: string, mode: "hang" | "work"): ChildProcess {
  const child = spawn(process.execPath, ["--import", "tsx", program, id, file, mode], {
    stdio: "inherit",
  });
  children.push(child);
  return child;
}

test("kill -9 in the middle of a step: the next process goes on at that step and repeats none before it", async () => {
  const id = `killed-${randomUUID()}`;
  const file = join(directory, "steps");
  const steps = () => {
    try {
      return readFileSync(file, "utf8").trim().split("\n");
    } catch {
      return [];
    }
  };
  const first = appProcess(id, file, "hang");
  await recordTestEvent(randomInt(1, 2 ** 47));
  await eventually(async () => steps().includes("second (hang)"), 15_000);
  first.kill("SIGKILL");
  appProcess(id, file, "work");
  const run = await eventually(
    async () => (await runsOf(id)).find((row) => row.status === "completed"),
    15_000,
  );
  expect(run.attempt).toBe(0);
  expect(steps()).toEqual(["first", "second (hang)", "second (work)"]);
}, 40_000);
