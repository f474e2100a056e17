import { existsSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { findCommand, runCommand } from "./commands";
import { canInstallPackages, installPackages } from "./packages";
import { root } from "./paths";
import { Sentence } from "./sentence";

const macApps = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];
const systemCommands = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** A browser that is there may still lack a library, or be a stub that only names a store. */
async function works(path: string | undefined): Promise<string | undefined> {
  if (!path || !existsSync(path)) return undefined;
  const { ok } = await runCommand(path, ["--version", "--no-sandbox"], { timeoutMs: 20_000 });
  return ok ? path : undefined;
}

async function findSystemBrowser(): Promise<string | undefined> {
  for (const path of [...systemCommands.map((name) => findCommand(name)), ...macApps]) {
    if (await works(path)) return path;
  }
  return undefined;
}

/** The system's Chromium, Playwright's own, or the distribution's package, in this order: the path to start. */
export async function findChromium(note: (text: string) => void): Promise<string> {
  const system = await findSystemBrowser();
  if (system) {
    note(system);
    return system;
  }
  const own = chromium.executablePath();
  if (!existsSync(own)) {
    // Without internet the download hangs rather than fails: half a minute of silence is the answer.
    const playwright = join(root, "node_modules/@playwright/test/cli.js");
    await runCommand(process.execPath, [playwright, "install", "chromium"], {
      timeoutMs: 300_000,
      silenceMs: 30_000,
    });
  }
  if (await works(own)) {
    note("Playwright's own");
    return own;
  }
  if (await canInstallPackages()) {
    await installPackages(["chromium"], ["chromium-browser"]);
    const installed = await findSystemBrowser();
    if (installed) {
      note(`${installed}, installed from the distribution`);
      return installed;
    }
  }
  throw new Sentence(
    "There is no Chromium for the browser tests: install chromium or google-chrome, or run npx playwright install --with-deps chromium, or on Debian run this as root.",
  );
}
