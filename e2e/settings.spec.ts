import { Secret, TOTP } from "otpauth";
import { demo } from "./fixtures/demo";
import { signUpBusiness } from "./fixtures/newcomer";
import { expect, pressUntil, signInThroughForm, test } from "./fixtures/test";

const slug = "beratung-hansen";
const password = "ein ganzer Satz als Passwort";

/** The app's code of now, or of so many half minutes later: each counts once. */
const codeOf = (secret: string, later = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + later * 30_000 });

test("an invited person comes in by a link that works once, sets up a second factor, and is locked out at once", async ({
  page,
  signIn,
  openBrowser,
  expectAccessible,
}) => {
  const name = `Nele Neu ${Date.now()}`;
  const email = `neu-${Date.now()}@beratung-hansen.example`;
  await signIn(slug, "owner");
  await page.goto(`/${slug}/settings/members`);
  const sheet = page.getByRole("dialog");
  await pressUntil(page.getByRole("button", { name: "Person einladen" }), sheet);
  await sheet.getByLabel("E-Mail").fill(email);
  await sheet.getByRole("button", { name: "Einladung erstellen" }).click();
  const link = await sheet.getByLabel("Link").inputValue();
  await sheet.getByRole("button", { name: "Fertig" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: email })).toContainText("gilt bis");
  await expectAccessible();

  const other = await openBrowser();
  await other.goto(link);
  await expect(other.getByRole("heading", { level: 1 })).toContainText("lädt Sie ein");
  await other.getByLabel("Passwort").fill("kurz");
  await other.getByRole("button", { name: "Konto anlegen" }).click();
  await expect(other.getByText("Bitte mindestens 10 Zeichen.")).toBeVisible();
  await other.getByLabel("Ihr Name").fill(name);
  await other.getByLabel("Passwort").fill(password);
  await other.getByRole("button", { name: "Konto anlegen" }).click();
  await expect(other).toHaveURL(`/${slug}`);

  await other.goto(`/${slug}/settings/profile`);
  const setUp = other.getByRole("dialog");
  await pressUntil(other.getByRole("button", { name: "Einrichten" }), setUp);
  await setUp.getByLabel("Ihr Passwort").fill(password);
  await setUp.getByRole("button", { name: "Weiter" }).click();
  await expect(setUp.getByRole("img", { name: "QR-Code für die Authenticator-App" })).toBeVisible();
  const secret = await setUp.getByLabel("Oder geben Sie dort diesen Schlüssel ein").inputValue();
  await setUp.getByLabel("Code aus der App").fill(codeOf(secret));
  const news = other.waitForResponse(/account\.sessions/);
  await setUp.getByRole("button", { name: "Zwei-Faktor-Anmeldung einschalten" }).click();
  await expect(setUp.getByRole("listitem")).toHaveCount(10);
  // What the page learns of the change meanwhile does not take away what is shown only once.
  await news;
  await expect(setUp.getByRole("listitem")).toHaveCount(10);
  const recoveryCode = (await setUp.getByRole("listitem").first().textContent()) ?? "";
  await setUp.getByRole("button", { name: "Ich habe sie aufbewahrt" }).click();
  await expect(other.getByText("Noch 10 Notfallcodes")).toBeVisible();

  const third = await openBrowser();
  await third.goto(link);
  await expect(third.getByText("Dieser Link gilt nicht mehr.")).toBeVisible();
  await third.goto("/sign-in");
  await third.getByLabel("E-Mail").fill(email);
  await third.getByLabel("Passwort", { exact: true }).fill(password);
  await third.getByRole("button", { name: "Anmelden", exact: true }).click();
  await third.getByLabel("Code").fill("000000");
  await third.keyboard.press("Enter");
  await expect(third.getByText("Dieser Code stimmt nicht oder wurde schon benutzt.")).toBeVisible();
  await third.getByLabel("Code").fill(recoveryCode);
  await third.keyboard.press("Enter");
  await expect(third).toHaveURL(`/${slug}`);

  await page.reload();
  const actions = page.getByRole("button", { name: `Aktionen: ${name}` });
  await pressUntil(actions, page.getByRole("menu"));
  await page.getByRole("menuitemradio", { name: "Nur lesen" }).click();
  await expect(page.getByText(`${name} hat jetzt die Rolle Nur lesen`)).toBeVisible();
  // The menu that just closed fades out; its items are not the next one's.
  await expect(page.getByRole("menu")).toHaveCount(0);
  const lock = page.getByRole("menuitem", { name: "Sperren" });
  await pressUntil(actions, lock);
  await lock.click();
  await page.getByRole("dialog").getByRole("button", { name: "Sperren" }).click();
  await expect(page.getByText(`${name} ist gesperrt`)).toBeVisible();
  await other.goto(`/${slug}`);
  await expect(other).toHaveURL(/\/sign-in/);
});

