import { formatPhone } from "../src/lib/phone-display";
import { demo, tenant } from "./fixtures/demo";
import { expectComeTrue, numbersOf, startCall } from "./fixtures/simulated-call";
import { choose, expect, pressUntil, test } from "./fixtures/test";

test("the platform's administrator lands on every business there is", async ({ page, signIn }) => {
  await signIn(null);
  await page.goto("/");
  await expect(page).toHaveURL("/platform");
  await expect(page).toHaveTitle("Betriebe · Plattform");
  const table = page.getByRole("table", { name: "Betriebe" });
  for (const { name } of demo.tenants) await expect(table.getByRole("row", { name })).toContainText("Aktiv");
});

test("the administrator enters a business and finds the way back", async ({ page, signIn }) => {
  const { name } = tenant("beratung-hansen");
  await signIn(null);
  await page.goto("/platform");
  await page.getByRole("table", { name: "Betriebe" }).getByRole("row", { name }).getByRole("link").click();
  await expect(page).toHaveURL("/beratung-hansen");
  await expect(page).toHaveTitle(`Heute · ${name}`);
  await expect(page.getByRole("heading", { level: 1, name: "Heute" })).toBeVisible();
  await page.getByRole("link", { name: "Plattform" }).click();
  await expect(page).toHaveURL("/platform");
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

test("for the owner of a business there is no platform", async ({ page, signIn }) => {
  await signIn("physio-am-park", "owner");
  for (const path of ["/platform", "/platform/unassigned", "/platform/jobs"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { name: "Diese Seite gibt es nicht" })).toBeVisible();
    await expect(page.getByText(tenant("salon-lindner").name)).toHaveCount(0);
  }
  await page.goto("/physio-am-park");
  await expect(page.getByRole("link", { name: "Heute" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Plattform" })).toHaveCount(0);
});
