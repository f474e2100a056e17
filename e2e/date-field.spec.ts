import { randomInt } from "node:crypto";
import type { Locator, Page } from "@playwright/test";
import { tenant } from "./fixtures/demo";
import { expect, pressUntil, test } from "./fixtures/test";

const { slug } = tenant("physio-am-park");
const trail = `/${slug}/settings/audit-trail`;
const sheet = (page: Page) => page.getByRole("dialog").first();
const grid = (page: Page) => page.getByRole("grid");

/** Types into a field that may not listen yet, until the page has understood it as this day. */
async function enter(field: Locator, typed: string, shown: string) {
  await expect(async () => {
    await field.fill("");
    await field.fill(typed);
    await field.press("Tab");
    await expect(field).toHaveValue(shown, { timeout: 2_000 });
  }).toPass();
}

for (const [locale, browser, from, pattern, monday] of [
  ["de", "en-US", "Von", "TT.MM.JJJJ", "Montag"],
  ["en", "de-DE", "From", "DD.MM.YYYY", "Monday"],
] as const)
  test.describe(`on a page in ${locale}, in a browser that speaks ${browser}`, () => {
    test.use({ locale: browser });

    test("a day is written dd.MM.yyyy, understood as people type it, and its weeks begin on Monday", async ({
      page,
      signIn,
    }) => {
      await signIn(slug, "owner", locale);
      await page.goto(trail);
      const field = page.getByRole("textbox", { name: from, exact: true });
      await expect(field).toHaveAttribute("placeholder", pattern);
      for (const typed of ["5.3.2025", "05/03/25", "2025-03-05", "5. März 2025", "05032025"]) {
        await enter(field, typed, "05.03.2025");
        await expect(page).toHaveURL(/from=2025-03-05/);
        await enter(field, "1.1.2025", "01.01.2025");
      }
      await pressUntil(page.getByRole("button", { name: new RegExp(`^${from}: `) }), grid(page));
      await expect(grid(page).getByRole("gridcell").first().getByRole("button")).toHaveAccessibleName(
        new RegExp(monday),
      );
    });
  });

test("a day is picked by keyboard alone; Escape closes the calendar and nothing else", async ({
  page,
  signIn,
}) => {
  await signIn(slug, "owner");
  await page.goto(`/${slug}/team`);
  await page.getByRole("table").getByRole("link").first().click();
  await pressUntil(page.getByRole("button", { name: "Abwesenheit eintragen" }), sheet(page));
  const first = sheet(page).getByRole("textbox", { name: "Erster Tag" });
  const last = sheet(page).getByRole("textbox", { name: "Letzter Tag" });
  await first.fill("15.07.2031");
  await expect(last).toHaveValue("15.07.2031");
  await first.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: /15\. Juli 2031, ausgewählt/ })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(grid(page)).toBeHidden();
  await expect(first).toBeVisible();

  const opener = sheet(page).getByRole("button", { name: "Erster Tag: Kalender öffnen" });
  await expect(opener).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: /15\. Juli 2031, ausgewählt/ })).toBeFocused();
  for (const key of ["ArrowRight", "ArrowDown", "PageDown"]) await page.keyboard.press(key);
  await expect(page.getByRole("button", { name: /23\. August 2031/ })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(grid(page)).toBeHidden();
  await expect(first).toHaveValue("23.08.2031");
  await expect(last).toHaveValue("23.08.2031");
  await expect(opener).toBeFocused();
});

test("what is no day stays as it was typed, says what to do, and changes nothing", async ({
  page,
  signIn,
  expectAccessible,
}) => {
  await signIn(slug, "owner");
  await page.goto(`${trail}?to=2025-03-05`);
  const field = page.getByRole("textbox", { name: "Von", exact: true });
  await enter(field, "1.3.2025", "01.03.2025");
  for (const [typed, said] of [
    ["31.2.2025", "Diesen Tag gibt es nicht. Bitte Tag und Monat prüfen."],
    ["bald", "Bitte als Datum schreiben, etwa 24.12.2026."],
    ["06.03.2025", "Bitte spätestens den 05.03.2025 angeben."],
  ] as const) {
    await field.fill(typed);
    await field.press("Enter");
    await expect(page.getByText(said)).toBeVisible();
    await expect(field).toHaveValue(typed);
    await expect(field).toHaveAccessibleDescription(new RegExp(said));
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await expect(page).toHaveURL(/from=2025-03-01/);
  }
  await expectAccessible({ within: "search" });
  await field.fill("2.3.2025");
  await expect(page.getByText(/^Bitte spätestens/)).toBeHidden();
  await field.press("Enter");
  await expect(page).toHaveURL(/from=2025-03-02/);
});

