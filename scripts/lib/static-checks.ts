import { join } from "node:path";
import { runCommand } from "./commands";
import { checkMigrations } from "./database/check-migrations";
import { checkLockFile } from "./lock-file";
import { checkMessages } from "./messages/check-messages";
import { root } from "./paths";
import { seconds } from "./steps";

export interface Count {
  passed: number;
  failed: number;
}

interface Check {
  name: string;
  /** What is wrong, in words; undefined when nothing is. */
  run: () => Promise<string | undefined>;
}

const checks: Check[] = [
  { name: "Format and lint", run: () => tool("biome", "check", "--error-on-warnings", ".") },
  { name: "Types", run: checkTypes },
  {
    name: "Direction of imports",
    run: () => tool("depcruise", "--output-type", "err", "src", "scripts", "e2e"),
  },
  { name: "Dead code", run: () => tool("knip", "--no-progress") },
  { name: "Migrations match the schema", run: checkMigrations },
  { name: "Messages", run: checkMessages },
  { name: "Lock file", run: checkLockFile },
];

/** Runs all checks at once and prints a line each, as they finish. */
export async function runStaticChecks(): Promise<Count> {
  const problems = await Promise.all(
    checks.map(async ({ name, run }) => {
      const started = Date.now();
      const problem = await run();
      process.stdout.write(`${problem === undefined ? "✓" : "✗"} ${name} (${seconds(started)})\n`);
      return problem === undefined ? undefined : `\n✗ ${name}\n${problem.trim()}\n`;
    }),
  );
  const failures = problems.filter((problem) => problem !== undefined);
  for (const failure of failures) process.stdout.write(failure);
  return { passed: checks.length - failures.length, failed: failures.length };
}

async function tool(name: string, ...args: string[]): Promise<string | undefined> {
  const { ok, output } = await runCommand(join(root, "node_modules/.bin", name), args, { cwd: root });
  return ok ? undefined : output;
}

/** The types of the routes are generated from the files under src/app, which a fresh clone has not done yet. */
async function checkTypes(): Promise<string | undefined> {
  return (await tool("next", "typegen")) ?? (await tool("tsc", "--noEmit"));
}
