/**
 * Starts a program of this repository by name: `node scripts/run.mjs demo --port 4000`.
 * Plain Node without packages, because it is what installs them.
 */
import { spawn, spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const programs = {
  demo: "scripts/demo.ts",
  dev: "scripts/dev.ts",
  start: "scripts/start.ts",
  test: "scripts/test.ts",
  verify: "scripts/verify.ts",
  lock: "scripts/lock.ts",
  migrate: "scripts/migrate.ts",
  "user-create": "scripts/user-create.ts",
  "calcom-setup": "scripts/calcom-setup.ts",
  "retell-agent": "scripts/retell-agent.ts",
  "prove-booking": "scripts/prove-booking.ts",
  "prove-calcom": "scripts/prove-calcom.ts",
  bench: "scripts/bench.ts",
  "bench-dashboard": "scripts/bench-dashboard.ts",
  call: "src/sandbox/cli.ts",
  terminbench: "scripts/terminbench.ts",
};

const [name = "", ...args] = process.argv.slice(2);
const program = programs[name];
if (!program) stop(`"${name}" is not a program here. There are: ${Object.keys(programs).join(", ")}.`);

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19))
  stop(`AskProAI needs Node 20.19 or newer; this is ${process.version}.`);

process.chdir(root);
if (!isInstalled()) install();
run(program, args);

/** npm's own record of what it installed has to match the lock file, entry by entry. */
function isInstalled() {
  try {
    const locked = JSON.parse(readFileSync("package-lock.json", "utf8")).packages;
    const installed = JSON.parse(readFileSync("node_modules/.package-lock.json", "utf8")).packages;
    return Object.entries(locked).every(([path, entry]) => {
      if (path === "" || entry.link) return true;
      if (installed[path]) return installed[path].version === entry.version;
      return Boolean(
        entry.optional || entry.devOptional || (process.env.NODE_ENV === "production" && entry.dev),
      );
    });
  } catch {
    return false;
  }
}

function install() {
  try {
    accessSync(root, constants.W_OK);
  } catch {
    stop(`Missing right: the folder ${root} cannot be written, and the dependencies have to go there.`);
  }
  const started = Date.now();
  process.stdout.write("… Installing dependencies (npm ci)\n");
  const npm = process.env.npm_execpath;
  const [command, first] = npm?.endsWith(".js") ? [process.execPath, [npm]] : ["npm", []];
  const result = spawnSync(command, [...first, "ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    // Development packages too, whatever NODE_ENV says: only an image that installed by itself goes without.
    env: { ...process.env, NODE_ENV: "development" },
    encoding: "utf8",
  });
  if (result.status !== 0) {
    const output = `${result.stderr ?? ""}${result.error?.message ?? ""}`.trim();
    if (/ENOSPC/.test(output)) stop("The disk is full: the dependencies could not be installed.");
    if (/EACCES|EPERM|EROFS/.test(output))
      stop(`Missing right: the dependencies could not be written to ${join(root, "node_modules")}.`);
    stop(`The dependencies could not be installed; npm says:\n${output}`);
  }
  process.stdout.write(`✓ Dependencies installed (${((Date.now() - started) / 1000).toFixed(1)} s)\n`);
}

function run(file, rest) {
  if (!existsSync(file)) stop(`${file} is missing from this copy of the repository.`);
  const child = spawn(process.execPath, ["--import", "tsx", file, ...rest], {
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    env: { ...process.env, ASKPROAI_PROGRAM: name },
  });
  // The program notices our end by the closed channel, so that even kill -9 of this process leaves nothing behind.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  const npm = npmProcess();
  const watch = npm && setInterval(() => isAlive(npm) || child.kill("SIGTERM"), 1_000);
  child.on("exit", (code, signal) => {
    clearInterval(watch);
    process.exit(code ?? (signal === "SIGINT" ? 130 : 1));
  });
}

/** The npm that runs us, if one does: directly, or through a shell that would outlive it. */
function npmProcess() {
  if (!process.env.npm_lifecycle_event) return undefined;
  try {
    const stat = readFileSync(`/proc/${process.ppid}/stat`, "utf8");
    const [, name, parent] = /\((.*)\) \S (\d+)/.exec(stat);
    return name.startsWith("npm") ? process.ppid : Number(parent);
  } catch {
    return process.ppid; // No /proc here.
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

function stop(sentence) {
  process.stderr.write(`✗ ${sentence}\n`);
  process.exit(1);
}
