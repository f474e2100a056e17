import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./paths";

interface LockEntry {
  version?: string;
  dev?: boolean;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
}

interface LockFile {
  packages: Record<string, LockEntry>;
}

const file = join(root, "package-lock.json");
const read = (): LockFile => JSON.parse(readFileSync(file, "utf8"));

/**
 * Binaries for other platforms that npm left out of the lock file, which it does where the registry at hand lacks
 * them or node_modules was there before. `npm ci` refuses such a file, on every machine.
 */
export function missingEntries({ packages }: LockFile): Record<string, LockEntry> {
  const missing: Record<string, LockEntry> = {};
  for (const [path, entry] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const isExact = /^\d+\.\d+\.\d+/.test(version);
      if (!isExact || `node_modules/${name}` in packages || `${path}/node_modules/${name}` in packages)
        continue;
      missing[`node_modules/${name}`] = {
        version,
        ...platformOf(name),
        ...(entry.dev && { dev: true }),
        optional: true,
      };
    }
  }
  return missing;
}

/** Binaries are named after where they run: `@next/swc-linux-x64-gnu`. */
export function platformOf(name: string): Pick<LockEntry, "os" | "cpu" | "libc"> {
  const words = name.split(/[/-]/);
  const find = (known: string[]) => known.find((word) => words.includes(word));
  const os = find(["android", "darwin", "freebsd", "linux", "openharmony", "win32"]);
  const cpu = find(["arm64", "x64", "ia32", "ppc64", "s390x", "riscv64", "wasm32", "arm"]);
  const libc = words.some((word) => word.startsWith("musl"))
    ? "musl"
    : words.includes("gnu")
      ? "glibc"
      : undefined;
  return { ...(cpu && { cpu: [cpu] }), ...(libc && { libc: [libc] }), ...(os && { os: [os] }) };
}

export async function checkLockFile(): Promise<string | undefined> {
  const names = Object.keys(missingEntries(read()));
  if (names.length === 0) return undefined;
  return `package-lock.json lacks ${names.length} packages of other platforms (${names[0]}, …), so npm ci refuses it: run npm run lock.`;
}

/** Puts the missing entries in, where npm would have put them. Returns how many there were. */
export function completeLockFile(): number {
  const lock = read();
  const missing = missingEntries(lock);
  const { "": own, ...packages } = { ...lock.packages, ...missing };
  const sorted = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, "en")));
  writeFileSync(file, `${JSON.stringify({ ...lock, packages: { "": own, ...sorted } }, null, 2)}\n`);
  return Object.keys(missing).length;
}
