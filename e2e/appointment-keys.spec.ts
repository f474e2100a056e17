import { randomInt } from "node:crypto";
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures/test";
import { words } from "./fixtures/words";

const slug = "physio-am-park";
/** Keys until the button that is meant has the focus: a way that grows longer is noticed. */
const mostTabs = 12;

async function tabTo(page: Page, target: Locator) {
  await expect(target).toBeVisible();
  const isThere = () => target.evaluate((element) => element === document.activeElement);
  for (let pressed = 0; pressed < mostTabs && !(await isThere()); pressed++) await page.keyboard.press("Tab");
  await expect(target).toBeFocused();
}

/** "YYYY-MM-DD", a Monday in the week after the next. */
function mondayAfterNext(): string {
  const now = new Date();
  const days = ((8 - now.getUTCDay()) % 7) + 14;
  return new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10);
}

for (const locale of ["de", "en"] as const)
  test(`an appointment is booked, moved, taken back and cancelled by keys alone (${locale})`, async ({
    page,
    signIn,
    expectAccessible,
  }) => {
    const say = (key: string) => words(locale, `appointments.${key}`);
    const sheet = page.getByRole("dialog");
    const button = (key: string) => sheet.getByRole("button", { name: say(key), exact: true });
    const times = sheet.getByRole("radiogroup", { name: say("freeTimes.times") }).getByRole("radio");
    const name = `Tastatur Test ${randomInt(1_000_000)}`;
    await signIn(slug, undefined, locale);
    await page.goto(`/${slug}/appointments?date=${mondayAfterNext()}`);

    await test.step("booked: the service, a free time by arrows, a name", async () => {
      await expect(async () => {
        await page.keyboard.press("c");
        await expect(sheet).toBeVisible({ timeout: 2_000 });
      }).toPass();
      const service = sheet.getByLabel(say("facts.service"));
      await tabTo(page, service);
      await page.keyboard.type("Kranken");
      await expect(service.locator("option:checked")).toContainText("Krankengymnastik");
      await tabTo(page, times.first());
      await page.keyboard.press("ArrowRight");
      await expect(times.nth(1)).toBeFocused();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("ArrowUp");
      await expect(times.nth(1)).toBeFocused();
      await expectAccessible({ within: "[role=dialog]" });
      await page.keyboard.press("Enter");
      await expect(sheet.getByLabel(say("new.customer"))).toBeFocused();
      await page.keyboard.type(name);
      await tabTo(
        page,
        sheet.getByRole("button", { name: say("new.createCustomer").replace("{text}", name) }),
      );
      await page.keyboard.press("Enter");
      await tabTo(page, button("new.submit"));
      await page.keyboard.press("Enter");
      await expect(sheet.getByRole("heading", { name })).toBeVisible();
    });

    const when = sheet.locator("dd").first();
    const before = (await when.textContent()) ?? "";

    await test.step("moved to another time, and told that nobody else knows", async () => {
      await tabTo(page, button("actions.move"));
      await page.keyboard.press("Enter");
      await tabTo(page, times.first());
      await page.keyboard.press("End");
      await expect(times.last()).toBeFocused();
      await page.keyboard.press("Enter");
      await expect(button("move.submit")).toBeFocused();
      await expect(sheet.getByText(say("move.untold"))).toBeVisible();
      await page.keyboard.press("Enter");
      await expect(sheet.getByText(say("replan.toldNobody"))).toBeVisible();
      await expect(when).not.toHaveText(before);
      await expect(button("replan.undo")).toBeFocused();
      await page.keyboard.press("Enter");
      await expect(when).toHaveText(before);
    });

    await test.step("cancelled, with the reason", async () => {
      await tabTo(page, button("actions.cancel"));
      await page.keyboard.press("Enter");
      await expect(sheet.getByLabel(say("cancel.reason"))).toBeFocused();
      await page.keyboard.type("Test");
      await page.keyboard.press("Enter");
      await expect(sheet.getByText(say("reasonGiven").replace("{reason}", "Test"))).toBeVisible();
      await expect(page.getByText(say("cancel.toldNobody"))).toBeVisible();
    });
  });

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test("one tap leads to another day, the week after and back to today; the day begins in the upper third", async ({
    page,
    signIn,
  }) => {
    await signIn(slug, "staff");
    const date = mondayAfterNext();
    await page.goto(`/${slug}/appointments?date=${date}`);
    const days = page.getByRole("navigation", { name: words("de", "appointments.days") });
    const top = (await days.boundingBox())?.y ?? 0;
    expect(top, "what stands above the days").toBeLessThan(230);
    const next = days.getByRole("button", { name: words("de", "appointments.steps.nextWeek") });
    const following = new Date(new Date(date).getTime() + 7 * 86_400_000).toISOString().slice(0, 10);
    await expect(async () => {
      if (!page.url().includes(following)) await next.tap();
      await expect(page).toHaveURL(new RegExp(`date=${following}`), { timeout: 2_000 });
    }).toPass();
    await days.getByRole("button", { name: /^Dienstag/ }).tap();
    await expect(days.locator("[aria-current=date]")).toHaveAccessibleName(/^Dienstag/);
    await page.getByRole("button", { name: "Heute", exact: true }).tap();
    await expect(page).not.toHaveURL(/date=/);
    await expect(page.getByRole("button", { name: "Heute", exact: true })).toBeHidden();
  });
});
