import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { runCommand } from "../commands";
import { dataFolder, root } from "../paths";

const kit = join(root, "node_modules/.bin/drizzle-kit");

/** Generates into a copy of ./drizzle: a new file there means that the schema has moved on. */
export async function checkMigrations(): Promise<string | undefined> {
  const consistent = await runCommand(kit, ["check", "--dialect", "mysql", "--out", "drizzle"], {
    cwd: root,
  });
  if (!consistent.ok) return consistent.output;
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const copy = mkdtempSync(join(dataFolder, "drift-"));
  try {
    cpSync(join(root, "drizzle"), copy, { recursive: true });
    const schema = "./src/server/db/schema/*.ts";
    const generated = await runCommand(
      kit,
      [
        "generate",
        "--dialect",
        "mysql",
        "--schema",
        schema,
        "--out",
        relative(root, copy),
        "--name",
        "drift",
      ],
      { cwd: root },
    );
    if (!generated.ok) return generated.output;
    const [added] = readdirSync(copy).filter((file) => file.endsWith("_drift.sql"));
    return (
      added && "The schema has changed since the last migration: run npm run db:generate -- --name <what>."
    );
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
