import type { Page } from "@playwright/test";
import { demo } from "./fixtures/demo";
import { expect, pressUntil, test } from "./fixtures/test";

const slug = "physio-am-park";
const strip = (page: Page) => page.getByRole("region", { name: "Verlauf des Anrufs" });
const slider = (page: Page) => page.getByRole("slider", { name: "Stelle im Anruf" });
const currentWord = (page: Page) => page.locator("[data-current]");
const positionMs = async (page: Page) => Number(await slider(page).inputValue());

/** Goes through the latest calls with an appointment until one shows what is looked for. */
async function openCall(page: Page, consent: "zugestimmt" | "abgelehnt"): Promise<string> {
  await page.goto(`/${slug}/calls?outcome=booked`);
  const links = page.locator(`a[href*="/${slug}/calls/"]`);
  await expect(links.first()).toBeVisible();
  const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
  for (const address of new Set(addresses)) {
    await page.goto(address.split("?")[0] ?? "");
    await expect(page.getByRole("heading", { name: "Hinweis und Einwilligung" })).toBeVisible();
    if (await page.getByText(`Aufnahme: ${consent}`).isVisible()) return new URL(page.url()).pathname;
  }
  throw new Error(`No call in which the recording was ${consent}.`);
}

/** A page that has just arrived may not listen yet: presses until the strip has moved. */
async function pressUntilMoved(page: Page, press: () => Promise<void>, moved: (ms: number) => boolean) {
  await expect(async () => {
    if (!moved(await positionMs(page))) await press();
    expect(moved(await positionMs(page))).toBe(true);
  }).toPass();
}

