import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import { keepRunning } from "./keep-running";

const program = (code: string) => spawn(process.execPath, ["-e", code], { stdio: "ignore" });

test("a process that ends by itself is started again, one that was asked to end is not", async () => {
  const started: ChildProcess[] = [];
  const kept = keepRunning(
    "test",
    () => {
      const child = program("setInterval(() => {}, 1000)");
      started.push(child);
      return child;
    },
    0,
  );
  kept.current().kill("SIGKILL");
  await expect.poll(() => started.length).toBe(2);
  expect(kept.current()).toBe(started[1]);
  await kept.stop();
  expect(started[1]?.signalCode).toBe("SIGTERM");
  expect(started).toHaveLength(2);
});

test("a process that dies at once is tried again after a pause, which ends with it", async () => {
  const starts: number[] = [];
  const kept = keepRunning(
    "test",
    () => {
      starts.push(performance.now());
      return program("process.exit(3)");
    },
    400,
  );
  await expect.poll(() => starts.length).toBe(2);
  const [first = 0, second = 0] = starts;
  expect(second - first).toBeGreaterThanOrEqual(400);
  await once(kept.current(), "exit");
  await kept.stop();
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(starts).toHaveLength(2);
});
