import type { Locator, Page } from "@playwright/test";
import { formatPhone } from "../src/lib/phone-display";
import { expectComeTrue, numbersOf, startCall } from "./fixtures/simulated-call";
import { expect, pressUntil, test } from "./fixtures/test";

const runningCalls = (page: Page) => page.getByRole("region", { name: "Laufende Anrufe" });

const rowOf = (page: Page, callerNumber: string): Locator =>
  runningCalls(page)
    .getByRole("listitem")
    .filter({ hasText: formatPhone(callerNumber) });

const goTo = (page: Page, place: string) =>
  page.getByRole("navigation", { name: "Hauptnavigation" }).getByRole("link", { name: place }).click();

/** Leaves a mark that a reload would wipe away. */
const mark = (page: Page) => page.evaluate(() => Object.assign(window, { neverReloaded: true }));
const wasReloaded = (page: Page) => page.evaluate(() => !("neverReloaded" in window));

async function openToday(page: Page, slug: string) {
  await page.goto(`/${slug}`);
  await expect(page.getByRole("heading", { level: 1, name: "Heute" })).toBeVisible();
  await mark(page);
}

test("a test call rings, is followed live and becomes a booked appointment, without a reload", async ({
  page,
  signIn,
}) => {
  await signIn("physio-am-park", "owner");
  await openToday(page, "physio-am-park");
  const newCustomer = page.getByRole("dialog").getByRole("button", { name: "Neuer Kunde bucht" });
  await pressUntil(page.getByRole("button", { name: "Testanruf" }), newCustomer);
  const started = page.waitForResponse((response) => response.url().includes("testCalls.start"));
  await newCustomer.click();
  const [answer] = await (await started).json();
  const runId: string = answer.result.data.json.id;
  await expect(page.getByText("Es klingelt gleich.")).toBeVisible();

  await test.step("the running call is on Heute by itself, and its words follow", async () => {
    const row = rowOf(page, (await numbersOf(runId)).from);
    await expect(row.getByText("Läuft", { exact: true })).toBeVisible();
    // A slow browser may miss one sentence or another, but not that the last words change.
    const heard = new Set<string>();
    const words = row.getByText(/^(Assistent|Anrufer):/).locator("..");
    const hear = async () => heard.add((await words.textContent()) ?? "").size;
    await expect.poll(hear, { intervals: [100] }).toBeGreaterThan(1);
    await expect(row.getByText("Termin gebucht", { exact: true })).toBeVisible({ timeout: 45_000 });
  });

  const name = await expectComeTrue(runId);
  const { from } = await numbersOf(runId);

  await test.step("it stands among the calls with what became of it", async () => {
    await goTo(page, "Anrufe");
    const row = page.getByRole("table", { name: "Anrufe" }).getByRole("row", { name: formatPhone(from) });
    await expect(row).toContainText(name);
    await expect(row).toContainText("Termin gebucht");
    await row.getByRole("link").first().click();
  });

  await test.step("the call tells the whole conversation", async () => {
    const log = page.getByRole("log", { name: "Gespräch" });
    await expect(log.getByText(`Mein Name ist ${name}.`)).toBeVisible();
    await expect(log.getByText("Vielen Dank, bis dann. Auf Wiederhören.")).toBeVisible();
    await expect(log.getByText("Termin buchen", { exact: true })).toBeVisible();
  });

  await test.step("the appointment is in the calendar, under the caller's name", async () => {
    await page.getByRole("region", { name: "Termin" }).getByRole("link").click();
    await expect(page).toHaveURL(/\/physio-am-park\/appointments\?appointment=\d+/);
    const sheet = page.getByRole("dialog");
    await expect(sheet.getByRole("heading", { name: name })).toBeVisible();
    await expect(sheet.getByText("Bestätigt", { exact: true })).toBeVisible();
    await sheet.getByRole("link", { name: name, exact: true }).click();
  });

  await test.step("the customer has both, the call and the appointment", async () => {
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
    const upcoming = page.getByRole("region", { name: "Kommende Termine" });
    await expect(upcoming.getByRole("listitem")).toHaveCount(1);
    await expect(upcoming).toContainText("Bestätigt");
    const calls = page.getByRole("region", { name: "Anrufe" });
    await expect(calls.getByRole("listitem")).toHaveCount(1);
    await expect(calls).toContainText("Termin gebucht");
  });
  expect(await wasReloaded(page)).toBe(false);
});

test("a call from outside is live in every open browser of the business, and in no other business", async ({
  page,
  signIn,
  openBrowser,
}) => {
  await signIn("salon-lindner", "owner");
  const colleague = await openBrowser({ tenant: "salon-lindner", role: "owner" });
  const elsewhere = await openBrowser({ tenant: "physio-am-park", role: "owner" });
  await openToday(page, "salon-lindner");
  await openToday(colleague, "salon-lindner");
  await openToday(elsewhere, "physio-am-park");

  const runId = await startCall("neukunde", "salon-lindner");
  const { from } = await numbersOf(runId);
  await expect(rowOf(page, from).getByText("Läuft", { exact: true })).toBeVisible();

  await rowOf(colleague, from).getByRole("link").click();
  const log = colleague.getByRole("log", { name: "Gespräch" });
  await expect(colleague.getByText("Das Gespräch läuft.")).toBeVisible();
  await expect(log.getByText(/Guten Tag, Salon Lindner\. .*künstlichen Intelligenz/)).toBeVisible();
  const name = await expectComeTrue(runId);
  await expect(log.getByText(`Mein Name ist ${name}.`)).toBeVisible();
  await expect(colleague.getByText("Das Gespräch läuft.")).toBeHidden();
  await expect(colleague.getByRole("heading", { level: 1 })).toContainText(name);
  await expect(colleague.getByRole("region", { name: "Termin" }).getByRole("link")).toContainText(
    "Bestätigt",
  );

  await expect(rowOf(page, from).getByText("Termin gebucht", { exact: true })).toBeVisible();
  expect(await wasReloaded(page)).toBe(false);
  expect(await wasReloaded(colleague)).toBe(false);
  await expect(rowOf(elsewhere, from)).toHaveCount(0);
});
