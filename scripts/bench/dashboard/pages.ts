import { randomUUID } from "node:crypto";
import { mkdirSync, mkdtempSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "@playwright/test";
import type { Database } from "@/server/db";
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
import type { Line } from "./table";
import { type Vitals, vitalsOf, watchVitals } from "./vitals";

const runs = 7;
const goals: { name: keyof Vitals; most: number; unit: string; digits: number }[] = [
  { name: "LCP", most: 1_000, unit: " ms", digits: 0 },
  { name: "CLS", most: 0.02, unit: "", digits: 3 },
  { name: "INP", most: 100, unit: " ms", digits: 0 },
];

interface Visit {
  /** After the business's slug. */
  path: string;
  /** What stands there once the page is complete. */
  ready: string;
  /** What people do there all day. */
  act: (page: Page) => Promise<void>;
}

const search = (label: string, text: string) => async (page: Page) => {
  await page.getByLabel(label, { exact: true }).first().pressSequentially(text, { delay: 60 });
  await page.waitForURL(/search=/);
};
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).first().click();
const openFirstRow = async (page: Page) => {
  const before = page.url();
  await page.locator("tbody tr[data-row] a, tbody a[data-row-link]").first().click();
  await page.waitForURL((url) => url.pathname !== new URL(before).pathname);
};

const visits: Visit[] = [
  {
    path: "",
    ready: "h1",
    act: async (page) => {
      await page.keyboard.press("Control+k");
      await page.getByRole("combobox").pressSequentially("Meyer", { delay: 60 });
    },
  },
  {
    path: "/calls",
    ready: "tbody a",
    act: async (page) => {
      await search("Name oder Nummer", "Meyer")(page);
      await press(page, "Aufheben");
      await press(page, "Verpasst");
      await page.waitForURL(/outcome=/);
      await openFirstRow(page);
    },
  },
  {
    path: "/appointments",
    ready: "h1",
    act: async (page) => {
      for (const view of ["Tag", "Liste", "Woche"]) {
        await page
          .getByRole("link", { name: view, exact: true })
          .or(page.getByRole("button", { name: view, exact: true }))
          .first()
          .click();
        await page.waitForTimeout(300);
      }
    },
  },
  {
    path: "/customers",
    ready: "tbody a",
    act: async (page) => {
      await search("Name, Telefon oder Geburtsdatum", "Schröder")(page);
      await openFirstRow(page);
    },
  },
  { path: "/callbacks", ready: "h1", act: (page) => press(page, "Überfällig") },
  { path: "/analytics", ready: "h1", act: (page) => press(page, "Als Tabelle") },
];

/**
 * The main pages of a business as its owner's browser has them: the app as built for production on `databaseUrl`, each
 * page several times, and what people do there. Where times lie far apart or the machine is busy with other things, only
 * goals that were met every time are judged.
 */
export async function measurePages(db: Database, databaseUrl: string, slug: string): Promise<Line[]> {
  await step("Build", async (note) => note((await buildApp(".next")) ? "done" : "unchanged"));
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const folder = mkdtempSync(join(dataFolder, "bench-"));
  removeAtEnd(folder);
  const places = { folder, databaseUrl, port: await findFreePort(), sandboxPort: await findFreePort() };
  const owner = { email: `bench-${randomUUID()}@example.test`, password: randomUUID() };
  const ctx = { actor: { type: "job", name: "bench" } as const, db, requestId: "bench" };
  await createUser(ctx, { ...owner, name: "Inhaberin", role: "owner", tenant: slug });
  await runProduct({ places, secrets: demoSecrets(folder), mode: "start", distFolder: ".next" });

  const executablePath = await step("Browser", findChromium);
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const browser = await chromium.launch({ executablePath, args });
  try {
    const context = await browser.newContext({
      baseURL: appUrl(places),
      viewport: { width: 1440, height: 900 },
      locale: "de-DE",
      timezoneId: "Europe/Berlin",
    });
    await context.addInitScript({ content: watchVitals });
    await signIn(context, owner);
    const lines: Line[] = [];
    for (const visit of visits) lines.push(...linesOf(visit, await measure(context, slug, visit)));
    return lines;
  } finally {
    await browser.close();
  }
}

async function signIn(context: BrowserContext, { email, password }: { email: string; password: string }) {
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByLabel("E-Mail").fill(email);
  await page.getByLabel("Passwort", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Anmelden", exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
  await page.close();
}

/** The first visit warms the server up and does not count. */
async function measure(context: BrowserContext, slug: string, visit: Visit): Promise<Vitals[]> {
  const measured: Vitals[] = [];
  for (let run = 0; run <= runs; run++) {
    const page = await context.newPage();
    await page.goto(`/${slug}${visit.path}`, { waitUntil: "load" });
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
      goal: `${name} of ${path || "Heute"}`,
      measured: `${unquiet ? "~" : ""}${told(median(values))}, at most ${told(Math.max(...values))}`,
      target: `≤ ${told(most)}`,
      pass: unquiet ? undefined : median(values) <= most,
      unquiet,
    };
  });
