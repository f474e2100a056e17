import { spawn } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** Servers live in sbin, which an ordinary user's PATH often leaves out. */
const extraFolders = ["/usr/sbin", "/usr/local/sbin", "/opt/homebrew/bin", "/usr/local/bin", "/usr/bin"];

/** The full path of the first of these commands that is there. */
export function findCommand(...names: string[]): string | undefined {
  const folders = [...(process.env.PATH ?? "").split(delimiter).filter(Boolean), ...extraFolders];
  for (const name of names) {
    for (const folder of folders) {
      const path = join(folder, name);
      try {
        accessSync(path, constants.X_OK);
        return path;
      } catch {
        // Not here.
      }
    }
  }
  return undefined;
}

interface CommandResult {
  ok: boolean;
  /** Standard output and standard error, as they came. */
  output: string;
}

interface CommandOptions {
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  timeoutMs?: number;
  /** Ends the command when it has said nothing for so long. */
  silenceMs?: number;
}

/** Runs a command to its end and never throws: a command that is missing, slow or failing is simply not ok. */
export function runCommand(
  command: string,
  args: string[],
  options: CommandOptions = {},
): Promise<CommandResult> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: ["ignore", "pipe", "pipe"],
      timeout: options.timeoutMs,
      killSignal: "SIGKILL",
    });
    let output = "";
    let silence: NodeJS.Timeout | undefined;
    const heard = (chunk?: Buffer) => {
      output += chunk ?? "";
      clearTimeout(silence);
      if (options.silenceMs) silence = setTimeout(() => child.kill("SIGKILL"), options.silenceMs);
    };
    heard();
    child.stdout.on("data", heard);
    child.stderr.on("data", heard);
    const done = (ok: boolean) => {
      clearTimeout(silence);
      resolve({ ok, output });
    };
    child.on("error", (error) => {
      output += error.message;
      done(false);
    });
    child.on("close", (code) => done(code === 0));
  });
}
