import type { Locator, Page } from "@playwright/test";
import { expectSteady, mostShift, shiftsOf, watchShifts } from "./fixtures/shifts";
import { expect, test } from "./fixtures/test";

const slug = "physio-am-park";
/** Longer than what counts as an answer to somebody's press, after which things may move. */
const lateMs = 700;
const slowdown = 4;

const pages = [
  "",
  "/calls",
  "/appointments",
  "/customers",
  "/callbacks",
  "/team",
  "/team/services",
  "/team/branches",
  "/assistant",
  "/analytics",
  "/settings",
  "/settings/members",
  "/settings/audit-trail",
  "/sync",
];

test.beforeEach(async ({ page, signIn }) => {
  await page.addInitScript(watchShifts);
  await signIn(slug, "owner");
});

/** Everything that is asked from here on is answered late. */
async function answerLate(page: Page) {
  await page.route("**/api/trpc/**", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, lateMs));
    await route.continue();
  });
}

const widths = { desk: 1440, phone: 390 };
const resize = (page: Page, width: number) => page.setViewportSize({ width, height: 900 });

for (const [name, width] of Object.entries(widths)) {
  test(`pages stand where they first stood, also on a slow machine (${name})`, async ({ page }) => {
    test.slow();
    await resize(page, width);
    const slow = await page.context().newCDPSession(page);
    await slow.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
    for (const path of pages)
      await test.step(path || "Heute", async () => {
        await page.goto(`/${slug}${path}`);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await expectSteady(page);
      });
  });

  test(`a branch with appointments outside its hours, and a person, stand where they first stood (${name})`, async ({
    page,
  }) => {
    await resize(page, width);
    await answerLate(page);
    for (const [list, row] of [
      ["/team/branches", "Nordstadt"],
      ["/team", "Jana Brandt"],
    ] as const) {
      await page.goto(`/${slug}${list}`);
      const href = await page.getByRole("main").getByRole("link", { name: row }).getAttribute("href");
      await page.goto(href ?? "");
      await expect(page.getByRole("heading", { level: 1, name: row })).toBeVisible();
      await expectSteady(page);
    }
  });

  for (const [list, label] of Object.entries({ calls: "Anrufe", customers: "Kunden", callbacks: "Rückrufe" }))
    test(`what stands in for the list of ${list} is where its rows will be, and as high (${name})`, async ({
      page,
    }) => {
      const callback = { name: "", phone: "0151 11234567", reason: "Frage zur Rechnung", priority: "normal" };
      await page.request.post(`/api/trpc/${slug}/callbacks.request`, { data: { json: callback } });
      // Where its link is in sight, a page's stand-in is there before it is asked for; on a phone some are not.
      await page.goto(`/${slug}`);
      await page.waitForLoadState("networkidle");
      await resize(page, width);
      const answer = await holdPages(page);
      await page.getByRole("heading", { level: 1 }).click();
      await page.keyboard.press("g");
      await page.keyboard.press(goKeys[list as keyof typeof goKeys]);
      const standIn = page.getByRole("status", { name: "Wird geladen" });
      await expect(standIn).toBeVisible();
      const rows = (within: Locator) => within.locator("tbody tr:visible, ul > li:visible");
      const before = await boxesOf(rows(standIn));
      answer();
      await expect(page.getByRole("heading", { level: 1, name: label })).toBeVisible();
      const after = await boxesOf(rows(page.getByRole("main")));
      expect(Math.abs(after.top - before.top), "pixels between the first rows").toBeLessThanOrEqual(4);
      // Some have a line more or less.
      const [height = 0] = before.heights;
      expect(Math.min(...after.heights.map((other) => Math.abs(other - height)))).toBeLessThanOrEqual(4);
    });
}

async function boxesOf(rows: Locator) {
  await expect(rows.first()).toBeVisible();
  const boxes = await rows.evaluateAll((all) =>
    all.map((row) => row.getBoundingClientRect().toJSON() as DOMRect),
  );
  return { top: boxes[0]?.top ?? 0, heights: boxes.map(({ height }) => height) };
}

const goKeys = { calls: "a", customers: "k", callbacks: "r" };

/** Pages that are gone to stay on their way until the answer is let through. */
async function holdPages(page: Page): Promise<() => void> {
  let letThrough = () => {};
  const held = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route(/[?&]_rsc=/, async (route) => {
    await held;
    await route.continue();
  });
  return letThrough;
}

for (const { list, from, to, heading } of [
  { list: "settings", from: "/profile", to: "Mitglieder", heading: "Einstellungen" },
  { list: "team", from: "", to: "Leistungen", heading: "Team & Angebot" },
])
  test(`a pressed tab of ${list} is marked before its page is there, and the heading stays`, async ({
    page,
  }) => {
    await page.goto(`/${slug}/${list}${from}`);
    await page.waitForLoadState("networkidle");
    const answer = await holdPages(page);
    const tab = page.getByRole("main").getByRole("link", { name: to, exact: true });
    await tab.click();
    await expect(page.getByRole("status", { name: "Wird geladen" })).toBeVisible();
    await expect(tab).toHaveAttribute("aria-current", "page");
    await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
    answer();
    await expect(page.getByRole("status", { name: "Wird geladen" })).toBeHidden();
    await expectSteady(page);
  });

test("an answer that comes late moves nothing", async ({ page }) => {
  await page.goto(`/${slug}/calls`);
  const table = page.getByRole("table", { name: "Anrufe" });
  await expect(table.locator("[data-row-link]").first()).toBeVisible();
  await answerLate(page);
  const missed = page.getByRole("button", { name: "Ohne Ergebnis", exact: true });
  await expect(async () => {
    if (!page.url().includes("outcome=")) await missed.click();
    await expect(page).toHaveURL(/outcome=/, { timeout: 2_000 });
  }).toPass();
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
  await expectSteady(page);
});

test("control: what is put above the rest is seen to move it", async ({ page }) => {
  await page.goto(`/${slug}/calls`);
  await expect(page.locator("[data-row-link]").first()).toBeVisible();
  await page.evaluate(() => {
    const late = document.createElement("div");
    late.style.height = "200px";
    document.querySelector("main")?.prepend(late);
  });
  await expect.poll(async () => (await shiftsOf(page)).sum).toBeGreaterThan(mostShift);
});
