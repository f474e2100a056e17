import type { Page } from "@playwright/test";
import { expectSteady, watchShifts } from "./fixtures/shifts";
import { expect, test } from "./fixtures/test";

/** Has nine in ten of all calls there are: what databases guess by averages is wrong for it. */
const slug = "bench-0";
/** Fifty are asked for; of more, only those in sight are drawn. */
const mostRows = 60;
/** Of a page's document as it is sent; a week of 660 appointments is the longest. */
const mostBytes = 150_000;

const rowLinks = (page: Page) => page.locator("table [data-row-link]");
const isSettled = (page: Page) => expect(page.locator("[aria-busy=true]")).toHaveCount(0);

test.beforeEach(async ({ page, signIn }) => {
  await page.addInitScript(watchShifts);
  await signIn(null);
});

for (const path of [
  "",
  "/calls",
  "/calls?outcome=transferred",
  "/appointments",
  "/appointments?view=day",
  "/appointments?view=month",
  "/appointments?view=list",
  "/customers",
  "/callbacks",
  "/analytics",
  "/analytics?period=lastMonth&view=tables",
])
  test(`among 100,000 calls, ${path || "Heute"} comes whole, short and steady`, async ({ page }) => {
    const document = await page.goto(`/${slug}${path}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await isSettled(page);
    await expectSteady(page);
    expect((await document?.request().sizes())?.responseBodySize).toBeLessThan(mostBytes);
    expect(await rowLinks(page).count()).toBeLessThanOrEqual(mostRows);
  });

test("one turns page after page of 100,000 calls, and no page is longer than the first", async ({ page }) => {
  await page.goto(`/${slug}/calls?rows=250`);
  for (let turned = 0; turned < 4; turned++) {
    await isSettled(page);
    const before = page.url();
    const first = await rowLinks(page).first().getAttribute("href");
    await expect(async () => {
      if (page.url() === before) await page.getByRole("button", { name: "Nächste Seite" }).click();
      expect(page.url()).not.toBe(before);
    }).toPass();
    await isSettled(page);
    await expect(rowLinks(page).first()).not.toHaveAttribute("href", first ?? "");
    await expect(page.getByRole("table", { name: "Anrufe" })).toHaveAttribute("aria-rowcount", "251");
    expect(await rowLinks(page).count()).toBeLessThanOrEqual(mostRows);
  }
});

test("one customer of thousands is found by a name that is written differently", async ({ page }) => {
  await page.goto(`/${slug}/customers?search=Yasemin+Schroeder`);
  await expect(rowLinks(page).first()).toContainText("Yasemin Schröder");
});

test("from a call in the middle of the rarest kind one walks on to the next of it", async ({ page }) => {
  await page.goto(`/${slug}/calls?outcome=transferred`);
  await rowLinks(page).nth(20).click();
  await expect(page).toHaveURL(/\/calls\/\d+\?outcome=transferred/);
  const before = page.url();
  await expect(async () => {
    if (page.url() === before) await page.keyboard.press("j");
    expect(page.url()).not.toBe(before);
  }).toPass();
  await expect(page).toHaveURL(/\/calls\/\d+\?outcome=transferred/);
  await expect(page.getByRole("main")).toContainText("Weitergeleitet");
});
