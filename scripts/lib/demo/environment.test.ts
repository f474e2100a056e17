import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { expect, test } from "vitest";
import { appEnvironment, writeEnvironmentFile } from "./environment";
import { demoSecrets } from "./secrets";

const places = { folder: "", databaseUrl: "mysql://u:p@127.0.0.1:1/demo", port: 3000, sandboxPort: 3001 };

function inFolder<T>(run: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "askproai-demo-"));
  try {
    return run(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("the demo sets every variable that .env.example names, so that a real .env cannot leak into it", () => {
  const environment = inFolder((folder) => appEnvironment(places, demoSecrets(folder)));
  const names = Object.keys(parseEnv(readFileSync(".env.example", "utf8")));
  expect(names.filter((name) => !(name in environment))).toEqual([]);
});

test(".env.example names every variable that the app reads", () => {
  const example = parseEnv(readFileSync(".env.example", "utf8"));
  const read = [...readFileSync("src/env.ts", "utf8").matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map(
    (match) => match[1],
  );
  expect(read).toContain("DATABASE_URL");
  expect(read.filter((name) => name !== undefined && name !== "NODE_ENV" && !(name in example))).toEqual([]);
});

test("secrets are drawn once per installation, are nobody else's, and only their owner may read them", () => {
  const [first, again, other] = inFolder((folder) => {
    const drawn = demoSecrets(folder);
    expect(statSync(join(folder, "demo-secrets.json")).mode & 0o777).toBe(0o600);
    return [drawn, demoSecrets(folder), inFolder(demoSecrets)];
  });
  expect(again).toEqual(first);
  for (const key of ["authSecret", "encryptionKey", "retellApiKey", "calcomWebhookSecret"] as const)
    expect(other[key]).not.toBe(first[key]);
});

test("the environment file reads back as it was written", () => {
  const environment = { A: "", B: "with spaces # and =", C: "mysql://u:p@127.0.0.1:1/demo" };
  inFolder((folder) => {
    writeEnvironmentFile(folder, environment);
    expect(parseEnv(readFileSync(join(folder, "demo.env"), "utf8"))).toEqual(environment);
  });
});
