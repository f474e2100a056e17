import type { ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { adoptProcess, startChild } from "../children";
import { findCommand, runCommand } from "../commands";
import { findFreePort } from "../ports";
import { Sentence } from "../sentence";
import { answers } from "./connection";

/** A MariaDB or MySQL program on this machine. */
export interface ServerProgram {
  path: string;
  kind: "mariadb" | "mysql";
  /** As it says itself, e.g. "MariaDB 10.11.14". */
  name: string;
}

/** What is remembered of a private server, in server.json beside its data. */
interface ServerState {
  kind: ServerProgram["kind"];
  port: number;
  password: string;
  pid: number;
  /** The program that started it and will end it. */
  owner: number;
}

interface PrivateServerOptions {
  folder: string;
  /** Survives a power cut; tests do without. */
  durable: boolean;
}

/** MySQL's own default. MariaDB's is laxer: it would let an empty date or a division by zero pass. */
const sqlMode =
  "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION";
const asRoot = process.getuid?.() === 0 ? ["--user=root"] : [];
const minimumBytes = 500 * 1024 * 1024;

export async function findServerProgram(): Promise<ServerProgram | undefined> {
  const path = findCommand("mariadbd", "mysqld");
  if (!path) return undefined;
  const { ok, output } = await runCommand(path, ["--no-defaults", "--version"], { timeoutMs: 10_000 });
  if (!ok) return undefined;
  const kind = /mariadb/i.test(output) ? "mariadb" : "mysql";
  const version = /Ver ([\d.]+)/.exec(output)?.[1] ?? "";
  return { path, kind, name: `${kind === "mariadb" ? "MariaDB" : "MySQL"} ${version}` };
}

/**
 * Starts a server that only this project uses, on 127.0.0.1, or finds the one that another of our programs started.
 * Returns its address without a database name.
 */
export async function startPrivateServer(
  program: ServerProgram,
  { folder, durable }: PrivateServerOptions,
): Promise<string> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const earlier = readState(folder);
  if (earlier && (await isRunning(earlier))) {
    if (!isAlive(earlier.owner)) adoptProcess(earlier.pid);
    return addressOf(earlier);
  }
  if (earlier && earlier.kind !== program.kind)
    throw new Sentence(
      `The database in ${folder} was made by ${earlier.kind}, and this machine now has ${program.name}: bring that back, or start over with --reset.`,
    );
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < minimumBytes)
    throw new Sentence(`The disk is full: the database in ${folder} needs 500 MB to start.`);

  const data = join(folder, "data");
  if (!existsSync(data)) await initialise(program, data);
  const state = {
    kind: program.kind,
    port: await findFreePort(earlier?.port),
    password: earlier?.password ?? randomBytes(18).toString("base64url"),
  };
  const child = startServer(program, folder, state, durable);
  const running = { ...state, pid: child.pid ?? 0, owner: process.pid };
  writeFileSync(join(folder, "server.json"), JSON.stringify(running), { mode: 0o600 });
  await untilReady(child, running, join(folder, "server.log"));
  return addressOf(running);
}

/** Ends a server that a killed program left behind. Returns false while a living program still uses it. */
export async function endAbandonedServer(folder: string): Promise<boolean> {
  const state = readState(folder);
  if (!state || !(await isRunning(state))) return true;
  if (isAlive(state.owner)) return false;
  process.kill(state.pid, "SIGTERM");
  for (let tries = 0; tries < 300 && isAlive(state.pid); tries++) await sleep(100);
  return !isAlive(state.pid);
}

const addressOf = ({ port, password }: ServerState) => `mysql://askproai:${password}@127.0.0.1:${port}`;

function readState(folder: string): ServerState | undefined {
  const file = join(folder, "server.json");
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** The password is ours alone, so whoever accepts it is our server; one on its way up or down gets time for it. */
async function isRunning(state: ServerState): Promise<boolean> {
  for (let tries = 0; tries < 100 && isAlive(state.pid); tries++) {
    if (await answers(addressOf(state))) return true;
    await sleep(100);
  }
  return false;
}

/** Fills a new data directory beside its final place: one that is there is complete. */
async function initialise(program: ServerProgram, data: string): Promise<void> {
  const unfinished = `${data}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  const installer =
    program.kind === "mariadb" ? findCommand("mariadb-install-db", "mysql_install_db") : program.path;
  if (!installer)
    throw new Sentence(`${program.name} is here without mariadb-install-db, which has to fill its folder.`);
  const args =
    program.kind === "mariadb"
      ? ["--auth-root-authentication-method=normal", "--skip-test-db"]
      : ["--initialize-insecure"];
  const result = await runCommand(
    installer,
    ["--no-defaults", ...asRoot, `--datadir=${unfinished}`, ...args],
    {
      cwd: dirname(data),
      timeoutMs: 120_000,
    },
  );
  if (!result.ok) throw startFailure(`${program.name} could not fill ${dirname(data)}`, result.output);
  renameSync(unfinished, data);
}

function startServer(
  program: ServerProgram,
  folder: string,
  { port, password }: Pick<ServerState, "port" | "password">,
  durable: boolean,
): ChildProcess {
  const accounts = join(folder, "accounts.sql");
  // Only our own account can come in over TCP; root stays behind the socket, in a folder that is ours alone.
  writeFileSync(
    accounts,
    [
      `CREATE USER IF NOT EXISTS 'askproai'@'127.0.0.1' IDENTIFIED BY '${password}';`,
      `GRANT ALL PRIVILEGES ON *.* TO 'askproai'@'127.0.0.1';`,
      "DROP USER IF EXISTS 'root'@'127.0.0.1', 'root'@'::1';",
      "",
    ].join("\n"),
    { mode: 0o600 },
  );
  return startChild(
    program.path,
    [
      "--no-defaults",
      ...asRoot,
      `--datadir=${join(folder, "data")}`,
      `--port=${port}`,
      "--bind-address=127.0.0.1",
      // Relative to the data directory: a socket's full path may have a hundred characters at most.
      "--socket=server.sock",
      "--pid-file=server.pid",
      `--init-file=${accounts}`,
      "--skip-name-resolve",
      "--skip-log-bin",
      "--character-set-server=utf8mb4",
      "--collation-server=utf8mb4_unicode_ci",
      "--default-time-zone=+00:00",
      `--sql-mode=${sqlMode}`,
      "--max-connections=400",
      "--innodb-buffer-pool-size=256M",
      "--performance-schema=OFF",
      `--innodb-flush-log-at-trx-commit=${durable ? 1 : 0}`,
      `--innodb-doublewrite=${durable ? "ON" : "OFF"}`,
      ...(program.kind === "mysql" ? ["--mysqlx=OFF"] : []),
    ],
    { cwd: folder, log: join(folder, "server.log") },
  );
}

async function untilReady(child: ChildProcess, state: ServerState, log: string): Promise<void> {
  let ended = false;
  child.once("exit", () => {
    ended = true;
  });
  child.once("error", () => {
    ended = true;
  });
  for (let tries = 0; tries < 600 && !ended; tries++) {
    if (await answers(addressOf(state))) return;
    await sleep(100);
  }
  throw startFailure("The private database did not start", readFileSync(log, "utf8"));
}

function startFailure(what: string, output: string): Sentence {
  if (/No space left|Errcode: 28|disk is full/i.test(output))
    return new Sentence(`The disk is full: ${what}.`);
  const errors = output.split("\n").filter((line) => /error/i.test(line));
  return new Sentence(
    `${what}: ${(errors.at(-1) ?? output.trim().split("\n").at(-1) ?? "it said nothing").trim()}`,
  );
}
