import type { Page } from "@playwright/test";
import { expect, pressUntil, test } from "./fixtures/test";

const slug = "physio-am-park";
const requestId = "4c1f1a1e-0000-4000-8000-00000000cafe";

/** From now on every question and every write to the server ends like this one. */
const failWith = (page: Page, kind: "internal" | "unavailable") =>
  page.route(/\/api\/trpc\//, (route) =>
    route.fulfill({
      status: kind === "internal" ? 500 : 503,
      contentType: "application/json",
      body: JSON.stringify([
        {
          error: {
            json: {
              message: kind,
              code: -32603,
              data: { code: "INTERNAL_SERVER_ERROR", error: { code: kind, kind, details: {}, requestId } },
            },
          },
        },
      ]),
    }),
  );

for (const { name, width, scheme } of [
  { name: "on the phone in the dark", width: 390, scheme: "dark" },
  { name: "at the desk", width: 1440, scheme: "light" },
] as const)
  test(`a list that cannot be loaded says what, why and what to do, with the request's id, ${name}`, async ({
    page,
    signIn,
    expectAccessible,
  }) => {
    await page.setViewportSize({ width, height: 844 });
    await page.emulateMedia({ colorScheme: scheme });
    await signIn(slug, "owner", "en");
    await page.goto(`/${slug}/callbacks`);
    await failWith(page, "internal");
    const alert = page.getByRole("main").getByRole("alert");
    await pressUntil(page.getByRole("button", { name: "Urgent" }), alert);
    await expect(alert).toContainText("This could not be loaded");
    await expect(alert).toContainText("The fault is ours.");
    await expect(alert).toContainText(requestId);
    await expectAccessible();
    const overhang = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overhang).toBeLessThanOrEqual(0);

    await page.unroute(/\/api\/trpc\//);
    await alert.getByRole("button", { name: "Try again" }).click();
    await expect(alert).toHaveCount(0);
  });

test("a form that cannot be saved keeps what was typed and names the request", async ({ page, signIn }) => {
  await signIn(slug, "owner");
  await page.goto(`/${slug}/settings/profile`);
  const sheet = page.getByRole("dialog");
  await pressUntil(page.getByRole("button", { name: "Namen ändern" }), sheet);
  await sheet.getByLabel("Name").fill("Wird nicht gespeichert");
  await failWith(page, "internal");
  await sheet.getByRole("button", { name: "Name speichern" }).click();
  await expect(sheet.getByRole("alert")).toContainText(`Vorgangsnummer: ${requestId}`);
  await expect(sheet.getByLabel("Name")).toHaveValue("Wird nicht gespeichert");
});

test("a button whose write fails says so above the page, with the request's id", async ({ page, signIn }) => {
  await signIn(slug, "owner");
  await page.goto(`/${slug}/settings/profile`);
  const english = page.getByRole("main").getByText("English", { exact: true });
  await expect(english).toBeVisible();
  await failWith(page, "unavailable");
  const said = page.getByRole("region", { name: /Mitteilungen/ });
  await pressUntil(english, said.getByText(`Vorgangsnummer: ${requestId}`));
  await expect(said).toContainText("Gerade nicht erreichbar.");
});

test("a page without a network says that it may be outdated, and takes it back", async ({ page, signIn }) => {
  await signIn(slug, "owner");
  await page.goto(`/${slug}/calls`);
  const said = page.getByRole("status").filter({ hasText: "Verbindung unterbrochen." });
  // Without a network, what has not come yet never would: the page has to listen first.
  const search = page.getByRole("button", { name: /^Suchen/ }).filter({ visible: true });
  await pressUntil(search, page.getByRole("dialog"));
  await page.keyboard.press("Escape");
  await page.context().setOffline(true);
  await expect(said).toBeVisible();
  await page.context().setOffline(false);
  await expect(said).toHaveCount(0);
});
