import { signUpBusiness } from "./fixtures/newcomer";
import { expect, pressUntil, test } from "./fixtures/test";

const slug = "physio-am-park";

/** "YYYY-MM-DD", a Tuesday at least a week ahead. */
function comingTuesday(): string {
  const now = new Date();
  const days = ((9 - now.getDay()) % 7) + 7;
  return new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10);
}

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test("one touch shows one's own day, another everybody's", async ({ page, signIn, expectAccessible }) => {
    await signIn(slug, "staff");
    await page.goto(`/${slug}/appointments?date=${comingTuesday()}`);
    const people = page.getByRole("radiogroup", { name: "Nach Person filtern" });
    const slips = page.locator("[data-slip]:visible");
    await expect(slips).not.toHaveCount(0);
    const all = await slips.count();
    const jana = people.getByRole("radio", { name: "Jana Brandt" });
    await expect(async () => {
      await jana.tap();
      await expect(page).toHaveURL(/staff=\d+/, { timeout: 2_000 });
    }).toPass();
    await expect(jana).toBeChecked();
    await expect.poll(() => slips.count()).toBeLessThan(all);
    for (const label of await slips.evaluateAll((each) => each.map((slip) => slip.ariaLabel)))
      expect(label).toContain("Jana Brandt");
    await expectAccessible();
    await people.getByRole("radio", { name: "Alle" }).tap();
    await expect(slips).toHaveCount(all);
  });
});

test("a calendar nobody has opened yet says what is missing, and where to put it right", async ({ page }) => {
  const own = await signUpBusiness(page, "de");
  await page.goto(`/${own}/appointments`);
  await page.getByRole("link", { name: "Öffnungszeiten eintragen" }).click();
  await expect(page).toHaveURL(/onboarding\?step=hours/);
});

test("an appointment that is not there is said to be gone, without a way to try again", async ({
  page,
  signIn,
}) => {
  await signIn(slug, "staff");
  await page.goto(`/${slug}/appointments?appointment=999999999`);
  const sheet = page.getByRole("dialog");
  await expect(sheet.getByRole("alert")).toContainText("gibt es nicht mehr");
  await expect(sheet.getByRole("button", { name: "Erneut versuchen" })).toHaveCount(0);
});

test("a person's calendar link shows their appointments to whoever has it, until it is revoked", async ({
  page,
  signIn,
  request,
}) => {
  await signIn("beratung-hansen", "owner");
  await page.goto("/beratung-hansen/team");
  await page.getByRole("main").getByRole("table").getByRole("link").first().click();
  const link = page.getByRole("textbox", { name: "Kalender-Link" });
  await pressUntil(page.getByRole("button", { name: "Link erzeugen" }), link);
  const address = await link.inputValue();
  const calendar = await request.get(address);
  expect(calendar.headers()["content-type"]).toContain("text/calendar");
  expect(await calendar.text()).toContain("BEGIN:VCALENDAR");
  await page.getByRole("button", { name: "Link widerrufen" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Link widerrufen" }).click();
  await expect(page.getByRole("button", { name: "Link erzeugen" })).toBeVisible();
  expect((await request.get(address)).status()).toBe(404);
});