test.describe("a call that was recorded", () => {
  test.beforeEach(async ({ page, signIn }) => {
    await signIn(slug, "owner");
    await openCall(page, "zugestimmt");
    await expect(strip(page).locator("[data-waveform]")).toBeVisible({ timeout: 15_000 });
  });

  test("a press on a word goes there, and the word at the playhead is marked", async ({ page }) => {
    const word = page.getByRole("log").locator("[data-ms]").nth(30);
    const wordMs = Number(await word.getAttribute("data-ms"));
    await word.click();
    await expect(word).toHaveAttribute("data-current");
    expect(Math.abs((await positionMs(page)) - wordMs)).toBeLessThanOrEqual(100);
    await expect(currentWord(page)).toHaveCount(1);
  });

  test("space plays and pauses, the arrows step five seconds, and typing does neither", async ({ page }) => {
    await pressUntilMoved(
      page,
      () => page.keyboard.press("ArrowRight"),
      (ms) => ms >= 5_000,
    );
    const before = await positionMs(page);
    await page.keyboard.press("ArrowLeft");
    await expect.poll(() => positionMs(page)).toBe(before - 5_000);

    await page.keyboard.press("Space");
    await expect(strip(page).getByRole("button", { name: "Anhalten" })).toBeVisible();
    await expect.poll(() => positionMs(page)).toBeGreaterThan(before - 5_000);
    await page.keyboard.press("Space");
    await expect(strip(page).getByRole("button", { name: "Abspielen" })).toBeVisible();

    const paused = await positionMs(page);
    const note = page.getByRole("textbox", { name: "Neue Notiz" });
    await note.fill("ab");
    await note.press("Space");
    await note.press("ArrowLeft");
    await expect(note).toHaveValue("ab ");
    await expect(strip(page).getByRole("button", { name: "Abspielen" })).toBeVisible();
    expect(await positionMs(page)).toBe(paused);
  });

  test("the speed can be chosen, and a mark of what happened goes to its second", async ({ page }) => {
    await strip(page).getByLabel("Tempo").selectOption("1.5");
    await expect(strip(page).getByLabel("Tempo")).toHaveValue("1.5");
    const mark = strip(page).getByRole("list", { name: "Was geschah" }).getByRole("button").last();
    await mark.click();
    await expect.poll(() => positionMs(page)).toBeGreaterThan(5_000);
  });

  test("its sound comes in parts and from us, and for a stranger there is nothing", async ({
    page,
    openBrowser,
  }) => {
    const id = /\d+$/.exec(new URL(page.url()).pathname)?.[0];
    const url = `/api/call-recordings/${slug}/${id}`;
    const part = await page.request.get(url, { headers: { range: "bytes=0-43" } });
    expect(part.status()).toBe(206);
    expect((await part.body()).subarray(0, 4).toString()).toBe("RIFF");
    expect(await page.content()).not.toContain("/recordings/");

    const other = await openBrowser({ tenant: "salon-lindner", role: "owner" });
    const answers = await Promise.all(
      [url, `/api/call-recordings/salon-lindner/${id}`, "/api/call-recordings/salon-lindner/999999999"].map(
        async (address) => {
          const answer = await other.request.get(address);
          return { status: answer.status(), kind: (await answer.json()).error.kind };
        },
      ),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toEqual({ status: 404, kind: "not_found" });
    const nobody = await openBrowser();
    expect((await nobody.request.get(url)).status()).toBe(401);
  });
});

test("without a recording the same strip leads through the words", async ({ page, signIn }) => {
  await signIn(slug, "owner");
  await openCall(page, "abgelehnt");
  await expect(strip(page)).toBeVisible();
  await expect(strip(page).getByRole("button", { name: "Abspielen" })).toHaveCount(0);
  await expect(strip(page).locator("[data-waveform]")).toHaveCount(0);
  const sentence = page.getByRole("log").locator("[data-ms]").nth(3);
  const ms = Number(await sentence.getAttribute("data-ms"));
  await pressUntilMoved(
    page,
    () => sentence.click(),
    (at) => Math.abs(at - ms) <= 100,
  );
  await expect(sentence).toHaveAttribute("data-current");
  await page.keyboard.press("ArrowLeft");
  await expect.poll(() => positionMs(page)).toBe(Math.round(Math.max(0, ms - 5_000) / 100) * 100);
});

test("a note is read by a colleague, who cannot change it, and a tag is offered again", async ({
  page,
  signIn,
  openBrowser,
}) => {
  await signIn(slug, "owner");
  const address = await openCall(page, "abgelehnt");
  const words = `Bitte nachhaken ${Date.now()}`;
  const note = page.getByRole("textbox", { name: "Neue Notiz" });
  const add = page.getByRole("button", { name: "Notieren" });
  await expect(async () => {
    await note.fill(words);
    await expect(add).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await add.click();
  const mine = page.getByRole("listitem").filter({ hasText: words });
  await expect(mine.getByRole("button", { name: "Ändern" })).toBeVisible();

  const tag = `Wort ${Date.now() % 100_000}`;
  await page.getByRole("button", { name: "Schlagwort", exact: true }).click();
  await page.getByRole("combobox", { name: "Schlagwort" }).fill(tag);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: `${tag} entfernen` })).toBeVisible();

  const colleague = demo.users.find((user) => user.tenant === slug && user.role !== "owner");
  const other = await openBrowser({ tenant: slug, role: colleague?.role });
  await other.goto(address);
  const seen = other.getByRole("listitem").filter({ hasText: words });
  await expect(seen).toBeVisible();
  await expect(seen.getByRole("button", { name: "Ändern" })).toHaveCount(0);
  await expect(other.getByText(tag, { exact: true })).toBeVisible();

  await mine.getByRole("button", { name: "Löschen" }).click();
  await expect(page.getByText(words)).toHaveCount(0);
  await page.getByRole("button", { name: `${tag} entfernen` }).click();
  await expect(page.getByText(tag, { exact: true })).toHaveCount(0);
});

