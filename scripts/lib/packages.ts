import { existsSync } from "node:fs";
import { findCommand, runCommand } from "./commands";
import { Sentence } from "./sentence";

const isRoot = process.getuid?.() === 0;

/** Debian or Ubuntu, as root or with a sudo that asks nothing. */
export async function canInstallPackages(): Promise<boolean> {
  if (!existsSync("/etc/debian_version") || !findCommand("apt-get")) return false;
  return isRoot || (await runCommand("sudo", ["-n", "true"], { timeoutMs: 5_000 })).ok;
}

async function aptGet(...args: string[]) {
  const command = ["apt-get", "-q", "-y", "-o", "DPkg::Lock::Timeout=300", ...args];
  const env = ["env", "DEBIAN_FRONTEND=noninteractive", ...command];
  return isRoot
    ? runCommand("env", env.slice(1), { timeoutMs: 600_000 })
    : runCommand("sudo", ["-n", ...env], { timeoutMs: 600_000 });
}

/** Installs the first of these groups of packages that this distribution has. */
export async function installPackages(...groups: string[][]): Promise<void> {
  await aptGet("update");
  let output = "";
  for (const group of groups) {
    const result = await aptGet("install", "--no-install-recommends", ...group);
    if (result.ok) return;
    output = result.output;
    if (/No space left|not enough free space/i.test(output))
      throw new Sentence(`The disk is full: ${group.join(", ")} could not be installed.`);
  }
  throw new Sentence(`apt-get could not install ${groups[0]?.join(", ")}: ${lastLine(output)}`);
}

const lastLine = (text: string) => text.trim().split("\n").at(-1) ?? "";
