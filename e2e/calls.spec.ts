import type { Page } from "@playwright/test";
import { expectComeTrue, startCall } from "./fixtures/simulated-call";
import { expect, test } from "./fixtures/test";

const slug = "physio-am-park";
const rows = (page: Page) => page.getByRole("table", { name: "Anrufe" }).getByRole("row");
/** The first row names the columns. */
const firstCall = (page: Page) => rows(page).nth(1);

/** A page that has just arrived may not listen yet: presses until the address says so. */
async function pressUntilAddress(page: Page, press: () => Promise<void>, address: RegExp) {
  await expect(async () => {
    if (!address.test(page.url())) await press();
    await expect(page).toHaveURL(address, { timeout: 2_000 });
  }).toPass();
}

test.beforeEach(async ({ page, signIn }) => {
  await signIn(slug, "owner");
  await page.goto(`/${slug}/calls`);
  await expect(firstCall(page)).toBeVisible();
});

test("a filter stands in the address, survives a reload, and can be taken back", async ({ page }) => {
  const missed = page.getByRole("button", { name: "Ohne Ergebnis", exact: true });
  await pressUntilAddress(page, () => missed.click(), /outcome=hung_up,unresolved/);
  await expect(missed).toHaveAttribute("aria-pressed", "true");
  await page.reload();
  await expect(firstCall(page)).toContainText(/Aufgelegt|Ungeklärt/);
  const shown = await rows(page).count();
  await expect(rows(page).filter({ hasText: /Aufgelegt|Ungeklärt/ })).toHaveCount(shown - 1);
  await pressUntilAddress(page, () => page.getByRole("button", { name: "Aufheben" }).click(), /\/calls$/);
  await expect(rows(page).filter({ hasText: "Termin gebucht" }).first()).toBeVisible();
});

test("today's calls, and those without an appointment, are one press away", async ({ page }) => {
  await expectComeTrue(await startCall("auflegen", slug, "instant"));
  const today = page.getByRole("button", { name: "Heute", exact: true });
  await pressUntilAddress(page, () => today.click(), /day=today/);
  const day = new Intl.DateTimeFormat("de", { day: "numeric", month: "short", timeZone: "Europe/Berlin" });
  await expect(firstCall(page)).toContainText(day.format(new Date()).replace(/\.$/, ""));
  await page.goto(`/${slug}/calls`);
  const without = page.getByRole("button", { name: "Ohne Termin", exact: true });
  await pressUntilAddress(page, () => without.click(), /outcome=/);
  await expect(rows(page).filter({ hasText: "Auskunft" })).not.toHaveCount(0);
  await expect(rows(page).filter({ hasText: /Termin gebucht|Verschoben/ })).toHaveCount(0);
});

test("whoever knows nothing finds why a call did not end in an appointment", async ({ page }) => {
  await page.goto(`/${slug}/calls?outcome=unresolved`);
  await firstCall(page).getByRole("link").click();
  await expect(page.getByText(/^Kein Termin: /)).toBeVisible();
});

test("what was said declares its language, whatever the language of the page", async ({ page }) => {
  await page.goto(`/${slug}/calls?outcome=booked`);
  await firstCall(page).getByRole("link").click();
  const said = page.getByRole("log", { name: "Gespräch" }).locator("p[lang]");
  await expect(said).not.toHaveCount(0);
  expect(await said.evaluateAll((all) => [...new Set(all.map((one) => one.getAttribute("lang")))])).toEqual([
    "de-DE",
  ]);
});

test("calls that wait for a callback are those whose callback is open", async ({ page }) => {
  const waiting = page.getByRole("button", { name: "Rückruf nötig", exact: true });
  await pressUntilAddress(page, () => waiting.click(), /callback=open/);
  await expect(waiting).toHaveAttribute("aria-pressed", "true");
  // Until the answer is there, the rows are those of the question before.
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
  await firstCall(page).getByRole("link").click();
  await expect(page).toHaveURL(/\/calls\/\d+\?callback=open/);
  await expect(page.getByRole("heading", { name: "Rückruf", exact: true })).toBeVisible();
});

test("whoever hides the number is called back by the name they gave, at the number that is theirs", async ({
  page,
}) => {
  await expectComeTrue(await startCall("anonym", slug, "instant"));
  await page.goto(`/${slug}/calls?callback=open`);
  await rows(page).filter({ hasText: "Nummer unterdrückt" }).first().getByRole("link").click();
  const introduction = page.getByRole("log").getByRole("listitem").filter({ hasText: "mein Name ist" });
  const [, name = ""] = /mein Name ist (.+), ich/.exec((await introduction.textContent()) ?? "") ?? [];
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`${name}Nummer unterdrückt`);
  await expect(page.getByRole("region", { name: "Rückruf", exact: true }).getByRole("link")).toBeVisible();
});

