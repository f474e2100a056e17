import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runToEnd } from "./children";
import { logFolder, root } from "./paths";
import { Sentence } from "./sentence";

/** What a build depends on. Tests and stand-ins are no part of the app. */
const sources = [
  "src",
  "public",
  "package-lock.json",
  "next.config.mjs",
  "postcss.config.mjs",
  "tsconfig.json",
];
const ignored = /\.test\.tsx?$|^src\/(test|sandbox)\//;

/** A fingerprint of everything a build is made from, whatever the files' dates say. */
export function hashSources(folder: string = root): string {
  const hash = createHash("sha256");
  for (const path of sources.flatMap((source) => listFiles(folder, source))) {
    if (ignored.test(path)) continue;
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(folder, path)))
      .update("\0");
  }
  return hash.digest("hex");
}

function listFiles(folder: string, path: string): string[] {
  const full = join(folder, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full)
    .sort()
    .flatMap((name) => listFiles(folder, `${path}/${name}`));
}

/** Builds the app unless the build that is there was made from the very same files. Returns whether it had to. */
export async function buildApp(distFolder: string): Promise<boolean> {
  const stamp = join(root, distFolder, "built-from");
  const hash = hashSources();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === hash) return false;
  rmSync(stamp, { force: true });
  const log = join(logFolder, "build.log");
  const code = await runToEnd(process.execPath, [join(root, "node_modules/next/dist/bin/next"), "build"], {
    cwd: root,
    // The types are a check of their own in `npm run verify`; here they would only cost time.
    env: {
      ...process.env,
      NODE_ENV: "production",
      NEXT_DIST_DIR: distFolder,
      NEXT_TELEMETRY_DISABLED: "1",
      SKIP_TYPE_CHECK: "1",
    },
    log,
  });
  if (code !== 0) throw buildFailure(readFileSync(log, "utf8"), log);
  writeFileSync(stamp, hash);
  return true;
}

function buildFailure(output: string, log: string): Sentence {
  if (/ENOSPC|No space left/.test(output))
    return new Sentence("The disk is full: the app could not be built.");
  const tail = output.trim().split("\n").slice(-25).join("\n");
  return new Sentence(`The app could not be built (${log}):\n${tail}`);
}
