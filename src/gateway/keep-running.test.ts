import { type ChildProcess, spawn } from "node:child_process";
import { expect, test } from "vitest";
import { keepRunning } from "./keep-running";

const run = (code: string) => () => spawn(process.execPath, ["-e", code], { stdio: "ignore" });
const shouldNotHappen = () => expect.unreachable();
const forever = run("setInterval(() => {}, 1000)");

test("a process that ends by itself is started again, one that was asked to end is not", async () => {
  const started: ChildProcess[] = [];
  const kept = keepRunning(
    "test",
    () => {
      const child = forever();
      started.push(child);
      return child;
    },
    shouldNotHappen,
  );
  kept.current().kill("SIGKILL");
  await expect.poll(() => started.length).toBe(2);
  expect(kept.current()).toBe(started[1]);
  await kept.stop();
  expect(started[1]?.signalCode).toBe("SIGTERM");
  expect(started).toHaveLength(2);
});

test("a process that keeps dying is given up after three new starts", async () => {
  let starts = 0;
  await new Promise<void>((resolve) =>
    keepRunning(
      "test",
      () => {
        starts++;
        return run("process.exit(3)")();
      },
      resolve,
    ),
  );
  expect(starts).toBe(4);
});