test("another device is signed out from here, and a new password signs out every other", async ({
  page,
  openBrowser,
}) => {
  const own = await signUpBusiness(page, "de");
  await page.goto(`/${own}/settings/profile`);
  const email = (await page.getByText(/@neu\.example$/).textContent()) ?? "";
  const first = "ein kurzer Satz";

  const other = await openBrowser();
  await signInThroughForm(other, email, first);
  await page.reload();
  const devices = page.getByRole("region", { name: "Angemeldete Geräte" });
  await expect(devices.getByRole("listitem")).toHaveCount(2);
  await expect(devices.getByRole("listitem").filter({ hasText: "Dieses Gerät" })).toHaveCount(1);
  const signedOut = page.getByText("Abgemeldet", { exact: true });
  await pressUntil(devices.getByRole("listitem").getByRole("button", { name: /abmelden$/ }), signedOut);
  await expect(devices.getByRole("listitem")).toHaveCount(1);
  await other.goto(`/${own}`);
  await expect(other).toHaveURL(/\/sign-in/);

  await signInThroughForm(other, email, first);
  const sheet = page.getByRole("dialog");
  await pressUntil(page.getByRole("button", { name: "Passwort ändern" }), sheet);
  await sheet.getByLabel("Bisheriges Passwort").fill("nicht meines");
  await sheet.getByLabel("Neues Passwort").fill(password);
  await sheet.getByRole("button", { name: "Passwort ändern" }).click();
  await expect(sheet.getByText("Das Passwort stimmt nicht.")).toBeVisible();
  await sheet.getByLabel("Bisheriges Passwort").fill(first);
  await sheet.getByRole("button", { name: "Passwort ändern" }).click();
  await expect(page.getByText("Passwort geändert")).toBeVisible();
  await other.goto(`/${own}`);
  await expect(other).toHaveURL(/\/sign-in/);
  await signInThroughForm(other, email, password);
  await page.reload();
  await expect(page.getByRole("heading", { name: "Angemeldete Geräte" })).toBeVisible();
});

test("the only owner stays the owner", async ({ page, signIn }) => {
  await signIn(slug, "owner");
  await page.goto(`/${slug}/settings/members`);
  await pressUntil(page.getByRole("button", { name: "Aktionen: Clara Winter" }), page.getByRole("menu"));
  await page.getByRole("menuitemradio", { name: "Leitung" }).click();
  await expect(page.getByText("Der Betrieb braucht mindestens einen Inhaber.")).toBeVisible();
});

test("an API key is shown once, opens what it may, and nothing after it was revoked", async ({
  page,
  request,
  signIn,
  expectAccessible,
}) => {
  const name = `Website ${Date.now()}`;
  await signIn(slug, "owner");
  await page.goto(`/${slug}/settings/api-keys`);
  const sheet = page.getByRole("dialog");
  await pressUntil(page.getByRole("button", { name: "Schlüssel erstellen" }).first(), sheet);
  await sheet.getByLabel("Name").fill(name);
  await sheet.getByLabel("Anrufe lesen").check();
  await sheet.getByRole("button", { name: "Schlüssel erstellen" }).click();
  const key = await sheet.getByLabel("Schlüssel", { exact: true }).inputValue();
  await sheet.getByRole("button", { name: "Fertig" }).click();
  const status = async (path: string) =>
    (await request.get(`${demo.url}/api/${path}`, { headers: { "x-api-key": key } })).status();
  expect([await status("calls"), await status("customers")]).toEqual([200, 403]);
  await page.reload();
  await expect(page.getByText(key)).toHaveCount(0);
  await expectAccessible();
  await pressUntil(page.getByRole("button", { name: `Schlüssel ${name} sperren` }), sheet);
  await sheet.getByRole("button", { name: "Sperren" }).click();
  await expect(page.getByText("Schlüssel gesperrt")).toBeVisible();
  expect(await status("calls")).toBe(401);
});

