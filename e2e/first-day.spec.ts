import { randomInt } from "node:crypto";
import type { Page } from "@playwright/test";
import { choose, expect, pressUntil, test } from "./fixtures/test";

// Somebody on the first day, who was told nothing: along the words on the screen, never by an address.

const sheet = (page: Page) => page.getByRole("dialog");
const title = (page: Page, name: string) => page.getByRole("heading", { level: 1, name, exact: true });
const button = (page: Page, name: string) =>
  page.getByRole("main").getByRole("button", { name, exact: true });

const openSheet = (page: Page, name: string) => pressUntil(button(page, name), sheet(page));

async function goTo(page: Page, place: string) {
  const link = page.getByRole("navigation", { name: "Hauptnavigation" }).getByRole("link", { name: place });
  await pressUntil(link, title(page, place));
}

/** "YYYY-MM-DD", so many days from now. */
const day = (plus: number) => new Date(Date.now() + plus * 86_400_000).toISOString().slice(0, 10);

test.beforeEach(async ({ page, signIn }) => {
  await signIn("salon-lindner", "owner");
  await page.goto("/");
  await expect(title(page, "Heute")).toBeVisible();
});

test("why a call did not end in an appointment stands in the list and on its page", async ({ page }) => {
  await goTo(page, "Anrufe");
  const without = button(page, "Ohne Termin");
  await pressUntil(without, page.getByRole("button", { name: "Ohne Termin", pressed: true }));
  const row = page
    .getByRole("table", { name: "Anrufe" })
    .getByRole("row", { name: /nichts frei/ })
    .first();
  await expect(row).toContainText("Ungeklärt");
  await row.getByRole("link").click();
  await expect(page.getByRole("log", { name: "Gespräch" })).toBeVisible();
  await expect(page.getByText("Kein Termin: Zur gewünschten Zeit war nichts frei.")).toBeVisible();
});

test("an appointment is found by its customer's name and moved", async ({ page }) => {
  const name = `Frieda Erster ${randomInt(1_000_000)}`;
  await test.step("somebody has an appointment", async () => {
    await goTo(page, "Termine");
    await openSheet(page, "Termin buchen");
    await choose(sheet(page).getByLabel("Leistung"), "Herrenhaarschnitt");
    await sheet(page).getByRole("radiogroup", { name: "Freie Zeiten" }).getByRole("radio").first().click();
    await sheet(page).getByLabel("Kunde").fill(name);
    await sheet(page)
      .getByRole("button", { name: `„${name}“ neu anlegen` })
      .click();
    await sheet(page).getByRole("button", { name: "Termin buchen", exact: true }).click();
    await expect(sheet(page).getByRole("heading", { name })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(sheet(page)).toBeHidden();
  });

  await goTo(page, "Kunden");
  await page.getByRole("main").getByRole("searchbox").fill(name);
  await pressUntil(
    page.getByRole("table", { name: "Kunden" }).getByRole("link", { name }),
    title(page, name),
  );
  await page.getByRole("region", { name: "Kommende Termine" }).getByRole("link").click();
  await sheet(page).getByRole("button", { name: "Termin verschieben" }).click();
  await sheet(page).getByRole("radiogroup", { name: "Freie Zeiten" }).getByRole("radio").last().click();
  await sheet(page).getByRole("button", { name: "Termin verschieben" }).click();
  await expect(sheet(page).getByText(/^Verschoben von/)).toBeVisible();
});

test("somebody new gets hours and time off", async ({ page }) => {
  const name = `Theo Erster ${randomInt(1_000_000)}`;
  await goTo(page, "Team & Angebot");
  await openSheet(page, "Person hinzufügen");
  await sheet(page).getByLabel("Name").fill(name);
  await sheet(page).getByLabel("Herrenhaarschnitt", { exact: true }).check();
  await sheet(page).getByRole("button", { name: "Person hinzufügen" }).click();
  await expect(title(page, name)).toBeVisible();

  await openSheet(page, "Arbeitszeiten eintragen");
  await expect(sheet(page).getByLabel("Dienstag, von")).toBeVisible();
  await sheet(page).getByRole("button", { name: "Speichern" }).click();
  await expect(sheet(page)).toBeHidden();
  await expect(page.getByRole("region", { name: "Arbeitszeiten" })).toContainText(/\d\d:\d\d–\d\d:\d\d/);

  const timeOff = page.getByRole("region", { name: "Abwesenheiten" });
  await pressUntil(timeOff.getByRole("button", { name: "Abwesenheit eintragen" }), sheet(page));
  await sheet(page).getByRole("textbox", { name: "Erster Tag" }).fill(day(30));
  await sheet(page).getByRole("textbox", { name: "Letzter Tag" }).fill(day(31));
  await sheet(page).getByLabel("Grund").fill("Urlaub");
  await sheet(page).getByRole("button", { name: "Abwesenheit eintragen" }).click();
  await expect(sheet(page)).toBeHidden();
  await expect(timeOff).toContainText("Urlaub");
});

test("last month's way from the call to the appointment is two choices away", async ({ page }) => {
  await goTo(page, "Auswertung");
  await expect(async () => {
    await choose(page.getByRole("main").getByLabel("Zeitraum"), "Letzter Monat");
    await expect(page).toHaveURL(/period=lastMonth/, { timeout: 2_000 });
  }).toPass();
  await expect(page.getByRole("heading", { name: "Vom Anruf zum Termin" })).toBeVisible();
  const steps = page.getByRole("list", { name: "Schritt" }).getByRole("link");
  for (const step of ["Angerufen", "Termin gewünscht", "Zeit angeboten", "Gebucht", "Wahrgenommen"])
    await expect(steps.filter({ hasText: step })).toBeVisible();
});
