import { formatPhone } from "../src/lib/phone-display";
import { changeDatabase } from "./fixtures/database";
import { signUpBusiness } from "./fixtures/newcomer";
import { expectComeTrue, numbersOf, startCall } from "./fixtures/simulated-call";
import { expect, pressUntil, test } from "./fixtures/test";

const slug = "physio-am-park";

test("a running call shows its words with who says them, and the time that is kept until it is booked", async ({
  page,
  signIn,
  expectAccessible,
}) => {
  await signIn(slug, "staff");
  await page.goto(`/${slug}`);
  const running = page.getByRole("region", { name: "Laufende Anrufe" });
  await expect(running).toBeVisible();
  const runId = await startCall("gehalten", slug);
  await expect
    .poll(() =>
      numbersOf(runId).then(
        () => true,
        () => false,
      ),
    )
    .toBe(true);
  const { from } = await numbersOf(runId);
  const row = running.getByRole("listitem").filter({ hasText: formatPhone(from) });
  await expect(row.getByText("Assistent:", { exact: true })).toBeVisible();
  await expect(row.getByText("Anrufer:", { exact: true })).toBeVisible();
  await expect(row.getByText(/^Gehalten: /)).toBeVisible();
  await expect(row.getByText(/^noch \d:\d\d$/)).toBeVisible();
  await expectAccessible();
  await expect(row.getByText("Termin gebucht", { exact: true })).toBeVisible({ timeout: 45_000 });
  await expect(row.getByText(/^Gehalten: /)).toHaveCount(0);
  await expectComeTrue(runId);
});

test("what needs attention leads to where it is put right", async ({ page, signIn }) => {
  const runId = await startCall("unbekannte-nummer", "salon-lindner", "instant");
  await expectComeTrue(runId);
  const { to } = await numbersOf(runId);
  await signIn(null);
  await page.goto("/salon-lindner");
  const attention = page.getByRole("region", { name: "Braucht Aufmerksamkeit" });
  await attention.getByRole("link", { name: "Nummer zuordnen" }).click();
  await expect(page).toHaveURL(/\/platform\/unassigned/);
  await expect(page.getByText(formatPhone(to)).first()).toBeVisible();
});

test("whoever is away and has appointments stands there, with the way to replan them", async ({
  page,
  expectAccessible,
}) => {
  const own = await signUpBusiness(page, "de");
  const ofOwn = "from staff join tenants on tenants.id = staff.tenant_id where slug = ? and staff.name = ?";
  const whose = [own, "Rita Reise"];
  await changeDatabase("insert into staff (tenant_id, name) select id, ? from tenants where slug = ?", [
    "Rita Reise",
    own,
  ]);
  await changeDatabase(
    `insert into appointments (tenant_id, staff_id, start_time, end_time, status, source, attendee_name)
     select tenant_id, staff.id, utc_timestamp() - interval 1 minute, utc_timestamp() + interval 59 minute,
       'scheduled', 'phone', 'Uwe Umplan' ${ofOwn}`,
    whose,
  );
  await page.goto(`/${own}`);
  const attention = page.getByRole("region", { name: "Braucht Aufmerksamkeit" });
  await expect(attention).toBeVisible();
  await expect(attention.getByText(/abwesend/)).toHaveCount(0);
  await changeDatabase(
    `insert into staff_time_off (tenant_id, staff_id, starts_at, ends_at)
     select tenant_id, staff.id, utc_timestamp() - interval 1 day, utc_timestamp() + interval 1 day ${ofOwn}`,
    whose,
  );
  await page.reload();
  const item = attention.getByRole("listitem").filter({ hasText: "Rita Reise ist abwesend" });
  await expect(item).toContainText(/Der erste um \d\d:\d\d/);
  await expectAccessible();
  await item.getByRole("link", { name: "Termine umplanen" }).click();
  await expect(page).toHaveURL(/view=day&date=\d{4}-\d\d-\d\d&staff=\d+/);
  const slip = page.getByRole("button", { name: /Uwe Umplan.*Die Person ist dann abwesend/ });
  await pressUntil(slip, page.getByRole("dialog").getByRole("button", { name: "Termin verschieben" }));
});

test("a due callback is taken and settled on the spot", async ({ page }) => {
  const own = await signUpBusiness(page, "de");
  await page.goto(`/${own}/callbacks`);
  const sheet = page.getByRole("dialog");
  await pressUntil(page.getByRole("button", { name: "Neuer Rückruf" }), sheet);
  await sheet.getByLabel("Name").fill("Rosa Ruf");
  await sheet.getByLabel("Telefon").fill("0151 11234567");
  await sheet.getByRole("button", { name: "Rückruf vormerken" }).click();
  await expect(sheet).toBeHidden();
  await page.goto(`/${own}`);
  const callbacks = page.getByRole("region", { name: "Rückrufe" });
  const row = callbacks.getByRole("listitem").filter({ hasText: "Rosa Ruf" });
  await pressUntil(row.getByRole("button", { name: "Übernehmen" }), row.getByText("Sie sind dran"));
  await row.getByRole("button", { name: "Erledigt" }).click();
  await expect(callbacks.getByText("Keine offenen Rückrufe.")).toBeVisible();
});

test("who is next stands there with whom, and leads to the appointment", async ({ page, signIn }) => {
  await signIn(slug, "staff");
  await page.goto(`/${slug}`);
  const next = page.getByRole("region", { name: "Als Nächstes, je Person" }).getByRole("listitem").first();
  await expect(next).toContainText(/\d\d:\d\d.+ · /);
  const whose = (await next.textContent()) ?? "";
  await next.getByRole("link").click();
  const sheet = page.getByRole("dialog");
  const name = (await sheet.getByRole("heading").first().textContent()) ?? "-";
  expect(whose).toContain(name);
});

test("a new business is told its next step, not warned", async ({ page }) => {
  const own = await signUpBusiness(page, "de");
  await page.goto(`/${own}`);
  await expect(page.getByRole("link", { name: "Weiter einrichten" })).toBeVisible();
  await expect(page.getByText("Noch kein Guthaben")).toBeVisible();
  await expect(page.getByText(/Guthaben ist niedrig/)).toHaveCount(0);
});

test("whoever may only read is offered nothing to write", async ({ page, signIn }) => {
  await signIn("salon-lindner", "viewer");
  await page.goto("/salon-lindner");
  const main = page.getByRole("main");
  await expect(main.getByRole("region", { name: "Als Nächstes, je Person" })).toBeVisible();
  await expect(main.getByRole("region", { name: "Rückrufe" })).toBeVisible();
  await expect(main.getByRole("button", { name: /Übernehmen|Erledigt|Testanruf/ })).toHaveCount(0);
});
