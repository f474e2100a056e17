import type { Scenario } from "../callers/scenario";
import type { DemoFile } from "../demo-file";
import { startSandbox } from "../sandbox";
import type { SandboxSettings } from "../settings";
import { type Arguments, UsageError } from "./arguments";

/** Where a scenario rings, and how one looks up afterwards what came of it. */
export interface Target {
  url: string;
  tenant: { slug: string; phoneNumber: string };
  tenantApiKey: string | undefined;
}

/** @throws UsageError where neither the demo nor the options say enough */
export function chooseTarget(given: Arguments, demo: DemoFile | undefined, scenario: Scenario): Target {
  const url = given.url ?? demo?.url;
  if (!url) {
    throw new UsageError(
      "No demo is running here: start it with `npm run demo`, or name an address with --url.",
    );
  }
  const slug = scenario.tenantSlug ?? given.tenant;
  const tenant = slug ? demo?.tenants.find((one) => one.slug === slug) : demo?.tenants[0];
  const phoneNumber = given.number ?? tenant?.phoneNumbers[0];
  if (!phoneNumber) {
    throw new UsageError(
      slug && demo
        ? `The demo has no business "${slug}".`
        : "No number to call: name one with --number +49…, or start the demo.",
    );
  }
  return {
    url: url.replace(/\/$/, ""),
    tenant: { slug: tenant?.slug ?? slug ?? "", phoneNumber },
    tenantApiKey: given.apiKey ?? tenant?.apiKey,
  };
}

/** Whether anything at all answers there. */
export async function answers(url: string): Promise<boolean> {
  try {
    await fetch(url, { signal: AbortSignal.timeout(5_000), redirect: "manual" });
    return true;
  } catch {
    return false;
  }
}

/** The stand-ins of the demo where they run; otherwise own ones, at the address where the app looks for them. */
export async function reachSandbox(settings: SandboxSettings, demo: DemoFile | undefined) {
  if (demo?.sandbox && (await answers(demo.sandbox.url))) {
    return { url: demo.sandbox.url, close: async () => undefined };
  }
  const retellApiKey = settings.retellApiKey ?? demo?.retell.apiKey;
  if (!retellApiKey) {
    throw new UsageError("No key to sign with: set RETELL_API_KEY to the one the app uses.");
  }
  const port = demo?.sandbox ? Number(new URL(demo.sandbox.url).port) : settings.port;
  return startSandbox({ ...settings, port, retellApiKey });
}
