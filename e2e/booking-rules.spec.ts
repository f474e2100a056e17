import type { Page } from "@playwright/test";
import { choose, expect, pressUntil, test } from "./fixtures/test";

const slug = "salon-lindner";
/** Nobody cancels or moves this one in any other spec, nor do the simulated callers. */
const service = "Kinderhaarschnitt";

/** "YYYY-MM-DD", the Wednesday after the coming week. */
function comingWednesday(): string {
  const now = new Date();
  const toWednesday = ((10 - now.getDay()) % 7) + 7;
  return new Date(now.getTime() + toWednesday * 86_400_000).toISOString().slice(0, 10);
}

async function editRule(page: Page, fill: (sheet: ReturnType<Page["getByRole"]>) => Promise<void>) {
  await page.goto(`/${slug}/settings/booking-rules`);
  const sheet = page.getByRole("dialog");
  await pressUntil(page.getByRole("button", { name: `${service} ändern` }), sheet);
  await fill(sheet);
  await sheet.getByRole("button", { name: "Regeln speichern" }).click();
}

test("rules are set where they hold, wrong numbers stay with a complaint, and what was saved is still there", async ({
  page,
  signIn,
}) => {
  await signIn(slug, "owner");
  await editRule(page, async (sheet) => {
    await expect(sheet.getByLabel("Absagen bis … Stunden vorher")).toHaveAttribute(
      "placeholder",
      "wie Betrieb: bis zum Beginn",
    );
    await sheet.getByLabel("Absagen bis … Stunden vorher").fill("zwei");
  });
  const sheet = page.getByRole("dialog");
  await expect(sheet.getByText("Bitte geben Sie eine Zahl an.")).toBeVisible();
  await sheet.getByLabel("Absagen bis … Stunden vorher").fill("720");
  await sheet.getByLabel("Verschieben bis … Stunden vorher").fill("720");
  await sheet.getByLabel("Hinweis, wenn es zu spät ist").fill("Bei späten Änderungen berechnen wir 10 Euro.");
  await sheet.getByRole("button", { name: "Regeln speichern" }).click();
  await expect(page.getByText("Regeln gespeichert")).toBeVisible();
  await page.reload();
  const row = page.getByRole("listitem").filter({ hasText: service });
  await expect(row).toContainText("Verschieben bis 720 Stunden vorher · Absagen bis 720 Stunden vorher");
  await expect(row).toContainText("„Bei späten Änderungen berechnen wir 10 Euro.“");
});

test("what a rule forbids, the desk does with a reason, and the reason stands in the history", async ({
  page,
  signIn,
}) => {
  await signIn(slug, "owner");
  const name = `Bruno Ausnahme ${Date.now()}`;
  await page.goto(`/${slug}/appointments?date=${comingWednesday()}`);
  const sheet = page.getByRole("dialog");
  await pressUntil(page.getByRole("button", { name: "Termin buchen", exact: true }), sheet);
  await choose(sheet.getByLabel("Leistung"), service);
  await sheet.getByRole("radiogroup", { name: "Freie Zeiten" }).getByRole("radio").first().click();
  await sheet.getByLabel("Kunde").fill(name);
  await sheet.getByRole("button", { name: `„${name}“ neu anlegen` }).click();
  await sheet.getByRole("button", { name: "Termin buchen", exact: true }).click();
  await expect(sheet.getByRole("heading", { name })).toBeVisible();

  await sheet.getByRole("button", { name: "Termin verschieben" }).click();
  await sheet.getByRole("radiogroup", { name: "Freie Zeiten" }).getByRole("radio").last().click();
  await sheet.getByRole("button", { name: "Termin verschieben" }).click();
  await expect(sheet.getByRole("alert")).toContainText(
    "Verschieben ist nur bis 720 Stunden vorher vorgesehen.",
  );
  await expect(sheet.getByRole("alert")).toContainText("Bei späten Änderungen berechnen wir 10 Euro.");
  await sheet.getByLabel("Warum machen Sie eine Ausnahme?").fill("Kind ist krank");
  await sheet.getByRole("button", { name: "Trotzdem verschieben" }).click();
  await expect(sheet.getByText("Ausnahme: Kind ist krank")).toBeVisible();

  await sheet.getByRole("button", { name: "Termin absagen" }).click();
  await sheet.getByRole("button", { name: "Termin absagen" }).click();
  await expect(sheet.getByRole("alert")).toContainText("Absagen ist nur bis 720 Stunden vorher vorgesehen.");
  await sheet.getByRole("button", { name: "Kulanz" }).click();
  await sheet.getByRole("button", { name: "Trotzdem absagen" }).click();
  await expect(sheet.getByText("Ausnahme: Kulanz")).toBeVisible();
});

test("who may not change settings has no such page", async ({ page, signIn }) => {
  await signIn(slug, "viewer");
  await page.goto(`/${slug}`);
  await expect(page.getByRole("link", { name: "Einstellungen" })).toHaveCount(0);
  await page.goto(`/${slug}/settings/booking-rules`);
  await expect(page.getByRole("heading", { name: "Diese Seite gibt es nicht" })).toBeVisible();
});
