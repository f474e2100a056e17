/**
 * Ends what a program started, newest first, when that program ends. A program that ends, even by kill -9,
 * closes our standard input: that is the only sign we wait for.
 */
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";

const patienceMs = 12_000;
const entries = [];

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => {});

for await (const line of createInterface({ input: process.stdin })) {
  const { forget, ...entry } = JSON.parse(line);
  if (forget === undefined) entries.push(entry);
  else entries.splice(0, entries.length, ...entries.filter((other) => other.pid !== forget));
}

for (const { pid, command, folder } of entries.reverse()) {
  if (pid !== undefined) await endGroup(pid);
  if (command !== undefined) spawnSync(command[0], command.slice(1), { stdio: "ignore" });
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
}

async function endGroup(pid) {
  signalGroup(pid, "SIGTERM");
  const deadline = Date.now() + patienceMs;
  while (isAlive(pid) && Date.now() < deadline) await sleep(50);
  // Also when the leader is gone: a member of its group may have stayed behind.
  signalGroup(pid, "SIGKILL");
}

function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch {
    // Already gone.
  }
}

/** A process that ended but that nobody waits for still has a number: on Linux its state says so. */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch (error) {
    return error.code === "ENOENT" && process.platform !== "linux";
  }
}