test("a reported problem reaches the platform, whose answer stands on the page", async ({
  page,
  signIn,
  openBrowser,
}) => {
  await signIn(slug, "owner");
  await openCall(page, "abgelehnt");
  const words = `Der Wochentag war falsch ${Date.now()}`;
  const dialog = page.getByRole("dialog", { name: "Fehler melden" });
  await pressUntil(page.getByRole("button", { name: "Fehler melden" }), dialog);
  await dialog.getByLabel("Was ging schief?").selectOption("misheard");
  await dialog.getByLabel("Beschreibung").fill(words);
  await dialog.getByRole("button", { name: "Melden", exact: true }).click();
  const report = page.getByRole("listitem").filter({ hasText: words });
  await expect(report).toContainText("Wird geprüft");

  const platform = await openBrowser({ tenant: null });
  await platform.goto("/platform/reports");
  const row = platform.getByRole("listitem").filter({ hasText: words });
  const answer = row.getByRole("textbox", { name: "Antwort an den Betrieb" });
  const settle = row.getByRole("button", { name: "Als geprüft vermerken" });
  await expect(async () => {
    if (await settle.isVisible()) {
      await answer.fill("Er wird jetzt zurückgelesen.");
      await settle.click({ timeout: 2_000 });
    }
    await expect(row).toContainText("Geprüft", { timeout: 2_000 });
  }).toPass();
  await page.reload();
  await expect(report).toContainText("Er wird jetzt zurückgelesen.");
});

for (const width of [390, 1440])
  for (const colorScheme of ["light", "dark"] as const)
    test(`nothing stands in anybody's way at ${width} px, ${colorScheme}`, async ({
      page,
      signIn,
      expectAccessible,
    }) => {
      await page.emulateMedia({ colorScheme });
      await signIn(slug, "owner");
      const address = await openCall(page, "zugestimmt");
      await page.setViewportSize({ width, height: 900 });
      await page.goto(address);
      await expect(strip(page).locator("[data-waveform]")).toBeVisible({ timeout: 15_000 });
      await page.getByRole("log").locator("[data-ms]").nth(12).click();
      await expect(currentWord(page)).toHaveCount(1);
      await expectAccessible();
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    });

test("a call comes to its end where it stands: a callback is noted with its caller, never lost by accident, and settled", async ({
  page,
  signIn,
  expectAccessible,
}) => {
  await signIn(slug, "staff");
  await openCall(page, "abgelehnt");
  const address = page.url();
  const sheet = page.getByRole("dialog").filter({ hasText: "Rückruf vormerken" });
  const reason = sheet.getByLabel("Anliegen");
  const words = `Fragt nach ${Date.now()}`;
  await pressUntil(page.getByRole("button", { name: "Rückruf vormerken" }), reason);
  await expect(sheet.getByLabel("Name")).not.toHaveValue("");
  await expect(sheet.getByLabel("Telefon")).not.toHaveValue("");
  await reason.fill(words);
  await expectAccessible({ within: "[role=dialog]" });

  await page.keyboard.press("Escape");
  const asks = page.getByRole("dialog", { name: "Änderungen verwerfen?" });
  await expect(asks.getByRole("button", { name: "Weiter bearbeiten" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(reason).toHaveValue(words);
  await sheet.getByRole("button", { name: "Rückruf vormerken" }).click();

  const settle = page.getByRole("button", { name: "Rückruf erledigen" });
  await settle.click();
  const callback = page.getByRole("dialog").filter({ hasText: words });
  await callback.getByLabel("Notizen").fill("Besprochen");
  await callback.getByRole("button", { name: "Erreicht", exact: true }).click();
  await expect(callback).toBeHidden();
  await expect(page.getByRole("button", { name: "Rückruf vormerken" })).toBeVisible();
  const settled = page
    .getByRole("region", { name: "Rückruf" })
    .getByRole("listitem")
    .filter({ hasText: words });
  await expect(settled).toContainText("Erledigt");
  expect(page.url()).toBe(address);
});
