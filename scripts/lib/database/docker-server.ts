import { createHash, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runAtEnd } from "../children";
import { runCommand } from "../commands";
import { root } from "../paths";
import { findFreePort } from "../ports";
import { Sentence } from "../sentence";

/** The client alone is not enough: the engine has to answer. */
export async function dockerAnswers(): Promise<boolean> {
  for (const args of [["info"], ["compose", "version"]])
    if (!(await runCommand("docker", args, { timeoutMs: 10_000 })).ok) return false;
  return true;
}

/**
 * Starts the `database` service of compose.yaml for this folder alone, or finds it running.
 * Its data stays in a volume; without `durable` it goes with the program.
 */
export async function startDockerServer({
  folder,
  durable,
}: {
  folder: string;
  durable: boolean;
}): Promise<string> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, "docker.json");
  const known = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  const project = projectName(folder);
  const password: string = known.password ?? randomBytes(18).toString("base64url");
  const running = await runningPort(project);
  const port: number = running ?? (await findFreePort(known.port));
  writeFileSync(file, JSON.stringify({ password, port }), { mode: 0o600 });

  const env = { ...process.env, DATABASE_PASSWORD: password, DATABASE_PORT: String(port) };
  // Whoever started it ends it.
  if (!running) runAtEnd(["docker", ...compose(project), ...(durable ? ["stop"] : ["down", "--volumes"])]);
  const result = await runCommand("docker", [...compose(project), "up", "--detach", "--wait", "database"], {
    env,
    timeoutMs: 600_000,
  });
  if (!result.ok)
    throw new Sentence(`Docker could not start the database: ${result.output.trim().split("\n").at(-1)}`);
  return `mysql://root:${password}@127.0.0.1:${port}`;
}

export async function removeDockerServer(folder: string): Promise<void> {
  if (!existsSync(join(folder, "docker.json"))) return;
  await runCommand("docker", [...compose(projectName(folder)), "down", "--volumes"]);
}

const compose = (project: string) => [
  "compose",
  "--file",
  join(root, "compose.yaml"),
  "--project-name",
  project,
];

const projectName = (folder: string) =>
  `askproai-${createHash("sha256").update(folder).digest("hex").slice(0, 8)}`;

async function runningPort(project: string): Promise<number | undefined> {
  const { ok, output } = await runCommand("docker", [...compose(project), "port", "database", "3306"]);
  const port = Number(output.trim().split(":").at(-1));
  return ok && port > 0 ? port : undefined;
}
