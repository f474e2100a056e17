import { randomInt } from "node:crypto";
import type { Locator, Page } from "@playwright/test";
import { signUpBusiness } from "./fixtures/newcomer";
import { choose, expect, pressUntil, test } from "./fixtures/test";

const slug = "salon-lindner";
const sheet = (page: Page) => page.getByRole("dialog");
const day = (plus: number) => new Date(Date.now() + plus * 86_400_000).toISOString().slice(0, 10);

/** The first day from `plus` days on that is a Wednesday: the salon is open, and no week's end is near. */
function wednesday(plus: number) {
  for (let days = plus; ; days++) if (new Date(day(days)).getUTCDay() === 3) return day(days);
}

const openSheet = (page: Page, button: string | RegExp) =>
  pressUntil(page.getByRole("button", { name: button }).first(), sheet(page));

/** Adds somebody through the form and ends on their page. */
async function addPerson(page: Page, name: string, services: string[]) {
  await page.goto(`/${slug}/team`);
  await openSheet(page, "Person hinzufügen");
  await sheet(page).getByLabel("Name").fill(name);
  for (const service of services) await sheet(page).getByLabel(service, { exact: true }).check();
  await sheet(page).getByRole("button", { name: "Person hinzufügen" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}

/** What a booking with this person at the front desk offers on a day. */
async function freeTimes(page: Page, name: string, date: string) {
  await page.goto(`/${slug}/appointments?new=true&date=${date}`);
  await choose(sheet(page).getByLabel("Leistung"), "Herrenhaarschnitt");
  await choose(sheet(page).getByLabel("Bei", { exact: true }), name);
}

test("somebody new in the team, with hours and time off: the free times follow", async ({
  page,
  signIn,
  expectAccessible,
}) => {
  await signIn(slug, "owner");
  const name = `Nora Neu ${randomInt(1_000_000)}`;
  const date = wednesday(8);

  await test.step("what is missing or wrong stands at its field, and a look away loses nothing", async () => {
    await page.goto(`/${slug}/team`);
    await openSheet(page, "Person hinzufügen");
    await sheet(page).getByLabel("E-Mail").fill("nora");
    await sheet(page).getByRole("button", { name: "Person hinzufügen" }).click();
    await expect(sheet(page).getByLabel("Name")).toHaveAccessibleDescription(/füllen Sie/);
    await expect(sheet(page).getByLabel("E-Mail")).toHaveAccessibleDescription(/keine E-Mail-Adresse/);
    await expectAccessible();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Weiter bearbeiten" }).click();
    await expect(sheet(page).getByLabel("E-Mail")).toHaveValue("nora");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Verwerfen" }).click();
    await expect(sheet(page)).toBeHidden();
  });

  await addPerson(page, name, ["Herrenhaarschnitt"]);

  await test.step("hours: one day filled in, taken over to the others; an overlap is named", async () => {
    await openSheet(page, "Arbeitszeiten eintragen");
    const remove = sheet(page).getByRole("button", { name: /bis .* entfernen$/ });
    for (let left = await remove.count(); left > 0; left--) await remove.first().click();
    await sheet(page).getByRole("button", { name: "Zeit am Montag hinzufügen" }).click();
    await sheet(page).getByLabel("Montag, von").fill("10");
    await sheet(page).getByLabel("Montag, bis").fill("1230");
    await sheet(page).getByRole("button", { name: "Zeit am Montag hinzufügen" }).click();
    await sheet(page).getByLabel("Montag, von").nth(1).fill("12");
    await sheet(page).getByLabel("Montag, bis").nth(1).fill("13:30");
    await sheet(page).getByRole("button", { name: "Speichern" }).click();
    await expect(sheet(page).getByLabel("Montag, von").nth(1)).toHaveAccessibleDescription(
      /überschneidet sich/,
    );
    await expectAccessible();
    await sheet(page).getByLabel("Montag, von").nth(1).fill("13");
    await sheet(page)
      .getByRole("button", { name: /^Übertragen: Montag/ })
      .click();
    await page.getByRole("menuitem", { name: "Auf Montag bis Freitag übertragen" }).click();
    await sheet(page).getByRole("button", { name: "Speichern" }).click();
    await expect(sheet(page)).toBeHidden();
    await expect(page.getByText("10:00–12:30")).toBeVisible();
    // The button that opened the sheet is gone: the keyboard goes on in the page, not before its navigation.
    await expect(page.getByRole("main")).toBeFocused();
  });

  // The week of free times begins with the day that was asked for.
  const dayButton = sheet(page).getByRole("radiogroup", { name: "Tag wählen" }).getByRole("radio").first();
  await test.step("the free times of a day are those of the hours", async () => {
    await freeTimes(page, name, date);
    await expect(dayButton).toHaveAccessibleName(/\d+ freie Zeiten$/);
    const times = sheet(page).getByRole("radio", { name: /^\d\d:\d\d$/ });
    await expect(times.first()).toHaveText("10:00");
    await expect(times.last()).toHaveText("13:00");
  });

  await test.step("time off takes the day out of them", async () => {
    await page.goto(`/${slug}/team`);
    await page.getByRole("table").getByRole("link", { name }).click();
    await openSheet(page, "Abwesenheit eintragen");
    await sheet(page).getByRole("textbox", { name: "Erster Tag" }).fill(date);
    await sheet(page).getByRole("textbox", { name: "Letzter Tag" }).fill(date);
    await sheet(page).getByLabel("Grund").fill("Fortbildung");
    await sheet(page).getByLabel("Grund").press("Enter");
    await expect(sheet(page)).toBeHidden();
    await expect(page.getByText("Fortbildung")).toBeVisible();
    await freeTimes(page, name, date);
    await expect(dayButton).toHaveAccessibleName(/nichts frei$/);
    await expect(sheet(page).getByRole("status")).toContainText(`${name} ist abwesend`);
    const nextDay = sheet(page).getByRole("radiogroup", { name: "Tag wählen" }).getByRole("radio").nth(1);
    await expect(nextDay).toHaveAccessibleName(/\d+ freie Zeiten$/);
  });
});

test("what lies in a time off is named before it is saved and stays in sight afterwards", async ({
  page,
  signIn,
}) => {
  await signIn("physio-am-park", "owner");
  await page.goto("/physio-am-park/team");
  await page.getByRole("table").getByRole("link", { name: "Jana Brandt" }).click();
  await openSheet(page, "Abwesenheit eintragen");
  await sheet(page).getByRole("textbox", { name: "Erster Tag" }).fill(day(1));
  await sheet(page).getByRole("textbox", { name: "Letzter Tag" }).fill(day(4));
  const warning = /In dieser Zeit (liegt noch ein|liegen noch \d+) Termin/;
  await expect(sheet(page).getByText(warning)).toBeVisible();
  await sheet(page).getByRole("button", { name: "Abwesenheit eintragen" }).click();
  await expect(sheet(page)).toBeHidden();
  await expect(page.getByText(warning)).toBeVisible();
  await page
    .getByRole("link", { name: /^\S+ \d+\. \S+, \d\d:\d\d/ })
    .first()
    .click();
  await expect(sheet(page).getByRole("button", { name: "Verschieben" })).toBeVisible();
  await page.goBack();
  await page.getByRole("button", { name: /^Abwesenheit .* entfernen$/ }).click();
  await expect(page.getByText("Keine Abwesenheit geplant.")).toBeVisible();
  await page.getByRole("button", { name: "Rückgängig" }).click();
  await expect(page.getByText(warning)).toBeVisible();
  await page.getByRole("button", { name: /^Abwesenheit .* entfernen$/ }).click();
  await expect(page.getByText("Keine Abwesenheit geplant.")).toBeVisible();
});

test("of two who change the same hours the second loses nothing and can begin again", async ({
  page,
  signIn,
  openBrowser,
}) => {
  await signIn(slug, "owner");
  const name = `Zwei ${randomInt(1_000_000)}`;
  await addPerson(page, name, []);
  const other = await openBrowser({ tenant: slug, role: "owner" });
  await other.goto(page.url());
  for (const one of [page, other]) {
    await openSheet(one, "Angaben zur Person ändern");
    await expect(sheet(one).getByLabel("Name")).toHaveValue(name);
  }
  await sheet(page).getByLabel("Name").fill(`${name} A`);
  await sheet(page).getByRole("button", { name: "Speichern" }).click();
  await expect(page.getByRole("heading", { level: 1, name: `${name} A` })).toBeVisible();
  await sheet(other).getByLabel("Name").fill(`${name} B`);
  await sheet(other).getByRole("button", { name: "Speichern" }).click();
  await expect(sheet(other).getByRole("alert")).toContainText("inzwischen geändert");
  await expect(sheet(other).getByLabel("Name")).toHaveValue(`${name} B`);
  await sheet(other).getByRole("button", { name: "Neuen Stand laden" }).click();
  await expect(sheet(other).getByLabel("Name")).toHaveValue(`${name} A`);
});

/** A picture that cannot be packed small, as a camera makes them; in base64. */
function drawNoise(): string {
  const canvas = document.createElement("canvas");
  canvas.width = 1_200;
  canvas.height = 1_200;
  const context = canvas.getContext("2d");
  const image = context?.createImageData(canvas.width, canvas.height);
  if (!context || !image) throw new Error("no canvas");
  for (let i = 0; i < image.data.length; i++) image.data[i] = i % 4 === 3 ? 255 : Math.random() * 256;
  context.putImageData(image, 0, 0);
  return canvas.toDataURL("image/png").split(",")[1] ?? "";
}

test("a photo is uploaded, small or straight from the camera, and removed; a page in disguise is refused", async ({
  page,
  signIn,
}) => {
  await signIn(slug, "owner");
  await addPerson(page, `Foto ${randomInt(1_000_000)}`, []);
  const choose = page.getByLabel("Foto auswählen");
  await choose.setInputFiles({ name: "photo.png", mimeType: "image/png", buffer: Buffer.from("<html>") });
  await expect(page.getByText("Das ist kein JPEG- oder PNG-Bild.")).toBeVisible();
  const picture = await page.getByRole("main").screenshot();
  await choose.setInputFiles({ name: "photo.png", mimeType: "image/png", buffer: picture });
  const photo = page.getByRole("main").locator("img");
  await expect(photo).toHaveJSProperty("complete", true);
  await expect(photo).toHaveJSProperty("naturalWidth", 512);
  const small = await photo.getAttribute("src");

  const large = Buffer.from(await page.evaluate(drawNoise), "base64");
  expect(large.byteLength, "control: more than the server takes").toBeGreaterThan(2 * 1024 * 1024);
  await choose.setInputFiles({ name: "IMG_0001.png", mimeType: "image/png", buffer: large });
  await expect(photo).not.toHaveAttribute("src", small ?? "");
  await expect(photo).toHaveJSProperty("naturalWidth", 512);

  await page.getByRole("button", { name: "Entfernen", exact: true }).click();
  await expect(photo).toHaveCount(0);
});

test("a service with processing time, without a mouse", async ({ page, signIn }) => {
  await signIn(slug, "owner");
  await page.goto(`/${slug}/team/services`);
  await expect(page.getByRole("table", { name: "Leistungen" })).toBeVisible();
  const name = `Strähnen ${randomInt(1_000_000)}`;
  await expect(async () => {
    if (!(await sheet(page).isVisible())) {
      await page.getByRole("button", { name: "Leistung hinzufügen" }).focus({ timeout: 2_000 });
      await page.keyboard.press("Enter");
    }
    await expect(sheet(page)).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await expect(sheet(page).getByLabel("Name")).toBeFocused();
  await page.keyboard.type(name);
  await page.keyboard.press("Tab");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("90");
  await page.keyboard.press("Tab");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("79,5");
  for (let tab = 0; tab < 3; tab++) await page.keyboard.press("Tab");
  await expect(sheet(page).getByRole("button", { name: "Einwirkzeit hinzufügen" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(
    sheet(page).getByText("30 Min. Behandlung, 30 Min. Einwirkzeit, 30 Min. Behandlung"),
  ).toBeVisible();
  await sheet(page).getByLabel("Name").press("Enter");
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(page.getByText("79,50 €")).toBeVisible();
  await expect(page.getByText("30 Min. Einwirkzeit")).toBeVisible();
});

test("a new branch knows its holidays; its closing days are entered, removed and brought back", async ({
  page,
  expectAccessible,
}) => {
  const own = await signUpBusiness(page, "de");
  await page.goto(`/${own}/team/branches`);
  await openSheet(page, "Filiale hinzufügen");
  await sheet(page).getByLabel("Name").fill("Weststadt");
  await choose(sheet(page).getByLabel("Bundesland"), "Hessen");
  await sheet(page).getByRole("button", { name: "Filiale hinzufügen" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Weststadt" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Feiertage in Hessen" })).toContainText("Neujahr");

  const closures = page.getByRole("region", { name: "Schließtage" });
  await pressUntil(closures.getByRole("button", { name: "Schließtage eintragen" }), sheet(page));
  await sheet(page).getByRole("textbox", { name: "Erster Tag" }).fill(day(200));
  await sheet(page).getByRole("textbox", { name: "Letzter Tag" }).fill(day(203));
  await sheet(page).getByLabel("Grund").fill("Betriebsferien");
  await sheet(page).getByRole("button", { name: "Schließtage eintragen" }).click();
  const entry = closures.getByRole("listitem").filter({ hasText: "Betriebsferien" });
  await expect(entry).toBeVisible();
  await expectAccessible();
  await entry.getByRole("button", { name: /entfernen$/ }).click();
  await expect(closures).toContainText("Keine Schließtage geplant.");
  await page.getByRole("button", { name: "Rückgängig" }).click();
  await expect(entry).toBeVisible();
});

test("a branch has other hours on one day, a public holiday too: entered, shown, removed and brought back", async ({
  page,
  expectAccessible,
}) => {
  const own = await signUpBusiness(page, "de");
  await page.goto(`/${own}/team/branches`);
  await openSheet(page, "Filiale hinzufügen");
  await sheet(page).getByLabel("Name").fill("Oststadt");
  await choose(sheet(page).getByLabel("Bundesland"), "Hessen");
  await sheet(page).getByRole("button", { name: "Filiale hinzufügen" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Oststadt" })).toBeVisible();
  const special = page.getByRole("region", { name: "Einzelne Tage mit anderen Zeiten" });
  await pressUntil(special.getByRole("button", { name: "Tag eintragen" }), sheet(page));
  const newYear = `${new Date().getUTCFullYear() + 1}-01-01`;
  await sheet(page).getByRole("textbox", { name: "Tag", exact: true }).fill(newYear);
  await sheet(page).getByRole("textbox", { name: "Geöffnet, von" }).fill("11");
  await sheet(page).getByRole("textbox", { name: "Geöffnet, bis" }).fill("15:30");
  await expect(sheet(page).getByText("Neujahr: an diesem Feiertag ist trotzdem geöffnet.")).toBeVisible();
  await expectAccessible();
  await sheet(page).getByRole("button", { name: "Speichern" }).click();
  await expect(sheet(page)).toBeHidden();
  const entry = special.getByRole("listitem").filter({ hasText: "11:00–15:30" });
  await expect(entry).toBeVisible();

  await page.reload();
  await pressUntil(
    entry.getByRole("button", { name: /entfernen$/ }),
    page.getByText("Keine Ausnahmen geplant."),
  );
  await page.getByRole("button", { name: "Rückgängig" }).click();
  await expect(entry).toBeVisible();
});

test("hours that leave appointments out name them before they are saved", async ({ page, signIn }) => {
  await signIn("physio-am-park", "owner");
  await page.goto("/physio-am-park/team/branches");
  await page.getByRole("table").getByRole("link").first().click();
  await openSheet(page, "Öffnungszeiten ändern");
  await sheet(page).getByRole("textbox", { name: "Montag, von" }).fill("05:00");
  await sheet(page).getByRole("textbox", { name: "Montag, bis" }).fill("05:30");
  await sheet(page).getByRole("button", { name: "Übertragen: Montag auf andere Tage" }).click();
  await page.getByRole("menuitem", { name: "Auf alle Tage übertragen" }).click();
  await expect(sheet(page).getByText(/Termine liegen außerhalb dieser Zeiten/)).toBeVisible();
});

test("a time is typed over what stands there, nonsense is said at once, and so are hours behind closed doors", async ({
  page,
  signIn,
  expectAccessible,
}) => {
  await signIn(slug, "owner");
  await addPerson(page, `Tom Tippt ${randomInt(1_000_000)}`, ["Herrenhaarschnitt"]);
  await openSheet(page, "Arbeitszeiten eintragen");
  const [from, to] = ["von", "bis"].map((end) =>
    sheet(page).getByRole("textbox", { name: `Mittwoch, ${end}` }),
  ) as [Locator, Locator];
  await from.click();
  await page.keyboard.type("7 Uhr 30");
  await to.click();
  await expect(from).toHaveValue("07:30");
  await expect(from).toHaveAccessibleDescription(/^Geöffnet ist 09:00–18:00/);
  await page.keyboard.type("78:30");
  await from.click();
  await expect(to).toHaveAccessibleDescription(/Uhrzeit/);
  await expect(sheet(page).getByRole("button", { name: /^Übertragen: Mittwoch/ })).toBeDisabled();
  await expectAccessible();
  await to.fill("1230");
  await from.click();
  await page.keyboard.type("9");
  await to.click();
  await expect(from).toHaveAccessibleDescription("");

  // The salon is closed on Mondays.
  await sheet(page).getByRole("button", { name: "Zeit am Montag hinzufügen" }).click();
  const monday = sheet(page).getByRole("textbox", { name: "Montag, von" });
  await expect(monday).toHaveAccessibleDescription(/geschlossen/);
  await sheet(page).getByRole("button", { name: "Speichern" }).click();
  await expect(sheet(page)).toBeHidden();
});

test("a person's single day with other hours is told what the branch does then, and comes back by undo", async ({
  page,
  signIn,
}) => {
  await signIn(slug, "owner");
  await addPerson(page, `Anna Anders ${randomInt(1_000_000)}`, ["Herrenhaarschnitt"]);
  const special = page.getByRole("region", { name: "Einzelne Tage mit anderen Zeiten" });
  await pressUntil(special.getByRole("button", { name: "Tag eintragen" }), sheet(page));
  await sheet(page).getByRole("textbox", { name: "Tag", exact: true }).fill(wednesday(10));
  const from = sheet(page).getByRole("textbox", { name: "Arbeitszeit, von" });
  await from.fill("7");
  await sheet(page).getByRole("textbox", { name: "Arbeitszeit, bis" }).fill("11");
  await from.focus();
  await expect(from).toHaveAccessibleDescription(/^Geöffnet ist 09:00–18:00/);
  await sheet(page).getByRole("button", { name: "Speichern" }).click();
  await expect(sheet(page)).toBeHidden();
  const entry = special.getByRole("listitem").filter({ hasText: "07:00–11:00" });
  await entry.getByRole("button", { name: /entfernen$/ }).click();
  await expect(special.getByText("Keine Ausnahmen geplant.")).toBeVisible();
  await page.getByRole("button", { name: "Rückgängig" }).click();
  await expect(entry).toBeVisible();
});

test("whoever may only read is offered nothing to write", async ({ page, signIn }) => {
  await signIn(slug, "viewer");
  await page.goto(`/${slug}/team`);
  await page.getByRole("table").getByRole("link").first().click();
  await expect(page.getByRole("heading", { name: "Arbeitszeiten" })).toBeVisible();
  await expect(page.getByRole("main").getByRole("button")).toHaveCount(0);
});

test("holidays are named in the language of the page", async ({ page, signIn }) => {
  await signIn("physio-am-park", "owner", "en");
  await page.goto("/physio-am-park/team/branches");
  await page.getByRole("table").getByRole("link").first().click();
  await expect(page.getByRole("region", { name: /^Public holidays in / })).toContainText("Good Friday");
  await page.goto(`/physio-am-park/appointments?view=month&date=${day(0).slice(0, 4)}-12-01`);
  await expect(page.getByRole("button", { name: /25 December.*Christmas Day/ })).toBeVisible();
});
