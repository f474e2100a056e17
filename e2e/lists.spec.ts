import type { Page } from "@playwright/test";
import { expect, pressUntil, test } from "./fixtures/test";

const slug = "physio-am-park";
const table = (page: Page) => page.getByRole("table", { name: "Anrufe" });
const rowLinks = (page: Page) => table(page).locator("[data-row-link]");
const boxes = (page: Page) => table(page).getByRole("checkbox", { name: "Zeile auswählen" });

test.beforeEach(async ({ page, signIn }) => {
  await signIn(slug, "owner");
  await page.goto(`/${slug}/calls`);
  await expect(rowLinks(page).first()).toBeVisible();
});

/** A page that has just arrived may not listen yet: presses until the address says so. */
async function pressUntilAddress(page: Page, keys: string[], address: RegExp) {
  await expect(async () => {
    for (const key of keys) await page.keyboard.press(key);
    await expect(page).toHaveURL(address, { timeout: 2_000 });
  }).toPass();
}

test("G and a letter goes to a page, C begins what the page is about", async ({ page }) => {
  await pressUntilAddress(page, ["g", "k"], /\/customers$/);
  await expect(page.getByRole("heading", { level: 1, name: "Kunden" })).toBeVisible();
  await page.keyboard.press("c");
  const sheet = page.getByRole("dialog", { name: "Neuer Kunde" });
  await expect(sheet).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
  await expect(page).toHaveURL(/\/customers$/);
  await pressUntilAddress(page, ["g", "h"], new RegExp(`/${slug}$`));
});

test("keys are typed where one types, listed by ?, and can be switched off for good", async ({
  page,
  expectAccessible,
}) => {
  const help = page.getByRole("dialog", { name: "Tastenkürzel" });
  const search = page.getByRole("searchbox");
  await search.fill("");
  await search.press("g");
  await search.press("k");
  await search.press("?");
  await expect(search).toHaveValue("gk?");
  await expect(help).toBeHidden();
  await search.fill("");
  await expect(page).toHaveURL(/\/calls$/);
  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("?");
  await expect(help).toBeVisible();
  await expectAccessible({ within: "[role=dialog]" });
  await help.getByRole("checkbox", { name: "Einzelne Tasten benutzen" }).uncheck();
  await page.keyboard.press("Escape");
  await expect(help).toBeHidden();
  await page.reload();
  await expect(rowLinks(page).first()).toBeVisible();
  await page.keyboard.press("g");
  await page.keyboard.press("k");
  await page.keyboard.press("?");
  await expect(help).toBeHidden();
  await expect(page).toHaveURL(/\/calls$/);
});

test("a column that is taken away stays away in the address; the rows' distance stays in the browser", async ({
  page,
  expectAccessible,
}) => {
  const options = page.getByRole("dialog", { name: "Tabelle anpassen" });
  await pressUntil(page.getByRole("button", { name: "Tabelle anpassen" }), options);
  await expectAccessible();
  await options.getByRole("checkbox", { name: "Dauer" }).uncheck();
  await expect(table(page).getByRole("columnheader", { name: "Dauer" })).toHaveCount(0);
  await expect(page).toHaveURL(/hide=durationSec/);
  const normal = await rowLinks(page).first().locator("xpath=ancestor::tr").boundingBox();
  await options.getByRole("button", { name: "Eng" }).click();
  await page.reload();
  await expect(rowLinks(page).first()).toBeVisible();
  await expect(table(page).getByRole("columnheader", { name: "Dauer" })).toHaveCount(0);
  await expect
    .poll(async () => (await rowLinks(page).first().locator("xpath=ancestor::tr").boundingBox())?.height)
    .toBeLessThan(normal?.height ?? 0);
});

test("rows are walked, selected one by one or as a range, and exported", async ({ page }) => {
  const bar = page.getByText(/^\d+ ausgewählt$/);
  await expect(async () => {
    await page.keyboard.press("j");
    await expect(rowLinks(page).first()).toBeFocused({ timeout: 1_000 });
  }).toPass();
  await page.keyboard.press(" ");
  await expect(bar).toHaveText("1 ausgewählt");
  await page.keyboard.press("ArrowDown");
  await expect(rowLinks(page).nth(1)).toBeFocused();
  await boxes(page)
    .nth(4)
    .click({ modifiers: ["Shift"] });
  await expect(bar).toHaveText("5 ausgewählt");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Auswahl exportieren" }).click();
  const file = await (await download).createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of file) chunks.push(chunk);
  const lines = Buffer.concat(chunks).toString("utf8").trimEnd().split("\r\n");
  expect(lines[0]).toMatch(/^\uFEFFZeit;/);
  expect(lines).toHaveLength(6);
  await page.getByRole("button", { name: "Auswahl aufheben" }).click();
  await expect(bar).toHaveCount(0);
});