test("whoever booked brought so much: the value of a call stands in its row", async ({ page }) => {
  await page.goto(`/${slug}/calls?outcome=booked`);
  const table = page.getByRole("table", { name: "Anrufe" });
  await expect(table.getByRole("columnheader", { name: "Wert" })).toBeVisible();
  const heads = await table.getByRole("columnheader").allTextContents();
  const value = firstCall(page).getByRole("cell").nth(heads.indexOf("Wert"));
  await expect(value).toHaveText(/^\d+,\d\d\s€$/);
});

test("older calls are one page further, and the way back leads to the same rows", async ({ page }) => {
  const newest = await firstCall(page).getByRole("link").getAttribute("href");
  await pressUntilAddress(page, () => page.getByRole("button", { name: "Nächste Seite" }).click(), /cursor=/);
  await expect(firstCall(page).getByRole("link")).not.toHaveAttribute("href", newest ?? "");
  await page.getByRole("button", { name: "Vorherige Seite" }).click();
  await expect(firstCall(page).getByRole("link")).toHaveAttribute("href", newest ?? "");
});

test("a call shows which words made the booking and, on asking, what was asked and answered", async ({
  page,
}) => {
  await page.goto(`/${slug}/calls?outcome=booked`);
  await firstCall(page).getByRole("link").click();
  const log = page.getByRole("log", { name: "Gespräch" });
  await expect(log.locator("mark")).toHaveCount(1);
  await expect(log.getByText("Geantwortet").last()).toBeHidden();
  await log.getByText("Termin buchen", { exact: true }).click();
  await expect(log.getByText("Geantwortet").last()).toBeVisible();
});

test("keys alone lead from the filtered list into its calls and on", async ({ page }) => {
  const without = page.getByRole("button", { name: "Ohne Termin", exact: true });
  await pressUntilAddress(page, () => without.press("Enter"), /outcome=/);
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
  await page.keyboard.press("j");
  const focused = page.locator("a[data-row-link]:focus");
  await expect(focused).toHaveCount(1);
  const links = page.getByRole("table", { name: "Anrufe" }).locator("a[data-row-link]");
  const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
  const begun = addresses.indexOf((await focused.getAttribute("href")) ?? "");
  expect(begun).toBeGreaterThanOrEqual(0);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(addresses[begun] ?? "");
  const steps = { j: "Älterer Anruf (J)", k: "Neuerer Anruf (K)" };
  const walk = (key: "j" | "k", to: number) =>
    expect(async () => {
      const wanted = addresses[to] ?? "";
      // Pressed again only where it led nowhere: the next call's page has a next call of its own.
      const step = page.getByRole("link", { name: steps[key] });
      if ((await step.getAttribute("href", { timeout: 2_000 })) === wanted) await page.keyboard.press(key);
      await expect(page).toHaveURL(wanted, { timeout: 2_000 });
    }).toPass();
  await walk("j", begun + 1);
  await walk("j", begun + 2);
  await walk("k", begun + 1);
});

test("the oldest come first where one wants, and J follows the list", async ({ page }) => {
  await page.goto(`/${slug}/calls?outcome=booked`);
  const newest = await firstCall(page).getByRole("link").getAttribute("href");
  const time = page.getByRole("columnheader", { name: "Zeit" });
  await expect(time).toHaveAttribute("aria-sort", "descending");
  await pressUntilAddress(page, () => time.getByRole("button").click(), /sort=startTimestamp/);
  await expect(time).toHaveAttribute("aria-sort", "ascending");
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
  await expect(firstCall(page).getByRole("link")).not.toHaveAttribute("href", newest ?? "");
  const second = await rows(page).nth(2).getByRole("link").getAttribute("href");
  await firstCall(page).getByRole("link").click();
  await expect(page.getByRole("link", { name: "Neuerer Anruf (J)" })).toHaveAttribute("href", second ?? "");
});

test("on a phone each day of the list begins with its name", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/${slug}/calls?outcome=unresolved`);
  const days = page.getByRole("main").getByRole("heading", { level: 2 });
  await expect(days.nth(1)).toBeVisible();
  const names = await days.allTextContents();
  expect(new Set(names).size).toBe(names.length);
});
