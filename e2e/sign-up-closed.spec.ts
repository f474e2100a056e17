import { startAnotherApp } from "./fixtures/another-app";
import { expect, test } from "./fixtures/test";

test("where sign-up is closed nobody finds a form, neither from the sign-in page nor by the address", async ({
  page,
  expectAccessible,
}) => {
  const { url, end } = await startAnotherApp({ SIGN_UP: "closed" });
  try {
    await page.goto(`${url}/sign-in`);
    await expect(page.getByRole("button", { name: "Anmelden" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Betrieb anlegen" })).toHaveCount(0);

    await page.goto(`${url}/sign-up`);
    await expect(page.getByRole("heading", { name: "Keine Anmeldung neuer Betriebe" })).toBeVisible();
    await expect(page.getByRole("textbox")).toHaveCount(0);
    await expectAccessible();
    await page.getByRole("link", { name: "Anmelden" }).click();
    await expect(page).toHaveURL(`${url}/sign-in`);
  } finally {
    end();
  }
});
