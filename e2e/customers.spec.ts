import { randomInt } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures/test";

const slug = "physio-am-park";
const sheet = (page: Page) => page.getByRole("dialog");

/** A page that has just arrived may not listen yet: presses until the sheet is open. */
async function openSheet(page: Page, button: string) {
  await expect(async () => {
    await page.getByRole("button", { name: button }).click({ timeout: 2_000 });
    await expect(sheet(page)).toBeVisible({ timeout: 2_000 });
  }).toPass();
}

test("a new customer is found by the number in another spelling, and nobody else may have it", async ({
  page,
  signIn,
  expectAccessible,
}) => {
  await signIn(slug, "staff");
  const digits = String(randomInt(1_000_000, 9_999_999));
  const name = `Erna Test ${digits}`;
  await page.goto(`/${slug}/customers`);
  await openSheet(page, "Neuer Kunde");

  await test.step("what is missing or wrong stands at its field", async () => {
    await sheet(page).getByLabel("Telefon").fill("12");
    await sheet(page).getByRole("button", { name: "Kunden anlegen" }).click();
    await expect(sheet(page).getByLabel("Name")).toHaveAccessibleDescription(
      "Bitte geben Sie einen Namen an.",
    );
    await expect(sheet(page).getByLabel("Telefon")).toHaveAccessibleDescription(
      "Das ist keine Telefonnummer.",
    );
    await expectAccessible();
  });

  await sheet(page).getByLabel("Name").fill(name);
  await sheet(page).getByLabel("Telefon").fill(`0151 / 1${digits}`);
  await sheet(page).getByRole("button", { name: "Kunden anlegen" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(page.getByText("Kein Termin geplant.")).toBeVisible();

  await page.goto(`/${slug}/customers?search=${encodeURIComponent(`+49 151 1${digits}`)}`);
  await expect(page.getByRole("table", { name: "Kunden" }).getByRole("link")).toHaveText([name]);

  await openSheet(page, "Neuer Kunde");
  await sheet(page).getByLabel("Name").fill("Jemand anders");
  await sheet(page).getByLabel("Telefon").fill(`+491511${digits}`);
  await sheet(page).getByRole("button", { name: "Kunden anlegen" }).click();
  await expect(sheet(page).getByLabel("Telefon")).toHaveAccessibleDescription(
    /gehört schon zu einem anderen/,
  );
});

test("what is changed on a customer's page stays changed", async ({ page, signIn }) => {
  await signIn(slug, "owner");
  await page.goto(`/${slug}/customers`);
  await page.getByRole("table", { name: "Kunden" }).getByRole("link").first().click();
  const note = `Parkt im Hof ${randomInt(1_000_000)}`;
  await openSheet(page, "Bearbeiten");
  await sheet(page).getByLabel("Notizen").fill(note);
  await sheet(page).getByRole("button", { name: "Speichern" }).click();
  await expect(sheet(page)).toBeHidden();
  await expect(page.getByText(note)).toBeVisible();
  await page.reload();
  await expect(page.getByText(note)).toBeVisible();
});

test("whoever may only read is offered nothing to write", async ({ page, signIn }) => {
  await signIn("salon-lindner", "viewer");
  await page.goto("/salon-lindner/customers");
  await expect(page.getByRole("table", { name: "Kunden" }).getByRole("link").first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Neuer Kunde" })).toHaveCount(0);
  await page.getByRole("table", { name: "Kunden" }).getByRole("link").first().click();
  await expect(page.getByRole("heading", { name: "Kommende Termine" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Bearbeiten" })).toHaveCount(0);
});
