import { type ChildProcess, spawn } from "node:child_process";
import { createRequire } from "node:module";
import { nodeArguments } from "./node-arguments";

/** Longer than the gateway keeps a connection without use: nobody sends into one that is just being closed. */
const keepAliveMs = 65_000;

/** Next with the dashboard, the REST API and the background work, for nobody but the gateway. */
export function startWeb(port: string): ChildProcess {
  const next = createRequire(import.meta.url).resolve("next/dist/bin/next");
  const options = ["--port", port, "--hostname", "127.0.0.1", "--keepAliveTimeout", String(keepAliveMs)];
  return spawn(process.execPath, [...nodeArguments, next, "start", ...options], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
}
