import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../paths";
import type { DemoSecrets } from "./secrets";

export interface DemoPlaces {
  /** Where this demo keeps its files. */
  folder: string;
  databaseUrl: string;
  port: number;
  sandboxPort: number;
}

export const demoFile = (folder: string) => join(folder, "demo.json");
export const appUrl = ({ port }: Pick<DemoPlaces, "port">) => `http://localhost:${port}`;
export const sandboxUrl = ({ sandboxPort }: Pick<DemoPlaces, "sandboxPort">) =>
  `http://localhost:${sandboxPort}`;
export const calcomBaseUrl = (places: Pick<DemoPlaces, "sandboxPort">) => `${sandboxUrl(places)}/calcom/v2`;

/**
 * The app's whole configuration in the demo. Variables that the demo does without are empty, not absent:
 * Next would otherwise take them from a `.env` that belongs to a real installation.
 */
export function appEnvironment(places: DemoPlaces, secrets: DemoSecrets): Record<string, string> {
  return {
    LOG_LEVEL: "info",
    PORT: String(places.port),
    BIND_HOST: "127.0.0.1",
    PHONE_PROCESSES: "",
    APP_URL: appUrl(places),
    NEXTAUTH_URL: appUrl(places),
    APP_VERSION: JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version,
    DATABASE_URL: places.databaseUrl,
    DATABASE_POOL_SIZE: "20",
    AUTH_SECRET: secrets.authSecret,
    ENCRYPTION_KEY: secrets.encryptionKey,
    RETELL_API_KEY: secrets.retellApiKey,
    RETELL_BASE_URL: `${sandboxUrl(places)}/retell`,
    RETELL_RECORDING_HOSTS: "",
    RETELL_WEBHOOK_SECRET: secrets.retellWebhookSecret,
    CALCOM_BASE_URL: calcomBaseUrl(places),
    CALCOM_WEBHOOK_SECRET: secrets.calcomWebhookSecret,
    INNGEST_EVENT_KEY: "",
    INNGEST_SIGNING_KEY: "",
    INNGEST_BASE_URL: "",
    SIGN_UP: "open",
    SANDBOX_URL: sandboxUrl(places),
  };
}

export function sandboxEnvironment(places: DemoPlaces, secrets: DemoSecrets): Record<string, string> {
  return {
    SANDBOX_PORT: String(places.sandboxPort),
    SANDBOX_DATA_DIR: join(places.folder, "sandbox"),
    APP_URL: appUrl(places),
    DEMO_FILE: demoFile(places.folder),
    RETELL_API_KEY: secrets.retellApiKey,
    CALCOM_WEBHOOK_URL: `${appUrl(places)}/api/calcom/webhook`,
    CALCOM_WEBHOOK_SECRET: secrets.calcomWebhookSecret,
  };
}

/** For `user:create`, `db:migrate` and the like: the demo's configuration where there is no `.env`. */
export function writeEnvironmentFile(folder: string, environment: Record<string, string>): void {
  const lines = Object.entries(environment).map(([name, value]) => `${name}=${JSON.stringify(value)}\n`);
  writeFileSync(join(folder, "demo.env"), lines.join(""), { mode: 0o600 });
}
