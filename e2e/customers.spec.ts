import { randomInt } from "node:crypto";
import type { Page } from "@playwright/test";
import { choose, expect, pressUntil, test } from "./fixtures/test";

const slug = "physio-am-park";
const sheet = (page: Page) => page.getByRole("dialog");

const openSheet = (page: Page, button: string) =>
  pressUntil(page.getByRole("button", { name: button }), sheet(page));

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
      "Bitte füllen Sie dieses Feld aus.",
    );
    await sheet(page).getByLabel("Name").fill(name);
    await sheet(page).getByRole("button", { name: "Kunden anlegen" }).click();
    await expect(sheet(page).getByLabel("Telefon")).toHaveAccessibleDescription(
      "Das ist keine Telefonnummer.",
    );
    await expectAccessible();
  });

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
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Weiter bearbeiten" }).click();
  await expect(sheet(page).getByLabel("Notizen")).toHaveValue(note);
  await sheet(page).getByRole("button", { name: "Speichern" }).click();
  await expect(sheet(page)).toBeHidden();
  await expect(page.getByText(note)).toBeVisible();
  await page.reload();
  await expect(page.getByText(note)).toBeVisible();
});

test("a customer's page books for that customer, who then knows the appointment", async ({
  page,
  signIn,
}) => {
  await signIn(slug, "staff");
  const name = `Berta Bucht ${randomInt(1_000_000)}`;
  await addCustomer(page, name);
  await page.getByRole("link", { name: "Termin buchen" }).click();
  await expect(sheet(page)).toContainText(`Für ${name}`);
  await choose(sheet(page).getByLabel("Leistung"), "Krankengymnastik");
  const free = sheet(page).getByRole("radiogroup", { name: "Freie Zeiten" }).getByRole("radio").first();
  const further = sheet(page).getByRole("button", { name: /^Nächste freie Zeit/ });
  await expect(free.or(further)).toBeVisible();
  if (await further.isVisible()) await further.click();
  await free.click();
  await expect(sheet(page).getByRole("button", { name: "Termin buchen", exact: true })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(sheet(page).getByRole("heading", { name })).toBeVisible();
  await sheet(page).getByRole("link", { name }).click();
  await expect(page.getByRole("region", { name: "Kommende Termine" })).toContainText("Krankengymnastik");
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

/** Through the form, as the front desk does. */
async function addCustomer(page: Page, name: string, birthdate = "") {
  await page.goto(`/${slug}/customers`);
  await openSheet(page, "Neuer Kunde");
  await sheet(page).getByLabel("Name").fill(name);
  await sheet(page)
    .getByLabel("Telefon")
    .fill(`0151 1${randomInt(1_000_000, 9_999_999)}`);
  await sheet(page).getByRole("textbox", { name: "Geburtsdatum" }).fill(birthdate);
  await sheet(page).getByRole("button", { name: "Kunden anlegen" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}

/** A surname nobody has, and as it is heard. */
function rareName() {
  const middle = Array.from({ length: 5 }, () => "bdgklmnprt"[randomInt(10)]).join("a");
  return { written: `Oster${middle}meier`, heard: `Oster${middle}mayr` };
}

test("a name as it is heard and a birthdate as it is said find somebody", async ({ page, signIn }) => {
  await signIn(slug, "staff");
  const { written, heard } = rareName();
  await addCustomer(page, `Anna ${written}`, "1980-03-17");
  const found = page.getByRole("table", { name: "Kunden" }).getByRole("link");
  await page.goto(`/${slug}/customers`);
  const search = page.getByRole("searchbox", { name: /Name, Telefon/ });
  for (const text of [heard, `${heard} 17.3.80`, `Anna ${heard}`]) {
    await search.fill(text);
    await expect(found.first()).toHaveText(`Anna ${written}`);
  }
});

test("two records of one person are offered, become one after a look, and two again", async ({
  page,
  signIn,
  expectAccessible,
}) => {
  await signIn(slug, "manager");
  const { written, heard } = rareName();
  await addCustomer(page, `Anna ${heard}`, "1980-03-17");
  await addCustomer(page, `Anna ${written}`, "1980-03-17");
  await pressUntil(page.getByRole("button", { name: `Mit Anna ${heard} zusammenführen` }), sheet(page));
  await expect(sheet(page)).toContainText("So sieht der Eintrag danach aus");
  await expectAccessible({ within: "[role=dialog]" });
  await sheet(page).getByRole("button", { name: "Zusammenführen", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Auch bekannt als" })).toBeVisible();

  await page.goto(`/${slug}/customers?search=${heard}`);
  await expect(page.getByRole("table", { name: "Kunden" }).getByRole("link")).toHaveText([`Anna ${written}`]);
  await page.getByRole("table", { name: "Kunden" }).getByRole("link").click();
  const undo = page.getByRole("button", { name: `Zusammenführung mit Anna ${heard} rückgängig machen` });
  await undo.click();
  await expect(undo).toHaveCount(0);
  await page.goto(`/${slug}/customers?search=${heard}`);
  await expect(page.getByRole("table", { name: "Kunden" }).getByRole("link")).toHaveCount(2);
});

test("a file from Excel is looked at, taken over, every refused line named, and exported again", async ({
  page,
  signIn,
  expectAccessible,
}) => {
  await signIn(slug, "owner");
  const { written } = rareName();
  const number = `0151 1${randomInt(1_000_000, 9_999_999)}`;
  const text = `Nachname;Vorname;Handy;Geb.-Datum\r\n${written};Jürgen;${number};17.3.80\r\nKlein;Bea;12;\r\n`;
  await page.goto(`/${slug}/customers/import`);
  await expect(async () => {
    await page
      .getByLabel(/CSV-Datei wählen|Andere Datei/)
      .setInputFiles({ name: "kunden.csv", mimeType: "text/csv", buffer: Buffer.from(text, "latin1") });
    await expect(page.getByText("1 Kunde wird angelegt")).toBeVisible({ timeout: 3_000 });
  }).toPass();
  await expect(page.getByText("Zeile 3: Das ist keine Telefonnummer.")).toBeVisible();
  const workbook = Buffer.from([0x50, 0x4b, 3, 4, 0x14, 0, 0, 0]);
  await page
    .getByLabel(/Andere Datei/)
    .setInputFiles({ name: "kunden.xlsx", mimeType: "application/zip", buffer: workbook });
  await expect(page.getByRole("alert").getByText(/^Das ist keine CSV-Datei\. Speichern Sie/)).toBeVisible();
  await expect(page.getByText("1 Kunde wird angelegt")).toBeVisible();
  await expectAccessible();

  // Whoever says what a column holds stays there, while the report follows.
  const phones = page.getByLabel("Inhalt der Spalte Handy");
  await phones.focus();
  await phones.selectOption("Nicht übernehmen");
  await expect(page.getByText("Zeile 3: Das ist keine Telefonnummer.")).toHaveCount(0);
  await expect(phones).toBeFocused();
  await phones.selectOption("Telefon");
  await expect(page.getByText("Zeile 3: Das ist keine Telefonnummer.")).toBeVisible();
  await expect(phones).toBeFocused();

  await page.getByRole("button", { name: "Einen Kunden übernehmen" }).click();
  await expect(page.getByText("1 Kunde angelegt")).toBeVisible();
  const refused = page.waitForEvent("download");
  await page.getByRole("button", { name: "Abgelehnte Zeilen herunterladen" }).click();
  expect((await refused).suggestedFilename()).toBe("kunden-abgelehnt.csv");

  await page.goto(`/${slug}/customers?search=${written}`);
  const menu = page.getByRole("link", { name: "Exportieren für Excel" });
  await pressUntil(page.getByRole("button", { name: "Importieren und exportieren" }), menu);
  const download = page.waitForEvent("download");
  await menu.click();
  const file = await (await download).createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of file) chunks.push(chunk);
  const lines = Buffer.concat(chunks).toString("utf8").split("\r\n");
  expect(lines[0]).toBe("\uFEFFName;Telefon;E-Mail;Geburtsdatum");
  expect(lines[1]).toMatch(new RegExp(`^Jürgen ${written};0151 1\\d+ ?\\d*;;17\\.03\\.1980$`));
});

test("a row that is clicked right after typing opens", async ({ page, signIn }) => {
  await signIn(slug, "staff");
  await page.goto(`/${slug}/customers`);
  const search = page.getByRole("searchbox", { name: /Name, Telefon/ });
  await search.fill("A");
  await expect(page).toHaveURL(/search=A$/);
  await search.press("n");
  await page.getByRole("table").getByRole("link").first().click();
  await expect(page).toHaveURL(/customers\/\d+$/);
});

test("whoever may only read takes no customers along", async ({ page, signIn }) => {
  await signIn("salon-lindner", "viewer");
  const answer = await page.request.get("/salon-lindner/customers/export");
  expect(answer.status()).toBe(404);
  const elsewhere = await page.request.get(`/${slug}/customers/export`);
  expect(elsewhere.status()).toBe(404);
});
