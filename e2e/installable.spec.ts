import { expect, test } from "./fixtures/test";

test("a browser may install it: the manifest names what it is, and its pictures are there", async ({
  page,
  request,
}) => {
  await page.goto("/sign-in");
  const href = await page.locator('link[rel="manifest"]').getAttribute("href");
  const manifest = await (await request.get(href ?? "")).json();
  expect(manifest).toMatchObject({ name: "AskProAI", start_url: "/", display: "standalone" });
  expect(manifest.icons).toHaveLength(3);
  for (const { src } of manifest.icons) {
    const picture = await request.get(src);
    expect(picture.headers()["content-type"]).toBe("image/png");
  }
});

test("without a connection a word of our own stands there, and the page comes back by itself", async ({
  page,
  context,
  expectAccessible,
}) => {
  await page.goto("/sign-in");
  await page.evaluate(() => navigator.serviceWorker.ready);
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByRole("heading", { name: "Keine Verbindung" })).toBeVisible();
  await expectAccessible();
  await context.setOffline(false);
  await expect(page.getByLabel("E-Mail")).toBeVisible();
});
