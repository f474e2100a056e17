import type { Locator, Page } from "@playwright/test";
import { choose, expect, pressUntil, test } from "./fixtures/test";

const slug = "physio-am-park";

/** "YYYY-MM-DD", so many days after the coming Monday. */
function comingWeekday(days: number): string {
  const now = new Date();
  const toMonday = ((8 - now.getDay()) % 7) + 7;
  return new Date(now.getTime() + (toMonday + days) * 86_400_000).toISOString().slice(0, 10);
}

/** Books through the page, as the front desk does; resolves once the new appointment's sheet is open. */
async function book(page: Page, date: string, name: string) {
  await page.goto(`/${slug}/appointments?date=${date}`);
  const sheet = page.getByRole("dialog");
  await pressUntil(page.getByRole("button", { name: "Termin buchen", exact: true }), sheet);
  await choose(sheet.getByLabel("Leistung"), "Krankengymnastik");
  await sheet.getByRole("radiogroup", { name: "Freie Zeiten" }).getByRole("radio").first().click();
  await sheet.getByLabel("Kunde").fill(name);
  await sheet.getByRole("button", { name: `„${name}“ neu anlegen` }).click();
  await sheet.getByRole("button", { name: "Termin buchen", exact: true }).click();
  await expect(sheet.getByRole("heading", { name })).toBeVisible();
}

