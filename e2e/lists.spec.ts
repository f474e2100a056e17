import type { Page } from "@playwright/test";
import { account } from "./fixtures/demo";
import { expect, pressUntil, signInThroughForm, test } from "./fixtures/test";

const slug = "physio-am-park";
const table = (page: Page) => page.getByRole("table", { name: "Anrufe" });
const rowLinks = (page: Page) => table(page).locator("[data-row-link]");
const boxes = (page: Page) => table(page).getByRole("checkbox", { name: "Zeile auswählen" });

test.beforeEach(async ({ page, signIn }) => {
  await signIn(slug, "owner");
  await page.goto(`/${slug}/calls`);
  await expect(page.locator("main :is([data-row-link], li a):visible").first()).toBeVisible();
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
  await page.keyboard.press("/");
  await page.keyboard.press("?");
  await expect(help).toBeHidden();
  await expect(search).not.toBeFocused();
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
  expect(lines[0]).toMatch(/^\uFEFFZeit;.*;Wert in Euro$/);
  expect(lines).toHaveLength(6);
  await page.getByRole("button", { name: "Auswahl aufheben" }).click();
  await expect(bar).toHaveCount(0);
});

const viewsButton = (page: Page, name = "Ansichten") => page.getByRole("button", { name, exact: true });
const views = (page: Page) => page.getByRole("dialog", { name: "Ansichten" });

async function signOut(page: Page) {
  const entry = page.getByRole("menuitem", { name: "Abmelden", exact: true });
  await pressUntil(page.getByRole("button", { name: "Konto und Einstellungen" }), entry);
  await entry.click();
  await page.waitForURL(/\/sign-in/);
}

test("a view outlives signing out, says when it was changed, and is a colleague's too once it is shared", async ({
  openBrowser,
}) => {
  test.slow();
  const name = `Verpasst ${Date.now()}`;
  const { email, password } = account(slug, "staff");
  const page = await openBrowser();
  await signInThroughForm(page, email, password);
  await page.goto(`/${slug}/calls?outcome=hung_up,unresolved&hide=reason`);
  await pressUntil(viewsButton(page), views(page));
  await views(page).getByLabel("Name").fill(name);
  await views(page).getByRole("button", { name: "Ansicht speichern" }).click();
  await expect(viewsButton(page, name)).toBeVisible();
  await expect(page).toHaveURL(/saved=\d+/);
  await page.keyboard.press("Escape");

  await signOut(page);
  await signInThroughForm(page, email, password);
  await page.goto(`/${slug}/calls`);
  const link = views(page).getByRole("link", { name });
  await pressUntil(viewsButton(page), link);
  await link.click();
  await expect(page.getByRole("button", { name: "Ohne Ergebnis", exact: true })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await expect(table(page).getByRole("columnheader", { name: "Anliegen" })).toHaveCount(0);
  await expect(page.getByText("geändert", { exact: true })).toHaveCount(0);

  const colleague = await openBrowser({ tenant: slug, role: "owner" });
  await colleague.goto(`/${slug}/calls`);
  await pressUntil(viewsButton(colleague), views(colleague).getByLabel("Name"));
  await expect(views(colleague).getByRole("link", { name })).toHaveCount(0);

  await page.getByRole("button", { name: "Heute", exact: true }).click();
  await expect(page.getByText("geändert", { exact: false }).first()).toBeVisible();
  await page.getByRole("button", { name: "speichern", exact: true }).click();
  await expect(page.getByRole("button", { name: "speichern", exact: true })).toHaveCount(0);
  await pressUntil(viewsButton(page, name), views(page).getByRole("button", { name: `„${name}“ ändern` }));
  await views(page)
    .getByRole("button", { name: `„${name}“ ändern` })
    .click();
  await views(page).getByRole("checkbox", { name: "Für das ganze Team" }).check();
  await views(page).getByRole("button", { name: "Speichern", exact: true }).click();
  await expect(views(page).getByRole("img", { name: "Für das ganze Team" }).first()).toBeVisible();

  await colleague.reload();
  const shared = views(colleague).getByRole("link", { name });
  await pressUntil(viewsButton(colleague), shared);
  await shared.click();
  await expect(colleague).toHaveURL(/day=today/);
  await pressUntil(
    viewsButton(colleague, name),
    views(colleague).getByRole("button", { name: `„${name}“ ändern` }),
  );
  await views(colleague)
    .getByRole("button", { name: `„${name}“ ändern` })
    .click();
  await views(colleague).getByRole("button", { name: "Löschen" }).click();
  await expect(viewsButton(colleague)).toBeVisible();
});

test("250 rows are walked by the keys to the last, though only those in sight are drawn", async ({
  page,
  expectAccessible,
}) => {
  await page.goto(`/${slug}/calls?rows=250`);
  await expect(table(page)).toHaveAttribute("aria-rowcount", "251");
  await expect(rowLinks(page).first()).toBeVisible();
  expect(await rowLinks(page).count()).toBeLessThan(80);
  await expectAccessible();
  const focused = page.locator("tr:focus-within");
  await expect(async () => {
    await page.keyboard.press("j");
    await expect(focused).toHaveAttribute("aria-rowindex", "2", { timeout: 1_000 });
  }).toPass();
  for (let row = 3; row <= 60; row++) {
    await page.keyboard.press("ArrowDown");
    await expect(focused).toHaveAttribute("aria-rowindex", String(row));
  }
  await expect(focused).toBeInViewport();
  await page.keyboard.press("End");
  await expect(focused).toHaveAttribute("aria-rowindex", "251");
  await expect(focused).toBeInViewport();
  await expect(table(page).getByRole("columnheader", { name: "Zeit" })).toBeInViewport();
  await page.keyboard.press("k");
  await expect(focused).toHaveAttribute("aria-rowindex", "250");
  await page.keyboard.press("Home");
  await expect(focused).toHaveAttribute("aria-rowindex", "2");
});

test("how many rows a page shows is chosen and stands in the address", async ({ page }) => {
  const size = page.getByRole("combobox", { name: "Zeilen je Seite" });
  await expect(async () => {
    await size.selectOption("25");
    await expect(page).toHaveURL(/rows=25/, { timeout: 2_000 });
  }).toPass();
  await expect(rowLinks(page)).toHaveCount(25);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test("cards are selected by a touch anywhere on them, and exported", async ({ page, expectAccessible }) => {
    await page.goto(`/${slug}/calls`);
    const cards = page.getByRole("list", { name: "Anrufe" });
    const choose = page.getByRole("button", { name: "Auswählen", exact: true });
    await pressUntil(choose, cards.getByRole("checkbox").first());
    for (const index of [0, 2]) await cards.locator("label").nth(index).tap();
    await expect(page.getByText(/^\d+ ausgewählt$/)).toHaveText("2 ausgewählt");
    await expectAccessible();
    const targets = [
      cards.locator("label").first(),
      page.getByRole("button", { name: "Fertig" }),
      page.getByRole("button", { name: "Auswahl exportieren" }),
      page.getByRole("button", { name: "Auswahl aufheben" }),
    ];
    for (const target of targets)
      expect((await target.boundingBox())?.height, String(target)).toBeGreaterThanOrEqual(44);
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Auswahl exportieren" }).tap();
    expect((await download).suggestedFilename()).toBe("anrufe.csv");
    await page.getByRole("button", { name: "Fertig" }).tap();
    await expect(cards.getByRole("checkbox")).toHaveCount(0);
    await expect(cards.getByRole("link").first()).toBeVisible();
  });
});
