import { writeFileSync } from "node:fs";
import { demoAccounts } from "@/server/db/seed/accounts";
import { demoBusinesses } from "@/server/db/seed/businesses";
import { appUrl, type DemoPlaces, demoFile, sandboxUrl } from "./environment";
import type { DemoSecrets } from "./secrets";

export interface DemoFile {
  url: string;
  tenants: { slug: string; name: string; apiKey: string; phoneNumbers: string[] }[];
  users: { email: string; password: string; role: string; tenant: string | null; locale: "de" | "en" }[];
  retell: { apiKey: string; webhookSecret: string };
  calcom: { webhookSecret: string };
  sandbox: { url: string };
}

/** Writes down what the demo prints, for programs; only this user may read it. */
export function writeDemoFile(places: DemoPlaces, secrets: DemoSecrets): DemoFile {
  const demo = {
    url: appUrl(places),
    tenants: demoBusinesses.map(({ slug, name, branches }) => ({
      slug,
      name,
      apiKey: secrets.apiKeys[slug] ?? "",
      phoneNumbers: branches.map((branch) => branch.phoneNumber),
    })),
    users: demoAccounts.map(({ email, role, tenant, locale = "de" }) => ({
      email,
      password: secrets.passwords[email] ?? "",
      role,
      tenant,
      locale,
    })),
    retell: { apiKey: secrets.retellApiKey, webhookSecret: secrets.retellWebhookSecret },
    calcom: { webhookSecret: secrets.calcomWebhookSecret },
    sandbox: { url: sandboxUrl(places) },
  };
  writeFileSync(demoFile(places.folder), `${JSON.stringify(demo, null, 2)}\n`, { mode: 0o600 });
  return demo;
}
