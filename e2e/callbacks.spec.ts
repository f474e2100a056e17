import { randomInt } from "node:crypto";
import type { Locator, Page } from "@playwright/test";
import { demo, tenant } from "./fixtures/demo";
import { expect, pressUntil, test } from "./fixtures/test";

const slug = "physio-am-park";
const sheet = (page: Page) => page.getByRole("dialog");

/** Notes a callback at the counter; its number is nobody else's. */
async function noteCallback(page: Page, name: string, phone = `0151 / 1${randomInt(1_000_000, 9_999_999)}`) {
  await page.goto(`/${slug}/callbacks`);
  await pressUntil(page.getByRole("button", { name: "Neuer Rückruf" }), sheet(page));
  await sheet(page).getByLabel("Name").fill(name);
  await sheet(page).getByLabel("Telefon").fill(phone);
  await sheet(page).getByLabel("Anliegen").fill("Frage zur Verordnung");
  await sheet(page).getByRole("button", { name: "Rückruf vormerken" }).click();
  await expect(sheet(page)).toBeHidden();
}

const row = (page: Page, name: string) =>
  page.getByRole("table", { name: "Rückrufe" }).getByRole("row").filter({ hasText: name });

test("two people never call the same person: what one takes, the other sees at once and cannot take", async ({
  page,
  openBrowser,
  signIn,
  expectAccessible,
}) => {
  await signIn(slug, "staff");
  const name = `Rita Zwei ${randomInt(1_000_000)}`;
  await noteCallback(page, name);
  const other = await openBrowser({ tenant: slug, role: "manager" });
  await other.goto(`/${slug}/callbacks`);
  await expect(row(other, name).getByRole("button", { name: /übernehmen/ })).toBeVisible();

  await row(page, name)
    .getByRole("button", { name: `Rückruf an ${name} übernehmen` })
    .click();
  await expect(row(page, name)).toContainText("Sie sind dran");
  await expect(row(other, name)).toContainText("ist dran");
  await expect(row(other, name).getByRole("button")).toHaveCount(0);
  await row(other, name).getByRole("link").click();
  await expect(sheet(other)).toContainText("hat diesen Rückruf übernommen");
  await expect(sheet(other).getByRole("button", { name: "Erreicht" })).toHaveCount(0);

  await row(page, name).getByRole("link").click();
  await expect(sheet(page).getByRole("link", { name: /anrufen$/ })).toHaveAttribute("href", /^tel:\+49151/);
  await expectAccessible({ within: "[role=dialog]" });

  await page.reload();
  await expect(sheet(page).getByRole("button", { name: "Wieder freigeben" })).toBeVisible();
  await expect(sheet(page)).toBeFocused();
  await sheet(page).getByLabel("Notizen").fill("Mailbox besprochen");
  await sheet(other).getByLabel("Notizen").fill("Hat auch gemailt");
  await sheet(other).getByRole("button", { name: "Speichern", exact: true }).click();
  await expect(sheet(page).getByLabel("Notizen")).toHaveValue("Hat auch gemailt\nMailbox besprochen");
  await page.keyboard.press("Escape");
  await expect(row(page, name).getByRole("link")).toBeFocused();
});