test("the business's details are checked, saved and still there", async ({
  page,
  signIn,
  expectAccessible,
}) => {
  await signIn(slug, "owner");
  await page.goto(`/${slug}/settings`);
  await expect(page).toHaveURL(`/${slug}/settings/business`);
  const sheet = page.getByRole("dialog");
  await pressUntil(page.getByRole("button", { name: "Angaben zum Betrieb ändern" }), sheet);
  await sheet.getByLabel("Anfangszeiten alle … Minuten").fill("7");
  await sheet.getByRole("button", { name: "Speichern" }).click();
  await expect(sheet.getByText("Bitte in Schritten von fünf Minuten.")).toBeVisible();
  await sheet.getByLabel("Anfangszeiten alle … Minuten").fill("20");
  await sheet.getByRole("button", { name: "Speichern" }).click();
  await page.reload();
  await expect(page.getByText("alle 20 Minuten")).toBeVisible();
  await expectAccessible();
});

test("who may not change settings has the own profile, and nothing else here", async ({
  page,
  signIn,
  expectAccessible,
}) => {
  await signIn("salon-lindner", "viewer");
  await page.goto("/salon-lindner/settings/profile");
  await expect(page.getByRole("heading", { name: "Angemeldete Geräte" })).toBeVisible();
  const pages = page.getByRole("navigation", { name: "Einstellungen" }).getByRole("link");
  await expect(pages).toHaveText(["Mein Profil"]);
  await expectAccessible();
  for (const path of ["members", "api-keys", "business"]) {
    await page.goto(`/salon-lindner/settings/${path}`);
    await expect(page.getByRole("heading", { name: "Diese Seite gibt es nicht" })).toBeVisible();
  }
});

test("an entry of the log says what was there before, leads to its thing, and stands so in the file", async ({
  page,
  expectAccessible,
}) => {
  const own = await signUpBusiness(page, "de");
  await page.goto(`/${own}/settings/business`);
  const sheet = page.getByRole("dialog");
  const ahead = sheet.getByLabel("Buchbar im Voraus (Tage)");
  await pressUntil(page.getByRole("main").getByRole("button", { name: "Angaben zum Betrieb ändern" }), ahead);
  const before = await ahead.inputValue();
  await ahead.fill("77");
  await sheet.getByRole("button", { name: "Speichern" }).click();
  await expect(sheet).toBeHidden();

  await page.goto(`/${own}/settings/audit-trail`);
  const said = `Buchbar im Voraus: ${before} Tage → 77 Tage`;
  const row = page.getByRole("table", { name: "Protokoll" }).getByRole("row").filter({ hasText: said });
  await expect(row).toContainText("Ada Lovelace");
  await row.getByRole("link").click();
  await expect(sheet.locator("del")).toHaveText(`${before} Tage`);
  await expect(sheet.locator("ins")).toHaveText("77 Tage");
  await expect(sheet).toContainText("Im Browser");
  await expectAccessible({ within: "[role=dialog]" });
  await sheet.getByRole("link", { name: "Öffnen" }).click();
  await expect(page).toHaveURL(new RegExp(`/${own}/settings/business$`));

  const file = await page.request.get(`/${own}/settings/audit-trail/export`);
  expect(await file.text()).toContain(said);

  await page.goto(`/${own}/settings/audit-trail`);
  const yesterday = page.getByRole("button", { name: "Gestern", exact: true });
  await pressUntil(yesterday, page.getByText("Nichts passt dazu."));
});
