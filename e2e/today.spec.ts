import { formatPhone } from "../src/lib/phone-display";
import { expectComeTrue, numbersOf, startCall } from "./fixtures/simulated-call";
import { expect, test } from "./fixtures/test";

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

test("whoever may only read is offered nothing to write", async ({ page, signIn }) => {
  await signIn("salon-lindner", "viewer");
  await page.goto("/salon-lindner");
  const main = page.getByRole("main");
  await expect(main.getByRole("region", { name: "Nächste Termine" })).toBeVisible();
  await expect(main.getByRole("region", { name: "Rückrufe" })).toBeVisible();
  await expect(main.getByRole("button", { name: /Übernehmen|Erledigt|Testanruf/ })).toHaveCount(0);
});