test("the front desk books, moves and cancels an appointment, and the calendar follows", async ({
  page,
  signIn,
}) => {
  await signIn(slug, "staff");
  const name = `Ernst Test ${Date.now()}`;
  await book(page, comingWeekday(0), name);
  const sheet = page.getByRole("dialog");
  await expect(sheet.getByText("Bestätigt", { exact: true })).toBeVisible();

  await sheet.getByRole("button", { name: "Termin verschieben" }).click();
  await sheet.getByRole("radiogroup", { name: "Freie Zeiten" }).getByRole("radio").last().click();
  await sheet.getByRole("button", { name: "Termin verschieben" }).click();
  await expect(sheet.getByText(/^Verschoben von/)).toBeVisible();
  await expect(sheet.getByRole("button", { name: "Rückgängig" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(sheet.getByText(/^Verschoben von/)).toHaveCount(2);
  await expect(sheet.getByRole("button", { name: "Rückgängig" })).toHaveCount(0);

  await sheet.getByLabel("Notizen").fill("Bringt das Rezept mit");
  await sheet.getByRole("button", { name: "Notizen speichern" }).click();
  await expect(page.getByText("Notizen gespeichert")).toBeVisible();
  await page.reload();
  await expect(sheet.getByLabel("Notizen")).toHaveValue("Bringt das Rezept mit");

  await sheet.getByRole("button", { name: "Termin absagen" }).click();
  await sheet.getByLabel("Grund").fill("Krank");
  await sheet.getByRole("button", { name: "Termin absagen" }).click();
  await expect(sheet.getByText("Grund: Krank")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
  await expect(page.getByRole("button", { name: new RegExp(name) })).toHaveCount(0);
});

test("a note typed beside an appointment is kept when its sheet is closed", async ({ page, signIn }) => {
  await signIn(slug, "staff");
  await book(page, comingWeekday(1), `Nele Notiz ${Date.now()}`);
  const sheet = page.getByRole("dialog");
  const address = page.url();
  await sheet.getByLabel("Notizen").fill("Kommt mit Begleitung");
  await sheet.getByRole("button", { name: "Schließen" }).click();
  await expect(sheet).toBeHidden();
  await page.goto(address);
  await expect(sheet.getByLabel("Notizen")).toHaveValue("Kommt mit Begleitung");
});

test("the calendar is worked by keyboard alone", async ({ page, signIn }) => {
  await signIn(slug, "staff");
  await page.goto(`/${slug}/appointments?date=${comingWeekday(0)}`);
  const slips = page.locator("[data-day]").first().getByRole("listitem").getByRole("button");
  await expect(async () => {
    await slips.first().focus();
    await page.keyboard.press("ArrowDown");
    await expect(slips.nth(1)).toBeFocused({ timeout: 1_000 });
  }).toPass();
  await page.keyboard.press("Enter");
  const sheet = page.getByRole("dialog");
  await expect(sheet).toBeVisible();
  await expect(page).toHaveURL(/appointment=\d+/);
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
  await expect(slips.nth(1)).toBeFocused();
});

test("who may only look is offered nothing to change", async ({ page, signIn }) => {
  await signIn("salon-lindner", "viewer");
  await page.goto(`/salon-lindner/appointments?date=${comingWeekday(1)}`);
  const confirmed = page.getByRole("dialog").getByText("Bestätigt", { exact: true });
  await pressUntil(page.getByRole("listitem").locator("[data-slip]").first(), confirmed);
  for (const name of ["Termin buchen", "Termin verschieben", "Termin absagen", "Notizen speichern"])
    await expect(page.getByRole("button", { name })).toHaveCount(0);
});

/** A new appointment in its week, with its sheet closed again. */
async function bookAndShow(page: Page, date: string, name: string) {
  await book(page, date, name);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  // Not by its role: behind an open dialog it has none.
  const made = page.locator(`[data-slip][aria-label^="${name}"]:visible`);
  await expect(made).toBeVisible();
  return made;
}

test("dragging moves an appointment under the rules of every other move, and can be taken back", async ({
  page,
  signIn,
}) => {
  await signIn(slug, "staff");
  const slip = await bookAndShow(page, comingWeekday(1), `Zieh Test ${Date.now()}`);
  const before = await slip.getAttribute("aria-label");
  const drag = async (pixels: number) => {
    const box = await slip.boundingBox();
    if (!box) throw new Error("The slip is not on the screen");
    await page.mouse.move(box.x + box.width / 2, box.y + 6);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2, box.y + 6 + pixels, { steps: 6 });
    await expect(page.locator("[data-planned]")).toBeVisible();
    await page.mouse.up();
  };
  // Far before opening: refused, back where it was, with what is free instead.
  await drag(-2_000);
  const refusal = page.getByRole("dialog");
  await expect(refusal.getByRole("alert")).toBeVisible();
  await expect(slip).toHaveAttribute("aria-label", before ?? "");
  await refusal.getByRole("alert").getByRole("button").first().click();
  await expect(page.getByText("Termin verschoben")).toBeVisible();
  await expect(slip).not.toHaveAttribute("aria-label", before ?? "");
  await page.getByRole("button", { name: "Rückgängig" }).click();
  await expect(page.getByText("Wieder wie vorher")).toBeVisible();
  await expect(slip).toHaveAttribute("aria-label", before ?? "");
});

test("an appointment is moved and lengthened by keys alone, each step said aloud", async ({
  page,
  signIn,
  expectAccessible,
}) => {
  await signIn(slug, "staff");
  const slip = await bookAndShow(page, comingWeekday(2), `Tasten Test ${Date.now()}`);
  const before = (await slip.getAttribute("aria-label")) ?? "";
  const said = page.getByRole("status").filter({ hasText: "Tasten Test" });
  await slip.focus();
  await page.keyboard.press("m");
  await expect(said).toContainText("Pfeile verschieben");
  await expectAccessible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Escape");
  await expect(slip).toHaveAttribute("aria-label", before);

  await slip.focus();
  await page.keyboard.press("m");
  for (let step = 0; step < 2; step++) await page.keyboard.press("Shift+ArrowUp");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Länge geändert")).toBeVisible();
  const [, start, end] = /(\d\d:\d\d)–(\d\d:\d\d)/.exec(before) ?? [];
  const minutes = (clock = "") => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
  const shorter = minutes(end) - 10;
  const clock = [Math.floor(shorter / 60), shorter % 60]
    .map((part) => String(part).padStart(2, "0"))
    .join(":");
  await expect(slip).toHaveAttribute("aria-label", new RegExp(`${start}–${clock}`));
});

test("the month says how full each day is and opens the day", async ({ page, signIn, expectAccessible }) => {
  await signIn(slug, "staff");
  const year = new Date().getFullYear();
  await page.goto(`/${slug}/appointments?view=month&date=${year}-12-10`);
  await expect(page.getByRole("table", { name: `Dezember ${year}` })).toBeVisible();
  await expect(page.getByRole("button", { name: /25\. Dezember.*Weihnacht/ })).toBeVisible();
  await expectAccessible();
  await pressUntil(
    page.getByRole("button", { name: "Vorheriger Monat" }),
    page.getByRole("table", { name: `November ${year}` }),
  );

  const date = comingWeekday(1);
  await page.goto(`/${slug}/appointments?view=month&date=${date}`);
  const day = new Date(date).toLocaleDateString("de", { weekday: "long", day: "numeric", month: "long" });
  const heading = page.getByRole("heading", { name: new RegExp(day) });
  await pressUntil(page.getByRole("button", { name: new RegExp(`^${day}, \\d+ Termine?`) }), heading.first());
  await expect(page).toHaveURL(new RegExp(`view=day.*date=${date}|date=${date}.*view=day`));
});

test("the day on paper is a list per person, black on white, without navigation", async ({
  page,
  signIn,
}) => {
  await signIn(slug, "staff");
  await page.goto(`/${slug}/appointments?view=day&date=${comingWeekday(0)}`);
  await expect(page.getByRole("button", { name: "Tag drucken" })).toBeVisible();
  await expect(page.locator("[data-print]")).toBeHidden();
  const shown = await page.locator("[data-slip]:visible").count();
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await expect(page.locator("[data-print] tr")).toHaveCount(shown);
  await expect(page.locator("[data-print]")).toBeVisible();
  await expect(page.locator("[data-slip]:visible")).toHaveCount(0);
  await expect(page.getByRole("navigation")).toHaveCount(0);
  const table = await page.locator("[data-print] table").first().boundingBox();
  expect(table?.width, "as wide as the paper").toBeGreaterThan(1_000);
  const colours = await page.locator("body").evaluate((body) => {
    const { color, backgroundColor } = getComputedStyle(body);
    return [color, backgroundColor];
  });
  expect(colours).toEqual(["rgb(0, 0, 0)", "rgb(255, 255, 255)"]);
});

/** "YYYY-MM-DD" in a week some time ahead, in a month without a holiday in Berlin: 1 = Monday … 5 = Friday. */
function quietWeekday(weekday: number): string {
  const soonest = new Date(Date.now() + 45 * 86_400_000);
  const months = [1, 8, 13, 20].map((month) => new Date(Date.UTC(new Date().getUTCFullYear(), month, 8)));
  const week = months.find((start) => start > soonest) as Date;
  const toMonday = (8 - week.getUTCDay()) % 7;
  return new Date(week.getTime() + (toMonday + weekday - 1) * 86_400_000).toISOString().slice(0, 10);
}

const shownSlips = (page: Page) =>
  page
    .locator("[data-slip]:visible")
    .evaluateAll((slips) => slips.map((slip) => slip.getAttribute("data-slip")).sort());

test("columns by branch show what columns by person show, and the browser remembers the choice", async ({
  page,
  signIn,
  expectAccessible,
}) => {
  await signIn(slug, "staff");
  const day = `/${slug}/appointments?view=day&date=${comingWeekday(1)}`;
  await page.goto(day);
  await expect(page.locator("[data-staff]:visible")).not.toHaveCount(0);
  const byPerson = await shownSlips(page);
  expect(byPerson.length).toBeGreaterThan(0);
  const columns = page.getByLabel("Spalten");
  const branches = page.locator("[data-branch]:visible");
  await expect(async () => {
    await columns.selectOption("Nach Filialen");
    await expect(branches).toHaveCount(2, { timeout: 1_000 });
  }).toPass();
  await expect(page).toHaveURL(/columns=branch/);
  expect(await shownSlips(page)).toEqual(byPerson);
  await expectAccessible();

  await page.goto(`/${slug}/appointments?date=${comingWeekday(1)}`);
  await expect(branches).not.toHaveCount(0);
  await expectAccessible();
  const byBranch = await shownSlips(page);
  await columns.selectOption("Nach Personen");
  await expect(branches).toHaveCount(0);
  expect(await shownSlips(page)).toEqual(byBranch);
  await expectAccessible();
});

test("a business with one branch is asked about no branch", async ({ page, signIn }) => {
  await signIn("salon-lindner");
  await page.goto(`/salon-lindner/appointments?view=day&columns=branch&date=${comingWeekday(1)}`);
  await expect(page.locator("[data-staff]:visible")).not.toHaveCount(0);
  await expect(page.getByLabel("Spalten")).toHaveCount(0);
  await expect(page.getByLabel("Filiale")).toHaveCount(0);
});

/** Books at the first place of a person's column, by keys, and leaves it closed. */
async function bookInColumn(page: Page, person: string, date: string, name: string) {
  await page.goto(`/${slug}/appointments?view=day&columns=staff&date=${date}`);
  const sheet = page.getByRole("dialog");
  const spot = page.getByRole("button", { name: new RegExp(`^Termin buchen um .*${person}`) });
  await expect(async () => {
    // Behind an open sheet the place cannot be found.
    if (await sheet.isHidden()) {
      await spot.focus({ timeout: 2_000 });
      await page.keyboard.press("Enter");
    }
    await expect(sheet).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await choose(sheet.getByLabel("Leistung"), "Krankengymnastik");
  const free = sheet.getByRole("radiogroup", { name: "Freie Zeiten" }).getByRole("radio").first();
  const customer = sheet.getByLabel("Kunde");
  await expect(free.or(customer)).toBeVisible();
  if (await free.isVisible()) await free.click();
  await expect(sheet.getByText(new RegExp(`Krankengymnastik · ${person}`))).toBeVisible();
  await customer.fill(name);
  await sheet.getByRole("button", { name: `„${name}“ neu anlegen` }).click();
  await sheet.getByRole("button", { name: "Termin buchen", exact: true }).click();
  await expect(sheet.getByRole("heading", { name })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
}

/** Takes an appointment of "Am Park" up by keys and holds it at ten or eleven, when both branches are open. */
async function takeToTheMorning(page: Page, name: string) {
  const slip = page.locator(`[data-slip][aria-label^="${name}"]:visible`);
  await expect(slip).toHaveAttribute("aria-label", /Am Park/);
  const said = page.getByRole("status").filter({ hasText: name });
  await expect(async () => {
    await slip.focus();
    await page.keyboard.press("m");
    await expect(said).toContainText("Am Park", { timeout: 1_000 });
  }).toPass();
  const clock = async () => Number(/(\d\d):\d\d bis/.exec((await said.textContent()) ?? "")?.[1]);
  while ((await clock()) < 10) await page.keyboard.press("ArrowDown");
  while ((await clock()) > 11) await page.keyboard.press("ArrowUp");
  return { slip, said };
}

test("keys move an appointment to another branch where its person works there, and back", async ({
  page,
  signIn,
}) => {
  await signIn(slug, "staff");
  const name = `Wechsel Test ${Date.now()}`;
  await bookInColumn(page, "Selin Aydin", quietWeekday(5), name);
  await page.goto(`/${slug}/appointments?columns=branch&date=${quietWeekday(5)}`);
  const { slip, said } = await takeToTheMorning(page, name);
  await page.keyboard.press("ArrowLeft");
  await expect(said).toContainText(/Donnerstag.*Nordstadt/);
  await page.keyboard.press("Enter");
  await expect(page.getByText("Termin verschoben")).toBeVisible();
  await expect(slip).toHaveAttribute("aria-label", /Selin Aydin, Nordstadt/);
  await page.getByRole("button", { name: "Rückgängig" }).click();
  await expect(slip).toHaveAttribute("aria-label", /Selin Aydin, Am Park/);
});

test("a branch where the person does not work is refused in words, and the appointment stays", async ({
  page,
  signIn,
  expectAccessible,
}) => {
  await signIn(slug, "staff");
  const name = `Bleib Test ${Date.now()}`;
  await bookInColumn(page, "Jana Brandt", quietWeekday(2), name);
  await page.goto(`/${slug}/appointments?view=day&columns=branch&date=${quietWeekday(2)}`);
  const { slip, said } = await takeToTheMorning(page, name);
  await page.keyboard.press("ArrowRight");
  await expect(said).toContainText("Nordstadt");
  await page.keyboard.press("Enter");
  const refusal = page.getByRole("dialog").getByRole("alert");
  await expect(refusal).toContainText("Jana Brandt arbeitet zu dieser Zeit nicht in der Filiale Nordstadt.");
  await expectAccessible();
  await page.getByRole("button", { name: "So lassen" }).click();
  await expect(slip).toHaveAttribute("aria-label", /Am Park/);
});

test("a click on an empty place of a branch's column books there", async ({ page, signIn }) => {
  await signIn(slug, "staff");
  await page.goto(`/${slug}/appointments?view=day&columns=branch&date=${quietWeekday(3)}`);
  const column = page.locator("[data-branch]:visible").nth(1);
  const sheet = page.getByRole("dialog");
  await expect(async () => {
    const box = await column.boundingBox();
    await page.mouse.move((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + 250, { steps: 3 });
    await page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + 250);
    await expect(sheet).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(page).toHaveURL(/at=\d\d%3A\d\d|at=\d\d:\d\d/);
  await expect(sheet.getByLabel("Filiale")).toHaveValue(/\d/);
  await expect(sheet.getByLabel("Filiale").locator("option:checked")).toHaveText("Nordstadt");
});

/** A free time that the list does not have: between two of one person's that follow each other. */
async function betweenTwo(sheet: Locator): Promise<string> {
  const times = await sheet
    .getByRole("radiogroup", { name: "Freie Zeiten" })
    .getByRole("radio")
    .allTextContents();
  const minutes = times.map((time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5)));
  const first = minutes.find((minute) => minutes.includes(minute + 15));
  if (first === undefined) throw new Error(`No two times follow each other: ${times.join()}`);
  return `${Math.floor(first / 60)} Uhr ${String((first % 60) + 5).padStart(2, "0")}`;
}

test("a time that is not in the list is typed, and the move is put back exactly, a reload later", async ({
  page,
  signIn,
  expectAccessible,
}) => {
  await signIn(slug, "staff");
  await book(page, quietWeekday(2), `Zurück Test ${Date.now()}`);
  const sheet = page.getByRole("dialog");
  const when = sheet.locator("dd").first();
  const before = (await when.textContent()) ?? "";
  await sheet.getByRole("button", { name: "Termin verschieben" }).click();
  const other = sheet.getByLabel("Andere Uhrzeit");
  await expect(other).toBeVisible();

  await other.fill("25:00");
  await other.press("Enter");
  await expect(other).toHaveAccessibleDescription(/Uhrzeit/);
  await other.fill("0:05");
  await other.press("Enter");
  await expect(sheet.getByRole("alert")).toContainText("geschlossen");
  await expectAccessible({ within: "[role=dialog]" });
  const time = await betweenTwo(sheet);
  await other.fill(time);
  await other.press("Enter");
  const submit = sheet.getByRole("button", { name: "Termin verschieben" });
  await expect(submit).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(sheet.getByText(/^Verschoben von/)).toBeVisible();
  await expect(when).toContainText(time.replace(" Uhr ", ":").padStart(5, "0"));

  await page.reload();
  await pressUntil(
    sheet.getByRole("button", { name: /^Zurück auf/ }),
    sheet.getByText(/^Verschoben von/).nth(1),
  );
  await expect(when).toHaveText(before);
  await expect(sheet.getByRole("button", { name: /^Zurück auf/ })).toHaveCount(0);
});

test("who works in a branch is offered there, another branch can be chosen, and a closed day says that it is", async ({
  page,
  signIn,
}) => {
  await signIn(slug, "staff");
  const name = `Filiale Test ${Date.now()}`;
  await bookInColumn(page, "Felix Arndt", quietWeekday(3), name);
  const sheet = page.getByRole("dialog");
  await pressUntil(page.locator(`[data-slip][aria-label^="${name}"]:visible`), sheet);
  await sheet.getByRole("button", { name: "Termin verschieben" }).click();
  const people = sheet.getByLabel("Bei", { exact: true });
  await expect(sheet.getByLabel("Filiale").locator("option:checked")).toHaveText("Nordstadt");
  await expect(people.locator("option:checked")).toHaveText("Felix Arndt");
  await expect(people.locator("option", { hasText: "Jana Brandt" })).toHaveCount(0);
  await sheet.getByRole("radio", { name: /^Sonntag, .* nichts frei/ }).click();
  await expect(sheet.getByRole("status")).toHaveText(/^Sonntag, .*: Geschlossen$/);

  await choose(sheet.getByLabel("Filiale"), "Am Park");
  await expect(people.locator("option", { hasText: "Jana Brandt" })).toBeAttached();
  await expect(people.locator("option:checked")).toHaveText("Wer frei ist");
  await sheet
    .getByRole("radio", { name: /freie Zeiten$/ })
    .first()
    .click();
  await sheet.getByRole("radiogroup", { name: "Freie Zeiten" }).getByRole("radio").first().click();
  await expect(sheet.getByText(/in der Filiale Am Park$/)).toBeVisible();
  await sheet.getByRole("button", { name: "Termin verschieben" }).click();
  const back = sheet.getByRole("button", { name: /^Zurück auf .* bei Felix Arndt, Nordstadt$/ });
  const undo = sheet.getByRole("button", { name: "Rückgängig" });
  await expect(undo).toBeVisible();
  await back.click();
  await expect(back).toHaveCount(0);
  await expect(undo).toHaveCount(0);
});
