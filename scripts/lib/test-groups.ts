import { mkdirSync, mkdtempSync, readFileSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { derive } from "../bench/dashboard/derive";
import { seed } from "../bench/dashboard/seed";
import { buildApp } from "./build";
import { removeAtEnd, runToEnd } from "./children";
import { findChromium } from "./chromium";
import { dropDatabase } from "./database/connection";
import { type FoundDatabase, findDatabase } from "./database/find-database";
import { assertNotProduction, assertTestDatabase, databaseName, withDatabaseName } from "./database/names";
import { calcomBaseUrl, demoFile } from "./demo/environment";
import { prepareDemoDatabase } from "./demo/prepare-database";
import { runProduct } from "./demo/run-product";
import { demoSecrets } from "./demo/secrets";
import { heaviestBytes, weighPages } from "./page-weight";
import { dataFolder, root } from "./paths";
import { findFreePort } from "./ports";
import type { Count } from "./static-checks";
import { step } from "./steps";

const folder = join(dataFolder, "test");
const distFolder = ".data/test/next";
const minimumMemoryBytes = 2 * 1024 ** 3;
/** Of one business beside the demo's; ten others share a tenth as many. `npm run bench -- --full` takes ten times as many. */
const busyCalls = 100_000;

/** A server for tests alone, in memory where there is enough of it; or DATABASE_URL, if it is named for tests. */
export async function findTestDatabase(): Promise<FoundDatabase> {
  assertNotProduction("npm test");
  if (process.env.DATABASE_URL) assertTestDatabase(process.env.DATABASE_URL);
  const temporary = mkdtempSync(join(memoryFolder() ?? tmpdir(), "askproai-test-"));
  removeAtEnd(temporary);
  return step("Test database", (note) =>
    findDatabase({ folder: temporary, name: "askproai_test", durable: false, note }),
  );
}

function memoryFolder(): string | undefined {
  try {
    const { bavail, bsize } = statfsSync("/dev/shm");
    return bavail * bsize > minimumMemoryBytes ? "/dev/shm" : undefined;
  } catch {
    return undefined;
  }
}

/** Unit tests, and those on a real database. */
export async function runVitest(databaseUrl: string): Promise<Count> {
  const report = reportFile("vitest.json");
  const exitCode = await runToEnd(
    process.execPath,
    [
      join(root, "node_modules/vitest/vitest.mjs"),
      "run",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
    ],
    { cwd: root, env: { ...process.env, TEST_DATABASE_URL: databaseUrl } },
  );
  return believed(exitCode, countVitest(JSON.parse(readFileSync(report, "utf8"))));
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
}

/** A file that could not even be loaded has no tests to count, and is one failure all the same. */
export function countVitest({ numPassedTests, numFailedTests, testResults }: VitestReport): Count {
  const broken = testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0);
  return { passed: numPassedTests, failed: numFailedTests + broken.length };
}

/** The production build, as a check of its own. */
export async function runBuild(): Promise<Count> {
  await step("Production build", async (note) => note((await buildApp(distFolder)) ? "done" : "unchanged"));
  return { passed: 1, failed: 0 };
}

/** What a browser has to fetch before a page can be used stays small. */
export async function weighBuild(): Promise<Count> {
  const pages = weighPages(join(root, distFolder));
  const heavy = pages.filter(({ bytes }) => bytes > heaviestBytes);
  for (const { page, bytes } of heavy)
    process.stdout.write(
      `✗ ${page} sends ${bytes} bytes of JavaScript first, ${heaviestBytes} are allowed\n`,
    );
  return { passed: pages.length - heavy.length, failed: heavy.length };
}

/** The whole product on a freshly filled database, and a real browser in front of it. */
export async function runPlaywright(testDatabaseUrl: string): Promise<Count> {
  const chromium = await step("Browser", findChromium);
  const databaseUrl = withDatabaseName(
    testDatabaseUrl,
    databaseName(testDatabaseUrl).replace(/_test$/, "_e2e_test"),
  );
  assertTestDatabase(databaseUrl);
  await dropDatabase(databaseUrl);
  rmSync(join(folder, "sandbox"), { recursive: true, force: true });
  const places = { folder, databaseUrl, port: await findFreePort(), sandboxPort: await findFreePort() };
  const secrets = demoSecrets(folder);
  await prepareDemoDatabase(databaseUrl, secrets, calcomBaseUrl(places));
  await step("Busy business", async (note) => {
    await seed(databaseUrl, busyCalls, () => undefined);
    await derive(databaseUrl);
    note(`${busyCalls} calls`);
  });
  await runProduct({ places, secrets, mode: "start", distFolder });

  const report = reportFile("playwright.json");
  const exitCode = await runToEnd(
    process.execPath,
    [
      join(root, "node_modules/@playwright/test/cli.js"),
      "test",
      "--config=e2e/playwright.config.ts",
      "--reporter=list,json",
    ],
    {
      cwd: root,
      env: {
        ...process.env,
        CHROMIUM_PATH: chromium,
        DEMO_FILE: demoFile(folder),
        PLAYWRIGHT_JSON_OUTPUT_NAME: report,
      },
    },
  );
  return believed(exitCode, countPlaywright(JSON.parse(readFileSync(report, "utf8"))));
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
}

/** A test that was not run, or passed only at the second try, proves nothing. */
export function countPlaywright({ stats, errors }: PlaywrightReport): Count {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped + errors.length };
}

/** A runner that ran nothing, or ended in trouble without naming a test, has failed, whatever its report counts. */
export function believed(exitCode: number, count: Count): Count {
  const isUnexplained = count.failed === 0 && (exitCode !== 0 || count.passed === 0);
  return isUnexplained ? { ...count, failed: 1 } : count;
}

/** Where a runner writes its report; an old one is gone, so that it cannot be taken for this run's. */
function reportFile(name: string): string {
  const file = join(folder, name);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  rmSync(file, { force: true });
  return file;
}
