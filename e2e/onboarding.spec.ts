import { randomInt, randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { account } from "./fixtures/demo";
import { choose, expect, pressUntil, test } from "./fixtures/test";

// Each walks through many pages.
test.describe.configure({ timeout: 150_000 });

/** Sign-up is limited per address, so every test comes from one of its own. */
test.beforeEach(({ context }) =>
  context.setExtraHTTPHeaders({
    "x-forwarded-for": `10.${[1, 2, 3].map(() => randomInt(255)).join(".")}`,
  }),
);

const newcomer = () => {
  const mark = randomUUID().slice(0, 8);
  return {
    businessName: `Physio ${mark}`,
    slug: `physio-${mark}`,
    email: `${mark}@neu.example`,
    password: "ein kurzer Satz",
  };
};
type Newcomer = ReturnType<typeof newcomer>;

async function fillSignUp(page: Page, { businessName, email, password }: Newcomer) {
  await page.goto("/sign-up");
  await page.getByLabel("Name des Betriebs").fill(businessName);
  await choose(page.getByLabel("Branche"), "Physiotherapie");
  await page.getByLabel("Ihr Name").fill("Ada Lovelace");
  await page.getByLabel("E-Mail").fill(email);
  await page.getByLabel("Passwort").fill(password);
}

async function signUp(page: Page, person: Newcomer) {
  await fillSignUp(page, person);
  await page.getByRole("button", { name: "Betrieb anlegen" }).click();
  await page.waitForURL(`/${person.slug}/onboarding`);
}

const heading = (page: Page, name: string) => page.getByRole("heading", { level: 2, name });
const goOn = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

async function takeOver(page: Page) {
  await expect(heading(page, "Was bieten Sie an?")).toBeVisible();
  await choose(page.getByLabel("Bundesland"), "Hessen");
  await goOn(page, "Übernehmen und weiter");
  await expect(heading(page, "Wann haben Sie geöffnet?")).toBeVisible();
}

test("from the sign-in page to the first call and its appointment, in far less than five minutes", async ({
  page,
}) => {
  const started = Date.now();
  const person = newcomer();
  await page.goto("/sign-in");
  await page.getByRole("link", { name: "Betrieb anlegen" }).click();
  await page.waitForURL("/sign-up");
  await signUp(page, person);

  await expect(page.getByLabel("Name von Leistung 1")).toHaveValue("Krankengymnastik");
  await page.getByLabel("Name von Leistung 1").fill("KG am Gerät");
  await page.getByLabel("Preis in Euro: KG am Gerät").fill("37,50");
  await takeOver(page);
  await goOn(page, "Speichern und weiter");

  await expect(heading(page, "Wer arbeitet bei Ihnen?")).toBeVisible();
  await page.getByLabel("Name", { exact: true }).fill("Grace Hopper");
  await goOn(page, "Weiter");

  await expect(heading(page, "Wo finden Ihre Kunden Sie?")).toBeVisible();
  await page.getByLabel("Straße, Hausnummer, Ort").fill("Am Markt 1, 60311 Frankfurt");
  await goOn(page, "Speichern und weiter");

  await expect(heading(page, "Unter welcher Nummer rufen Kunden an?")).toBeVisible();
  await goOn(page, "Nummer zuteilen");
  await expect(page.getByText(/^030 2312 5\d{3}$/)).toBeVisible();
  await goOn(page, "Weiter");

  await expect(heading(page, "Jetzt ruft jemand an")).toBeVisible();
  await goOn(page, "Testanruf starten");
  await expect(page.getByRole("log", { name: "Gespräch" })).toBeVisible();
  await expect(page.getByText("Der Termin steht im Kalender")).toBeVisible({ timeout: 90_000 });
  expect((Date.now() - started) / 1000).toBeLessThan(5 * 60);

  await page.getByRole("link", { name: "Zur Startseite" }).click();
  await page.waitForURL(`/${person.slug}`);
  await expect(page.getByRole("heading", { level: 1, name: "Heute" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Einrichten" })).toHaveCount(0);
  await page.goto(`/${person.slug}/appointments?view=list`);
  await expect(
    page
      .getByRole("main")
      .getByText(/Hopper|Lovelace/)
      .first(),
  ).toBeVisible();
});

test("a reload goes on where one was, with what was typed; what is left is on the start page until it is hidden", async ({
  page,
}) => {
  const person = newcomer();
  await signUp(page, person);
  await page.getByLabel("Name von Leistung 2").fill("Noch nicht gespeichert");
  await page.reload();
  await expect(page.getByLabel("Name von Leistung 2")).toHaveValue("Noch nicht gespeichert");
  await takeOver(page);
  const workdays = page.getByRole("group", { name: "Montag bis Freitag" });
  await workdays.getByLabel("von", { exact: true }).fill("645");
  await page.keyboard.press("Tab");
  await page.goBack();
  await expect(heading(page, "Was bieten Sie an?")).toBeVisible();
  await page.goForward();
  for (const day of ["Montag", "Freitag"])
    await expect(page.getByLabel(`${day}, von`).first()).toHaveValue("06:45");
  await goOn(page, "Später");
  await expect(heading(page, "Wer arbeitet bei Ihnen?")).toBeVisible();
  await page.goto(`/${person.slug}/onboarding`);
  await expect(heading(page, "Wer arbeitet bei Ihnen?")).toBeVisible();

  await page.goto(`/${person.slug}`);
  const card = page.getByRole("region", { name: "Einrichten" });
  await expect(card.getByText("Noch 5 Schritte", { exact: false })).toBeVisible();
  await expect(card.getByRole("link", { name: "Öffnungszeiten (offen)" })).toBeVisible();
  await pressUntil(card.getByRole("button", { name: "Ausblenden" }), page.getByText("Ausgeblendet."));
  await expect(card).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "Heute" })).toBeVisible();
  await expect(card).toHaveCount(0);
});

test("two clicks create once, and another tab sees it", async ({ page, context }) => {
  const person = newcomer();
  await fillSignUp(page, person);
  await page.getByRole("button", { name: "Betrieb anlegen" }).dblclick();
  await page.waitForURL(/\/onboarding$/);
  expect(new URL(page.url()).pathname).toBe(`/${person.slug}/onboarding`);

  const other = await context.newPage();
  await other.goto(`/${person.slug}/onboarding?step=trade`);
  await expect(other.getByLabel("Bundesland")).toBeVisible();
  await choose(page.getByLabel("Bundesland"), "Hessen");
  await page.getByRole("button", { name: "Übernehmen und weiter" }).dblclick();
  await expect(heading(page, "Wann haben Sie geöffnet?")).toBeVisible();
  await expect(other.getByText("5 Leistungen sind eingerichtet.")).toBeVisible();

  const rows = page.getByRole("main").getByRole("link");
  await page.goto(`/${person.slug}/team`);
  await expect(rows.filter({ hasText: "Ada Lovelace" })).toHaveCount(1);
  await page.goto(`/${person.slug}/team/branches`);
  await expect(rows.filter({ hasText: person.businessName })).toHaveCount(1);
});

test("what another tab saved meanwhile is told, shown at a press, and goes on from there", async ({
  page,
  context,
}) => {
  const person = newcomer();
  await signUp(page, person);
  await takeOver(page);
  const other = await context.newPage();
  await other.goto(`/${person.slug}/onboarding?step=hours`);
  const opens = (tab: Page) => tab.getByLabel("Montag, von").first();
  await opens(other).fill("07:00");
  await opens(page).fill("09:30");
  await goOn(page, "Speichern und weiter");
  await expect(heading(page, "Wer arbeitet bei Ihnen?")).toBeVisible();
  await goOn(other, "Speichern und weiter");
  await goOn(other, "Neuen Stand laden");
  await expect(opens(other)).toHaveValue("09:30");
  await goOn(other, "Speichern und weiter");
  await expect(heading(other, "Wer arbeitet bei Ihnen?")).toBeVisible();
});

test("a name that is taken gets an address of its own", async ({ page, context }) => {
  const person = newcomer();
  await signUp(page, person);
  await context.clearCookies();
  await fillSignUp(page, { ...person, email: `zwei.${person.email}` });
  await page.getByRole("button", { name: "Betrieb anlegen" }).click();
  await page.waitForURL(`/${person.slug}-2/onboarding`);
});

test("who has an account is told so after the right password only", async ({ page }) => {
  const { email, password } = account("salon-lindner", "owner");
  await fillSignUp(page, { ...newcomer(), email, password: "geraten und falsch" });
  await page.getByRole("button", { name: "Betrieb anlegen" }).click();
  await expect(page.getByRole("alert").getByText(/kein neues Konto/)).toBeVisible();
  await page.getByLabel("Passwort").fill(password);
  await page.getByRole("button", { name: "Betrieb anlegen" }).click();
  await expect(page.getByRole("alert").getByText(/haben Sie schon ein Konto/)).toBeVisible();
});

test("the steps can be taken with the keyboard alone, and are accessible", async ({
  page,
  expectAccessible,
}) => {
  const person = newcomer();
  await page.goto("/sign-up");
  await expectAccessible();
  await fillSignUp(page, person);
  await page.getByLabel("Passwort").press("Enter");
  await page.waitForURL(`/${person.slug}/onboarding`);
  const federalState = page.getByLabel("Bundesland");
  await expect(federalState).toBeVisible();
  await expectAccessible();
  await federalState.focus();
  await page.keyboard.type("Hes");
  await page.getByLabel("Name von Leistung 1").press("Enter");
  await expect(heading(page, "Wann haben Sie geöffnet?")).toBeVisible();
  await expectAccessible();
  await page.getByRole("button", { name: "Speichern und weiter" }).press("Enter");
  await expect(heading(page, "Wer arbeitet bei Ihnen?")).toBeVisible();
  await expectAccessible();
  await page.getByRole("button", { name: "Später", exact: true }).press("Enter");
  await expect(heading(page, "Wo finden Ihre Kunden Sie?")).toBeVisible();
  await expectAccessible();
  await page.getByRole("button", { name: "Später", exact: true }).press("Enter");
  await expect(page.getByRole("button", { name: "Nummer zuteilen" })).toBeVisible();
  await expectAccessible();
});