/** By the key alone, as far as anybody would go on pressing it. */
async function tabTo(page: Page, target: Locator, most = 20) {
  for (let pressed = 0; pressed < most; pressed++) {
    if (await target.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press("Tab");
  }
  await expect(target).toBeFocused();
}

test("by keyboard alone: take it, note something, not reached, due again, and done with an undo", async ({
  page,
  signIn,
}) => {
  await signIn(slug, "staff");
  const name = `Tina Taste ${randomInt(1_000_000)}`;
  await noteCallback(page, name);
  await row(page, name).getByRole("link").focus();
  await page.keyboard.press("Enter");
  await expect(sheet(page).getByRole("heading", { name })).toBeVisible();

  const press = async (button: string) => {
    await tabTo(page, sheet(page).getByRole("button", { name: button, exact: true }));
    await page.keyboard.press("Enter");
  };
  const mine = sheet(page).getByRole("button", { name: "Wieder freigeben" });
  await press("Übernehmen");
  await expect(mine).toBeVisible();
  await tabTo(page, sheet(page).getByRole("link", { name: /anrufen$/ }), 2);
  await tabTo(page, sheet(page).getByLabel("Notizen"));
  await page.keyboard.type("Nur vormittags");
  await press("Speichern");
  await press("In 3 Stunden");
  await expect(sheet(page)).toContainText("Einmal nicht erreicht");
  await expect(sheet(page).getByLabel("Notizen")).toHaveValue("Nur vormittags");

  await press("Übernehmen");
  await expect(mine).toBeVisible();
  await press("Erreicht");
  await expect(sheet(page)).toBeHidden();
  await expect(row(page, name)).toHaveCount(0);
  await page.getByRole("button", { name: "Rückgängig" }).click();
  await expect(row(page, name)).toBeVisible();
});

test("what was typed while on the phone is kept: by the outcome, by closing, by leaving through a link", async ({
  page,
  signIn,
}) => {
  await signIn(slug, "staff");
  const name = `Nora Notiz ${randomInt(1_000_000)}`;
  await noteCallback(page, name);
  const notes = sheet(page).getByLabel("Notizen");
  const reopen = async (said: string) => {
    await row(page, name).getByRole("link").click();
    await expect(notes).toHaveValue(said);
  };

  await row(page, name).getByRole("link").click();
  await sheet(page).getByRole("button", { name: "Übernehmen", exact: true }).click();
  await expect(sheet(page).getByRole("button", { name: "Wieder freigeben" })).toBeVisible();
  await notes.fill("Mailbox besprochen");
  await sheet(page).getByRole("button", { name: "Schließen" }).click();
  await expect(sheet(page)).toBeHidden();
  await reopen("Mailbox besprochen");

  await notes.fill("Möchte dienstags");
  await page.keyboard.press("Escape");
  await expect(sheet(page)).toBeHidden();
  await reopen("Möchte dienstags");

  await notes.fill("Bucht gleich");
  await sheet(page).getByRole("link", { name: "Termin buchen" }).click();
  await expect(page).toHaveURL(/appointments\?new=true/);
  await page.goto(`/${slug}/callbacks`);
  await reopen("Bucht gleich");

  await notes.fill("Hat sich gefreut");
  await sheet(page).getByRole("button", { name: "Erreicht", exact: true }).click();
  await expect(sheet(page)).toBeHidden();
  await page.goto(`/${slug}/callbacks?view=done`);
  await reopen("Hat sich gefreut");
});

test("on the phone a callback is taken, dialled and settled from its card", async ({ page, signIn }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(slug, "staff");
  const name = `Holger Handy ${randomInt(1_000_000)}`;
  await noteCallback(page, name);
  const card = page.getByRole("list", { name: "Rückrufe" }).getByRole("listitem").filter({ hasText: name });
  await card.getByRole("button", { name: `Rückruf an ${name} übernehmen` }).click();
  await expect(card.getByRole("link", { name: /anrufen$/ })).toHaveAttribute("href", /^tel:\+49151/);
  await card.getByRole("button", { name: /erreicht/i }).click();
  await expect(card).toHaveCount(0);
});

test("what cannot wait moves up, and is found among the urgent", async ({ page, signIn }) => {
  await signIn(slug, "staff");
  const name = `Dora Druck ${randomInt(1_000_000)}`;
  await noteCallback(page, name);
  await row(page, name).getByRole("link").click();
  await sheet(page).getByLabel("Priorität").selectOption("Dringend");
  await page.keyboard.press("Escape");
  await expect(row(page, name)).toContainText("Dringend");
  await page.goto(`/${slug}/callbacks?view=urgent`);
  await expect(row(page, name)).toBeVisible();
});

test("who is settled leads on to the next by keyboard, whose wish stands before the number", async ({
  page,
  signIn,
}) => {
  await signIn(slug, "staff");
  const [name, next] = [`Kurt Kurz ${randomInt(1_000_000)}`, `Lena Lang ${randomInt(1_000_000)}`];
  await noteCallback(page, name);
  await noteCallback(page, next);
  await row(page, name).getByRole("link").click();
  await expect(sheet(page).getByText("Frage zur Verordnung")).toBeVisible();
  await sheet(page).getByRole("button", { name: "Übernehmen", exact: true }).click();
  await expect(sheet(page).getByRole("link", { name: "Termin buchen" })).toBeVisible();
  await sheet(page).getByRole("button", { name: "Erreicht", exact: true }).click();
  await expect(row(page, name)).toHaveCount(0);
  await expect(page.getByRole("table", { name: "Rückrufe" }).locator("a:focus")).toHaveCount(1);
});

/** Somebody books by the interface, at the first time of the coming weeks that is free. */
async function book(customer: { name: string; phone: string }) {
  const ask = (path: string, body?: unknown) =>
    fetch(`${demo.url}/api/appointments${path}`, {
      method: body === undefined ? "GET" : "POST",
      headers: { "x-api-key": tenant(slug).apiKey, "content-type": "application/json" },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  const { data } = await (await ask("?per_page=1")).json();
  const midnight = new Date();
  midnight.setUTCHours(0, 0, 0, 0);
  for (let hour = 3 * 24; hour < 24 * 24; hour++) {
    const start = new Date(midnight.getTime() + hour * 3_600_000);
    const booked = await ask("", { service_id: data[0].service_id, start_time: start, customer });
    if (booked.status === 201) return;
  }
  throw new Error("nothing was free for three weeks");
}

test("whoever books meanwhile need not be called: the callback settles itself before one's eyes", async ({
  page,
  signIn,
}) => {
  await signIn(slug, "staff");
  const name = `Selma Selbst ${randomInt(1_000_000)}`;
  const digits = `1511${randomInt(1_000_000, 9_999_999)}`;
  await noteCallback(page, name, `0${digits}`);
  await expect(row(page, name)).toBeVisible();
  await book({ name, phone: `+49${digits}` });
  await expect(row(page, name)).toHaveCount(0);
  await page.goto(`/${slug}/callbacks?view=done`);
  await expect(row(page, name)).toContainText("Hat sich erledigt");
  await row(page, name).getByRole("link").click();
  await expect(sheet(page)).toContainText("Termin gebucht für");
});

test("the view is in the address, and an empty one leads on", async ({ page, signIn }) => {
  await signIn(slug, "manager");
  await page.goto(`/${slug}/callbacks?view=mine`);
  await expect(page.getByText("Sie haben nichts übernommen")).toBeVisible();
  await page.getByRole("button", { name: "Offene ansehen" }).click();
  await expect(page).toHaveURL(new RegExp(`/${slug}/callbacks$`));
});

test("whoever may only read sees the worklist and is offered nothing to write", async ({ page, signIn }) => {
  await signIn("salon-lindner", "viewer");
  await page.goto("/salon-lindner/callbacks");
  await expect(page.getByRole("heading", { level: 1, name: "Rückrufe" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Neuer Rückruf" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: /übernehmen/ })).toHaveCount(0);
});
