import { expect, pressUntil, test } from "./fixtures/test";

const slug = "physio-am-park";

test("a line at the counter is understood while it is typed and opens the new appointment with it", async ({
  page,
  signIn,
  expectAccessible,
}) => {
  await signIn(slug, "staff");
  await page.goto(`/${slug}/appointments`);
  const line = page.getByLabel("Termin in einer Zeile");
  await expect(async () => {
    await line.fill("nächste Woche Dienstag 10 Uhr Krankengym");
    await expect(page.getByText(/^Dienstag, .*10:00 · Krankengymnastik/)).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await expectAccessible({ within: "form" });
  await line.press("Enter");
  const sheet = page.getByRole("dialog");
  await expect(sheet).toBeVisible();
  // Whether ten o'clock is free that day is the demo's business: it leads to the customer, or to the free times.
  const chosenTime = sheet.getByText(/Krankengymnastik · /);
  const chosenService = sheet
    .getByRole("combobox", { name: "Leistung" })
    .locator("option:checked", { hasText: "Krankengymnastik" });
  await expect(chosenTime.or(chosenService)).toHaveCount(1);
  await expect(page).toHaveURL(/at=10(?::|%3A)00/);
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
  await expect(page).not.toHaveURL(/service=|at=/);
});

test("the palette opens by its keys, understands a time, finds people and pages, and stays away where one types", async ({
  page,
  signIn,
  expectAccessible,
}) => {
  await signIn(slug, "staff");
  await page.goto(`/${slug}/customers`);
  const palette = page.getByRole("dialog", { name: "Suchen und springen" });
  await pressUntil(page.getByRole("button", { name: "Suchen" }).first(), palette);
  await page.keyboard.press("Escape");
  await page.getByRole("searchbox").focus();
  await page.keyboard.press("Control+k");
  await expect(palette).toBeHidden();
  await page.locator("h1").click();
  await page.keyboard.press("Control+k");
  await expect(palette).toBeVisible();
  await expectAccessible({ within: "[role=dialog]" });

  const field = palette.getByRole("combobox");
  await field.fill("Auswertung");
  await expect(palette.getByRole("option")).toHaveCount(1);
  await field.fill("übermorgen 14:30");
  await expect(palette.getByRole("option", { name: /^Neuer Termin .*14:30$/ })).toBeVisible();
  await palette.getByRole("option", { name: /^Termine am / }).click();
  await expect(page).toHaveURL(/appointments\?.*view=day/);
  await expect(palette).toBeHidden();
});

test("only the platform's administrator sees how German time is understood", async ({
  page,
  signIn,
  openBrowser,
}) => {
  await signIn(null);
  await page.goto("/platform/german-time");
  await page.getByLabel("Gesagt").fill("nicht Dienstag, übernächsten Freitag so gegen halb vier");
  await page.getByRole("button", { name: "Verstehen" }).click();
  await expect(page.getByRole("heading", { name: "Schritte" })).toBeVisible();
  await expect(page.getByText("uebernaechst~ <weekday>")).toBeVisible();

  const stranger = await openBrowser({ tenant: slug, role: "owner" });
  await stranger.goto("/platform/german-time");
  await expect(stranger.getByLabel("Gesagt")).toHaveCount(0);
});