test("a day that has to be there comes back when it is emptied; one that may be open stays open", async ({
  page,
  signIn,
}) => {
  await signIn(slug, "owner");
  await page.goto(`/${slug}/analytics?period=custom&from=2025-01-02&to=2025-01-31`);
  await enter(page.getByRole("textbox", { name: "Erster Tag" }), "", "02.01.2025");
  await page.goto(`${trail}?from=2025-01-02&to=2025-01-31`);
  const open = page.getByRole("textbox", { name: "Von", exact: true });
  await enter(open, "3.1.2025", "03.01.2025");
  await enter(open, "", "");
  await expect(page).toHaveURL(/trail\?to=2025-01-31$/);
});

test("a birthdate is two choices away or typed, never guessed, and may be taken back", async ({
  page,
  signIn,
}) => {
  await signIn(slug, "staff");
  await page.goto(`/${slug}/customers`);
  await pressUntil(page.getByRole("button", { name: "Neuer Kunde" }), sheet(page));
  const field = sheet(page).getByRole("textbox", { name: "Geburtsdatum" });
  const opener = sheet(page).getByRole("button", { name: "Geburtsdatum: Kalender öffnen" });
  await field.fill("17.3.");
  await field.press("Tab");
  await expect(sheet(page).getByText("Bitte mit dem Jahr schreiben, etwa 17.03.1980.")).toBeVisible();
  await field.fill("17.3.2999");
  await field.press("Tab");
  await expect(sheet(page).getByText(/^Bitte spätestens den/)).toBeVisible();

  await opener.click();
  await page.getByRole("combobox", { name: "Jahr auswählen" }).selectOption("1980");
  await page.getByRole("combobox", { name: "Monat auswählen" }).selectOption({ label: "März" });
  await page.getByRole("button", { name: /17\. März 1980/ }).click();
  await expect(field).toHaveValue("17.03.1980");
  await opener.click();
  await page.getByRole("button", { name: "Leeren" }).click();
  await expect(field).toHaveValue("");

  await field.fill("17.3.80");
  const name = `Tag Genau ${randomInt(1_000_000)}`;
  await sheet(page).getByLabel("Name").fill(name);
  await sheet(page).getByRole("button", { name: "Kunden anlegen" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(page.getByRole("region", { name: "Kontakt" })).toContainText("17.03.1980");
});

for (const [device, size] of Object.entries({
  desk: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
}))
  for (const colorScheme of ["light", "dark"] as const)
    test(`the open calendar is accessible and inside the window: ${device}, ${colorScheme}`, async ({
      page,
      signIn,
      expectAccessible,
    }) => {
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await signIn(slug, "owner");
      await page.goto(`${trail}?from=2025-03-05`);
      await pressUntil(page.getByRole("button", { name: "Bis: Kalender öffnen" }), grid(page));
      await expectAccessible();
      const panel = await page.getByRole("dialog", { name: "Bis: Kalender" }).boundingBox();
      if (!panel) throw new Error("There is no calendar.");
      expect(Math.min(panel.x, panel.y)).toBeGreaterThanOrEqual(0);
      expect(panel.x + panel.width).toBeLessThanOrEqual(size.width);
      expect(panel.y + panel.height).toBeLessThanOrEqual(size.height);
      const days = await grid(page)
        .getByRole("button")
        .evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect().height));
      expect(Math.min(...days)).toBeGreaterThanOrEqual(device === "phone" ? 44 : 24);
    });
