import { randomInt, randomUUID } from "node:crypto";
import { formatPhone } from "../src/lib/phone-display";
import { changeDatabase } from "./fixtures/database";
import { demo, tenant } from "./fixtures/demo";
import { signUpBusiness } from "./fixtures/newcomer";
import { callIdOf, expectComeTrue, numbersOf, startCall } from "./fixtures/simulated-call";
import { choose, expect, pressUntil, test } from "./fixtures/test";

test("the platform's administrator lands on every business there is", async ({ page, signIn }) => {
  await signIn(null);
  await page.goto("/");
  await expect(page).toHaveURL("/platform");
  await expect(page).toHaveTitle("Betriebe · Plattform");
  const table = page.getByRole("table", { name: "Betriebe" });
  for (const { name } of demo.tenants) await expect(table.getByRole("row", { name })).toContainText("Aktiv");
});

test("the administrator enters a business, is seen to be there, and leaves it; the business can read of it", async ({
  page,
  signIn,
  expectAccessible,
}) => {
  const { name } = tenant("beratung-hansen");
  await signIn(null);
  await page.goto("/platform");
  await page.getByRole("table", { name: "Betriebe" }).getByRole("row", { name }).getByRole("link").click();
  await expect(page).toHaveURL("/platform/tenants/beratung-hansen");
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await expectAccessible();
  await page.getByRole("link", { name: "Betrieb öffnen" }).click();
  await expect(page).toHaveURL("/beratung-hansen");
  await expect(page).toHaveTitle(`Heute · ${name}`);
  const banner = page.getByRole("complementary", { name: "Zu Besuch" });
  await expect(banner).toContainText(`Sie sind als Plattform-Verwaltung in ${name}.`);
  await page.goto("/beratung-hansen/settings/audit-trail");
  await expect(banner).toBeVisible();
  const entry = page.getByRole("table", { name: "Protokoll" }).getByRole("row", { name: "Betrieb betreten" });
  await expect(entry.first()).toContainText("Plattform-Verwaltung");
  await banner.getByRole("button", { name: "Verlassen" }).click();
  await expect(page).toHaveURL("/platform");
});

test("a business is created, its owner comes in over the link, reads why it is suspended, and is back afterwards", async ({
  page,
  signIn,
  openBrowser,
}) => {
  const mark = Date.now();
  const name = `Praxis Neu ${mark}`;
  await signIn(null);
  await page.goto("/platform");
  const sheet = page.getByRole("dialog");
  await pressUntil(page.getByRole("button", { name: "Betrieb anlegen" }), sheet);
  await sheet.getByLabel("Betrieb", { exact: true }).fill(name);
  await sheet.getByLabel("E-Mail des Inhabers").fill(`neu-${mark}@praxis.example`);
  await expect(sheet.getByLabel("Adresse")).toHaveValue(`praxis-neu-${mark}`);
  await sheet.getByRole("button", { name: "Betrieb anlegen" }).click();
  const link = await sheet.getByLabel("Link für den Inhaber").inputValue();

  const owner = await openBrowser();
  await owner.goto(link);
  await owner.getByLabel("Ihr Name").fill("Erika Neu");
  await owner.getByLabel("Passwort").fill("ein ganzer Satz als Passwort");
  await owner.getByRole("button", { name: "Konto anlegen" }).click();
  await expect(owner).toHaveURL(new RegExp(`/praxis-neu-${mark}`));

  await page.goto(`/platform/tenants/praxis-neu-${mark}`);
  const suspend = page.getByRole("dialog", { name: `${name} sperren` });
  await pressUntil(page.getByRole("button", { name: "Betrieb sperren" }), suspend);
  await suspend.getByLabel("Grund").fill("Die Rechnung vom Oktober ist offen.");
  await suspend.getByRole("button", { name: "Betrieb sperren" }).click();
  await expect(page.getByRole("button", { name: "Wieder freischalten" })).toBeVisible();

  await owner.goto(`/praxis-neu-${mark}/customers`);
  await expect(owner.getByRole("heading", { name: `${name} ist zurzeit gesperrt` })).toBeVisible();
  await expect(owner.getByText("Die Rechnung vom Oktober ist offen.")).toBeVisible();

  await page.getByRole("button", { name: "Wieder freischalten" }).click();
  await expect(page.getByRole("button", { name: "Betrieb sperren" })).toBeVisible();
  await owner.goto(`/praxis-neu-${mark}/customers`);
  await expect(owner.getByRole("heading", { level: 1, name: "Kunden" })).toBeVisible();
});

