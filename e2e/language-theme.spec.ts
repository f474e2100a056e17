import type { Page } from "@playwright/test";
import { account, demo } from "./fixtures/demo";
import { germanOn } from "./fixtures/german-words";
import { expect, pressUntil, signInThroughForm, test } from "./fixtures/test";

// The language belongs to the account, so this file alone signs in as this one.
const { email, password, tenant } = account("beratung-hansen", "owner");
const home = `/${tenant}`;

async function choose(page: Page, menu: RegExp, item: string) {
  const entry = page.getByRole("menuitemradio", { name: item, exact: true });
  await pressUntil(page.getByRole("button", { name: menu }), entry);
  await entry.click();
}

const background = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

test("before anybody signed in, the page speaks what the browser asks for, and German to everybody else", async ({
  browser,
}) => {
  for (const [locale, heading] of [
    ["en-GB", "Sign in"],
    ["de-AT", "Anmelden"],
    ["fr-FR", "Anmelden"],
  ] as const) {
    const context = await browser.newContext({ baseURL: demo.url, locale });
    const page = await context.newPage();
    await page.goto("/sign-in");
    await expect(page.getByRole("heading", { level: 1, name: heading, exact: true })).toBeVisible();
    await context.close();
  }
});

test("English is English everywhere, stays after a reload and on the sign-in page, and is accessible", async ({
  page,
  expectAccessible,
}) => {
  await signInThroughForm(page, email, password);
  await expect(page.getByRole("heading", { level: 1, name: "Heute" })).toBeVisible();
  // The control: on a German page the same search does find German.
  expect(await germanOn(page)).toEqual(
    expect.arrayContaining([
      "Heute",
      "Laufende Anrufe",
      "Als Nächstes, je Person",
      expect.stringMatching(/, \d+\. /),
    ]),
  );

  await choose(page, /Konto und Einstellungen/, "English");
  try {
    await expect(page.getByRole("heading", { level: 1, name: "Today" })).toBeVisible();
    await expect(page.locator("html")).toHaveAttribute("lang", "en-GB");
    await expect.poll(() => germanOn(page)).toEqual([]);
    await page.reload();
    for (const [path, heading] of [
      ["", "Today"],
      ["/calls", "Calls"],
      ["/appointments", "Appointments"],
      ["/appointments?view=list", "Appointments"],
      ["/customers", "Customers"],
      ["/nowhere", "This page does not exist"],
    ]) {
      await page.goto(`${home}${path}`);
      await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
      expect(await germanOn(page), `on ${path || "Today"}`).toEqual([]);
    }
    await page.goto(home);
    await expectAccessible();
    const signOut = page.getByRole("menuitem", { name: "Sign out", exact: true });
    await pressUntil(page.getByRole("button", { name: /Account and settings/ }), signOut);
    await signOut.click();
    await expect(page).toHaveURL(/\/sign-in$/);
    await page.getByLabel("Email").fill(email);
    await page.getByLabel("Password", { exact: true }).fill("not the password");
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(page.getByText("Email or password is not right.")).toBeVisible();
    expect(await germanOn(page)).toEqual([]);
    await expectAccessible();
  } finally {
    await page.context().clearCookies();
    await signInThroughForm(page, email, password);
    await choose(page, /Account and settings/, "Deutsch");
    await expect(page.getByRole("heading", { level: 1, name: "Heute" })).toBeVisible();
  }
});

test("dark is dark at once, after a reload and on the next page; the device decides until one chooses", async ({
  page,
}) => {
  await signInThroughForm(page, email, password);
  const light = await background(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(() => background(page)).not.toBe(light);
  const dark = await background(page);
  await page.emulateMedia({ colorScheme: "light" });
  await expect.poll(() => background(page)).toBe(light);

  await choose(page, /Konto und Einstellungen/, "Dunkel");
  await expect.poll(() => background(page)).toBe(dark);
  await page.reload();
  expect(await background(page)).toBe(dark);
  await page.goto(`${home}/appointments`);
  expect(await background(page)).toBe(dark);

  await choose(page, /Konto und Einstellungen/, "Hell");
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(() => background(page)).toBe(light);
});
