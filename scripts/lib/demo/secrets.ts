import { randomBytes, randomInt } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { demoAccounts, type DemoSecrets as SeedSecrets } from "@/server/db/seed/accounts";
import { demoBusinesses } from "@/server/db/seed/businesses";
import { generateApiKey } from "@/server/domain/api-keys/key-format";

/** Everything secret about one demo: drawn by lot at its first start and kept beside its data. */
export interface DemoSecrets {
  authSecret: string;
  encryptionKey: string;
  retellApiKey: string;
  retellWebhookSecret: string;
  calcomApiKey: string;
  calcomWebhookSecret: string;
  /** Tenant slug → API key. */
  apiKeys: Record<string, string>;
  /** E-mail → password. */
  passwords: Record<string, string>;
}

/** Letters and digits that nobody confuses when typing them from a terminal. */
const readable = "abcdefghjkmnpqrstuvwxyz23456789";
const token = (bytes: number) => randomBytes(bytes).toString("hex");

function password(): string {
  const group = () => Array.from({ length: 4 }, () => readable[randomInt(readable.length)]).join("");
  return `${group()}-${group()}-${group()}`;
}

function drawSecrets(): DemoSecrets {
  return {
    authSecret: token(32),
    encryptionKey: randomBytes(32).toString("base64"),
    retellApiKey: `key_${token(14)}`,
    retellWebhookSecret: token(24),
    calcomApiKey: `cal_${token(16)}`,
    calcomWebhookSecret: token(24),
    apiKeys: Object.fromEntries(demoBusinesses.map(({ slug }) => [slug, generateApiKey()])),
    passwords: Object.fromEntries(demoAccounts.map(({ email }) => [email, password()])),
  };
}

/** The secrets of the demo that lives in this folder. Accounts added since its first start get theirs now. */
export function demoSecrets(folder: string): DemoSecrets {
  const file = join(folder, "demo-secrets.json");
  const drawn = drawSecrets();
  const known: Partial<DemoSecrets> = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  const secrets = {
    ...drawn,
    ...known,
    apiKeys: { ...drawn.apiKeys, ...known.apiKeys },
    passwords: { ...drawn.passwords, ...known.passwords },
  };
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(file, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  return secrets;
}

export function seedSecrets(secrets: DemoSecrets, calcomBaseUrl: string): SeedSecrets {
  const { encryptionKey, apiKeys, passwords, calcomApiKey } = secrets;
  return { encryptionKey, apiKeys, passwords, calcom: { baseUrl: calcomBaseUrl, apiKey: calcomApiKey } };
}