test("the inbox shows what arrived, and what it says only masked until it is revealed", async ({
  page,
  signIn,
  expectAccessible,
}) => {
  await expectComeTrue(await startCall("unbekannte-nummer", "salon-lindner", "instant"));
  await signIn(null);
  await page.goto("/platform/inbox?type=call_ended");
  const table = page.getByRole("table", { name: "Eingang" });
  await expect(table.getByRole("row", { name: "call_ended" }).first()).toBeVisible();
  await expectAccessible();
  await table.getByRole("row", { name: "call_ended" }).first().getByRole("link").click();
  const body = page.getByRole("region", { name: "Inhalt" });
  await expect(body).toContainText("•••");
  await expect(body).not.toContainText(/"from_number": "\+/);
  await pressUntil(body.getByRole("button", { name: "Aufdecken" }), body.getByText("Aufgedeckt."));
  await expect(body).toContainText(/"from_number": "\+/);
  await expectAccessible();
});

test("what failed is processed anew once its cause is gone, alone or with all that failed", async ({
  page,
  signIn,
}) => {
  const runId = await startCall("auflegen", "salon-lindner", "instant");
  await expectComeTrue(runId);
  const delivery = `${await callIdOf(runId)}:call_ended`;
  const fail = () =>
    changeDatabase(
      "update webhook_inbox set status = 'failed', reason = ? where external_id = ? and status = 'processed'",
      ["a mistake of ours", delivery],
    );
  await expect.poll(fail, { timeout: 30_000 }).toBe(1);

  await signIn(null);
  await page.goto("/platform/inbox?status=failed&type=call_ended");
  const row = page.getByRole("table", { name: "Eingang" }).getByRole("row", { name: "a mistake of ours" });
  await row.getByRole("link").click();
  const facts = page.getByRole("region", { name: "Auf einen Blick" });
  await expect(facts).toContainText(delivery);
  await expect(facts).toContainText("Gescheitert");
  const replay = page.getByRole("button", { name: "Erneut verarbeiten" });
  await pressUntil(replay, page.getByText("Wird erneut verarbeitet"));
  await expect(facts).toContainText("Verarbeitet");
  await expect(facts).not.toContainText("a mistake of ours");
  await expect(replay).toHaveCount(0);

  await expect.poll(fail).toBe(1);
  await page.goto("/platform/inbox?status=failed&type=call_ended");
  await expect(row).toBeVisible();
  const question = page.getByRole("dialog");
  await pressUntil(page.getByRole("button", { name: "Gescheiterte erneut verarbeiten" }), question);
  await question.getByRole("button", { name: "Gescheiterte erneut verarbeiten" }).click();
  await expect(page.getByText("Eine Meldung wird erneut verarbeitet")).toBeVisible();
  await expect(row).toHaveCount(0);
});

test("a number that a new business wishes for is assigned to its branch, and rings there", async ({
  page,
  signIn,
  openBrowser,
}) => {
  const owner = await openBrowser();
  const slug = await signUpBusiness(owner, "de");
  const call = async (procedure: string, input: object) => {
    const answer = await owner.request.post(`/api/trpc/${slug}/${procedure}`, { data: { json: input } });
    expect(answer.ok(), await answer.text()).toBe(true);
  };
  const wished = `+493012${randomInt(10_000, 99_999)}`;
  const offer = {
    name: "Massage",
    description: "",
    synonyms: [],
    durationMinutes: 30,
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
    gaps: [],
    priceCents: 3200,
  };
  await call("onboarding.applyTemplate", { trade: "physiotherapy", federalState: "HE", services: [offer] });
  await call("onboarding.wishNumber", { phoneNumber: wished });

  await signIn(null);
  await page.goto(`/platform/tenants/${slug}`);
  await expect(page.getByRole("region", { name: "Nummern" })).toContainText(
    "gewünscht, noch nicht zugeordnet",
  );
  await page.getByRole("link", { name: "Zu den Nummern" }).click();
  const number = formatPhone(wished);
  const wish = page
    .getByRole("region", { name: "Gewünschte Nummern" })
    .getByRole("listitem")
    .filter({ hasText: number });
  const dialog = page.getByRole("dialog", { name: `${number} zuordnen` });
  await pressUntil(wish.getByRole("button", { name: "Nummer zuordnen" }), dialog);
  // Business and branch stand there already.
  await expect(dialog.getByRole("button", { name: "Zuordnen" })).toBeEnabled();
  await dialog.getByRole("button", { name: "Zuordnen" }).click();
  await expect(wish).toHaveCount(0);
  const row = page.getByRole("table", { name: "Nummern" }).getByRole("row", { name: number });
  await expect(row.getByRole("link")).toHaveAttribute("href", `/platform/tenants/${slug}`);
});

test("every number says where it rings, and the usage of the month is a file", async ({
  page,
  signIn,
  expectAccessible,
}) => {
  const { name, phoneNumbers } = tenant("physio-am-park");
  await signIn(null);
  await page.goto("/platform/numbers");
  const row = page
    .getByRole("table", { name: "Nummern" })
    .getByRole("row", { name: formatPhone(phoneNumbers[0] ?? "") });
  await expect(row).toContainText(name);
  const dialog = page.getByRole("dialog");
  await pressUntil(row.getByRole("button", { name: /verlegen$/ }), dialog);
  await expect(dialog).toContainText("Bisherige Anrufe bleiben, wo sie sind.");
  await page.keyboard.press("Escape");
  await expectAccessible();

  await page.goto("/platform/usage");
  await expect(page.getByRole("table", { name: "Verbrauch" }).getByRole("row", { name })).toBeVisible();
  await expectAccessible();
  const href = (await page.getByRole("link", { name: "Als Datei (CSV)" }).getAttribute("href")) ?? "";
  const file = await page.request.get(href);
  expect((await file.body()).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  expect(await file.text()).toMatch(new RegExp(`;"?${name}"?;\\d+;`));
});

test("the audit trail is narrowed to a kind, and the file has the same rows", async ({
  page,
  signIn,
  expectAccessible,
}) => {
  await signIn("salon-lindner", "owner");
  await page.goto("/salon-lindner/settings/profile");
  await page.goto("/salon-lindner/settings/audit-trail");
  const table = page.getByRole("table", { name: "Protokoll" });
  await expect(table.getByRole("row", { name: "Angemeldet" }).first()).toBeVisible();
  await expectAccessible();
  await expect(async () => {
    await choose(page.getByLabel("Worum es geht"), "Konten");
    await expect(page).toHaveURL(/kind=user/, { timeout: 2_000 });
  }).toPass();
  await expect(table.getByRole("row", { name: "Angemeldet" }).first()).toBeVisible();
  const href = (await page.getByRole("link", { name: "Als Datei (CSV)" }).getAttribute("href")) ?? "";
  expect(href).toContain("kind=user");
  const file = await page.request.get(href);
  expect((await file.body()).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  const lines = (await file.text()).trim().split("\r\n");
  expect(lines[0]).toContain("Zeit;Wer;Was;Einzelheiten");
  expect(lines.slice(1).some((line) => line.includes("Angemeldet"))).toBe(true);
  expect(lines.some((line) => line.includes("Termin gebucht"))).toBe(false);
});

test("a calendar link shows somebody's appointments until it is revoked", async ({
  page,
  signIn,
  expectAccessible,
}) => {
  await signIn("salon-lindner", "owner");
  await page.goto("/salon-lindner/team");
  await page.getByRole("main").getByRole("table").getByRole("row").nth(1).getByRole("link").first().click();
  const section = page.getByRole("region", { name: "Kalender-Link" });
  await pressUntil(
    section.getByRole("button", { name: "Link erzeugen" }),
    section.getByLabel("Kalender-Link"),
  );
  const link = await section.getByLabel("Kalender-Link").inputValue();
  const calendar = await page.request.get(link);
  expect(calendar.headers()["content-type"]).toBe("text/calendar; charset=utf-8");
  expect(await calendar.text()).toContain("BEGIN:VCALENDAR");
  await expectAccessible();
  await section.getByRole("button", { name: "Link widerrufen" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Link widerrufen" }).click();
  await expect(section.getByRole("button", { name: "Link erzeugen" })).toBeVisible();
  expect((await page.request.get(link)).status()).toBe(404);
});

test("a call to a number nobody owns waits here, and moves to the business that gets the number", async ({
  page,
  signIn,
}) => {
  const runId = await startCall("unbekannte-nummer", "salon-lindner", "instant");
  await expectComeTrue(runId);
  const { from, to } = await numbersOf(runId);

  await signIn(null);
  await page.goto("/platform/unassigned");
  const row = page.getByRole("listitem").filter({ hasText: formatPhone(to) });
  await expect(row).toContainText("1 Anruf von einer Nummer");

  const dialog = page.getByRole("dialog", { name: `${formatPhone(to)} zuordnen` });
  await pressUntil(row.getByRole("button", { name: "Nummer zuordnen" }), dialog);
  await choose(dialog.getByLabel("Betrieb und Filiale"), tenant("salon-lindner").name);
  await dialog.getByRole("button", { name: "Zuordnen" }).click();
  await expect(page.getByText("Nummer zugeordnet, ein Anruf übernommen")).toBeVisible();
  await expect(row).toHaveCount(0);

  await page.goto("/salon-lindner/calls");
  const calls = page.getByRole("table", { name: "Anrufe" });
  await expect(calls.getByRole("row", { name: formatPhone(from) })).toBeVisible();
});

test("the background work gives a sign of life, and says whether anything failed", async ({
  page,
  signIn,
}) => {
  test.setTimeout(120_000);
  await signIn(null);
  await page.goto("/platform/jobs");
  const health = page.getByRole("main").getByRole("status");
  // The first sign of life comes within a minute of the start; the page asks again by itself.
  await expect(health.getByText("Läuft", { exact: true })).toBeVisible({ timeout: 80_000 });
  await expect(health).toContainText(/Letztes Lebenszeichen/);
  const failed = page.getByRole("region", { name: "Fehlgeschlagene Aufträge" });
  const none = failed.getByText("Kein Auftrag ist fehlgeschlagen.");
  const retry = failed.getByRole("button", { name: "Erneut ausführen" });
  await expect(none.or(retry.first())).toBeVisible();
});

test("a job that failed says why, and is done again by one touch", async ({ page, signIn }) => {
  const id = randomUUID();
  const why = `no answer ${id}`;
  // Pruning of what is old, which may be done at any time.
  const event = JSON.stringify({ id, name: "inngest/scheduled.timer", data: {}, ts: Date.now() });
  await changeDatabase(
    `insert into job_runs (id, function_id, event, status, attempt, due_at, error, started_at, finished_at)
     select ?, function_id, ?, 'failed', 4, utc_timestamp(3), ?, utc_timestamp(3), utc_timestamp(3)
     from job_schedules order by function_id like '%prune%' desc limit 1`,
    [id, event, JSON.stringify({ name: "Error", message: why })],
  );
  await signIn(null);
  await page.goto("/platform/jobs");
  const run = page
    .getByRole("region", { name: "Fehlgeschlagene Aufträge" })
    .getByRole("listitem")
    .filter({ hasText: why });
  await pressUntil(
    run.getByRole("button", { name: "Erneut ausführen" }),
    page.getByText("Wird erneut ausgeführt"),
  );
  await expect(run).toHaveCount(0);
});

test("what is said of a time is understood step by step, in an address that can be passed on", async ({
  page,
  signIn,
}) => {
  await signIn(null);
  await page.goto("/platform/german-time?now=2026-03-02T10:00&text=Mittwoch um fünfzehn Uhr");
  await expect(page.getByRole("region", { name: "Verstanden" })).toContainText(/4\. März 2026, 15:00/);
  await page.getByLabel("Gesagt").fill("übermorgen früh");
  await page.getByRole("button", { name: "Verstehen" }).click();
  await expect(page).toHaveURL(/text=%C3%BCbermorgen/);
  await expect(page.getByRole("region", { name: "Verstanden" })).toContainText(/4\. März 2026/);
  await expect(page.getByRole("region", { name: "Schritte" }).getByRole("table")).toBeVisible();
});

test("for the owner of a business there is no platform", async ({ page, signIn }) => {
  await signIn("physio-am-park", "owner");
  for (const path of [
    "/platform",
    "/platform/unassigned",
    "/platform/jobs",
    "/platform/inbox",
    "/platform/numbers",
  ]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { name: "Diese Seite gibt es nicht" })).toBeVisible();
    await expect(page.getByText(tenant("salon-lindner").name)).toHaveCount(0);
  }
  await page.goto("/physio-am-park");
  await expect(page.getByRole("link", { name: "Heute" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Plattform" })).toHaveCount(0);
});
