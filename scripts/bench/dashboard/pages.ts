import { randomUUID } from "node:crypto";
import { mkdirSync, mkdtempSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { type Browser, type BrowserContext, chromium } from "@playwright/test";
import type { Role } from "@/contracts/permissions";
import type { TenantContext } from "@/server/domain/_core/context";
import { createUser } from "@/server/domain/users/create-user";
import { buildApp } from "../../lib/build";
import { removeAtEnd } from "../../lib/children";
import { findChromium } from "../../lib/chromium";
import { appUrl } from "../../lib/demo/environment";
import { runProduct } from "../../lib/demo/run-product";
import { demoSecrets } from "../../lib/demo/secrets";
import { dataFolder } from "../../lib/paths";
import { findFreePort } from "../../lib/ports";
import { step } from "../../lib/steps";
import { median, quietSpread, spreadOf } from "../lib/statistics";
import { holdConversation } from "./conversation";
import { someIds } from "./ids";
import type { Line } from "./table";
import { type Visit, visits } from "./visits";
import { type Vitals, vitalsOf, watchVitals } from "./vitals";

/** How often a main page is visited, and every other. */
const [runs, fewerRuns] = [7, 3];
const goals: { name: keyof Vitals; most: number; unit: string; digits: number }[] = [
  { name: "LCP", most: 1_000, unit: " ms", digits: 0 },
  { name: "CLS", most: 0.02, unit: "", digits: 3 },
  { name: "INP", most: 100, unit: " ms", digits: 0 },
];

interface Account {
  email: string;
  password: string;
}

/**
 * Every page as the browser of who works there has it: the app as built for production on `databaseUrl`, each page
 * several times, and what people do there. Where times lie far apart or the machine is busy with other things, only goals
 * that were met every time are judged.
 */
export async function measurePages(
  tenant: TenantContext,
  databaseUrl: string,
  tell: (line: Line) => void,
): Promise<void> {
  await step("Build", async (note) => note((await buildApp(".next")) ? "done" : "unchanged"));
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const folder = mkdtempSync(join(dataFolder, "bench-"));
  removeAtEnd(folder);
  const places = { folder, databaseUrl, port: await findFreePort(), sandboxPort: await findFreePort() };
  const ids = await someIds(tenant);
  await holdConversation(tenant, ids.middleCall);
  const accounts = await createAccounts(tenant);
  await runProduct({ places, secrets: demoSecrets(folder), mode: "start", distFolder: ".next" });

  const executablePath = await step("Browser", findChromium);
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const browser = await chromium.launch({ executablePath, args });
  try {
    const newContext = () => newVisitor(browser, appUrl(places));
    const visitors = { owner: await newContext(), admin: await newContext(), stranger: await newContext() };
    await signIn(visitors.owner, accounts.owner);
    await signIn(visitors.admin, accounts.admin);
    const named: Record<string, string | number> = { ...ids, slug: tenant.tenant.slug };
    for (const visit of visits) {
      const path = visit.path.replace(/:(\w+)/g, (_, name: string) => String(named[name]));
      (await linesAbout(visit, visitors[visit.as ?? "owner"], path)).forEach(tell);
    }
  } finally {
    await browser.close();
  }
}

async function createAccounts({ db, tenant: { slug } }: TenantContext) {
  const ctx = { actor: { type: "job", name: "bench" } as const, db, requestId: "bench" };
  const create = async (role: Role, tenant?: string): Promise<Account> => {
    const account = { email: `bench-${randomUUID()}@example.test`, password: randomUUID() };
    await createUser(ctx, { ...account, name: "Inhaberin", role, tenant });
    return account;
  };
  return { owner: await create("owner", slug), admin: await create("platform_admin") };
}

async function newVisitor(browser: Browser, baseURL: string): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL,
    viewport: { width: 1440, height: 900 },
    locale: "de-DE",
    timezoneId: "Europe/Berlin",
  });
  await context.addInitScript({ content: watchVitals });
  return context;
}

async function signIn(context: BrowserContext, { email, password }: Account) {
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByLabel("E-Mail").fill(email);
  await page.getByLabel("Passwort", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Anmelden", exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
  await page.close();
}

/** What cannot be done on one page is told, and the others are measured all the same. */
async function linesAbout(visit: Visit, context: BrowserContext, path: string): Promise<Line[]> {
  try {
    return linesOf(visit, await measure(context, path, visit));
  } catch (error) {
    const measured = String(error).split("\n").slice(0, 3).join(" ");
    return [{ goal: visit.path, measured, target: "can be done", pass: false }];
  }
}

/** The first visit warms the server up and does not count. */
async function measure(context: BrowserContext, path: string, visit: Visit): Promise<Vitals[]> {
  const measured: Vitals[] = [];
  for (let run = 0; run <= (visit.main ? runs : fewerRuns); run++) {
    const page = await context.newPage();
    await page.goto(path, { waitUntil: "load" });
    await page.locator(visit.ready).first().waitFor();
    measured.push(await vitalsOf(page, () => visit.act(page)));
    await page.close();
  }
  return measured.slice(1);
}

/** Others' work on this machine lengthens every time here. */
const isBusy = () => (loadavg()[0] ?? 0) > cpus().length;

const linesOf = ({ path }: Visit, measured: readonly Vitals[]): Line[] =>
  goals.map(({ name, most, unit, digits }) => {
    const values = measured.map((vitals) => vitals[name]);
    const isTime = unit === " ms";
    const unquiet =
      isTime && values.some((value) => value > most) && (isBusy() || spreadOf(values) > quietSpread);
    const told = (value: number) => `${value.toFixed(digits)}${unit}`;
    return {
      goal: `${name} of ${path}, ${values.length} visits`,
      measured: `${unquiet ? "~" : ""}${told(median(values))}, at most ${told(Math.max(...values))}`,
      target: `≤ ${told(most)}`,
      pass: unquiet ? undefined : median(values) <= most,
      unquiet,
    };
  });
