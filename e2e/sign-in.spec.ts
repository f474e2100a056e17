import type { Page } from "@playwright/test";
import { account, demo, tenant } from "./fixtures/demo";
import { expect, pressUntil, signInThroughForm, test } from "./fixtures/test";

const owner = account("physio-am-park", "owner");
/** Nobody else's tests sign in as this one, so all its sessions may end. */
const manager = account("physio-am-park", "manager");
const viewer = account("salon-lindner", "viewer");
const notFound = "Diese Seite gibt es nicht";

async function tryPassword(page: Page, email: string, password: string) {
  await page.getByLabel("E-Mail").fill(email);
  await page.getByLabel("Passwort", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Anmelden", exact: true }).click();
}

async function chooseInUserMenu(page: Page, item: string) {
  const entry = page.getByRole("menuitem", { name: item, exact: true });
  await pressUntil(page.getByRole("button", { name: "Konto und Einstellungen" }), entry);
  await entry.click();
}

test("a wrong password and an unknown account get the same sentence, and nobody is signed in", async ({
  page,
}) => {
  await page.goto("/sign-in");
  const alert = page.getByRole("alert").filter({ hasText: /./ });
  const answers: string[] = [];
  for (const email of [owner.email, `nobody-${Date.now()}@example.com`]) {
    await tryPassword(page, email, "not the password");
    await expect(alert).toBeVisible();
    answers.push((await alert.textContent()) ?? "");
    await page.reload();
    await expect(page.getByRole("heading", { name: "Anmelden" })).toBeVisible();
  }
  expect(answers).toEqual(Array(2).fill("E-Mail oder Passwort stimmen nicht."));
});

test("whoever signs in lands on the own business, and knows its name", async ({ page }) => {
  await signInThroughForm(page, owner.email, owner.password);
  await expect(page).toHaveURL("/physio-am-park");
  await expect(page).toHaveTitle(`Heute · ${tenant("physio-am-park").name}`);
  await expect(page.getByRole("heading", { level: 1, name: "Heute" })).toBeVisible();
});

test("a stranger who follows a link signs in and stands on the linked page", async ({ page }) => {
  await page.goto("/physio-am-park/appointments?view=list");
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await tryPassword(page, owner.email, owner.password);
  await expect(page).toHaveURL("/physio-am-park/appointments?view=list");
  await expect(page.getByRole("heading", { level: 1, name: "Termine" })).toBeVisible();
});

test("no link to the sign-in page leads to another site", async ({ page }) => {
  const home = `${demo.url}/physio-am-park`;
  await page.goto("/sign-in?next=https%3A%2F%2Fevil.example%2F");
  await tryPassword(page, owner.email, owner.password);
  await expect(page).toHaveURL(home);

  // Whoever is signed in already is sent on without the form.
  for (const next of ["//evil.example", "/\\evil.example", "/\t/evil.example", "javascript:alert(1)"]) {
    await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
    await expect(page).toHaveURL(home);
  }
  await page.goto("/sign-in?next=%2Fphysio-am-park%2Fappointments");
  await expect(page).toHaveURL(`${home}/appointments`);
});

test("another business's address answers like one that does not exist", async ({ page, signIn }) => {
  await signIn("physio-am-park", "owner");
  const answers: string[] = [];
  for (const path of ["/salon-lindner", "/no-such-business", "/salon-lindner/appointments"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { name: notFound })).toBeVisible();
    await expect(page.getByText(tenant("salon-lindner").name)).toHaveCount(0);
    answers.push((await page.getByRole("main").textContent()) ?? "");
  }
  expect(new Set(answers).size).toBe(1);
});

test("who signed out is out, even with a copy of the cookie", async ({ page }) => {
  await signInThroughForm(page, owner.email, owner.password);
  const copied = await page.context().cookies();
  await chooseInUserMenu(page, "Abmelden");
  await expect(page).toHaveURL(/\/sign-in$/);

  await page.goto("/physio-am-park");
  await expect(page).toHaveURL("/sign-in?next=%2Fphysio-am-park");
  await page.context().addCookies(copied);
  await page.goto("/physio-am-park");
  await expect(page).toHaveURL("/sign-in?next=%2Fphysio-am-park");
});

test("„Überall abmelden“ ends the session in another browser at its next request", async ({
  page,
  openBrowser,
}) => {
  const other = await openBrowser();
  await signInThroughForm(other, manager.email, manager.password);
  await signInThroughForm(page, manager.email, manager.password);
  await other.goto("/physio-am-park/appointments");
  await expect(other.getByRole("heading", { level: 1, name: "Termine" })).toBeVisible();

  await chooseInUserMenu(page, "Überall abmelden");
  await expect(page).toHaveURL(/\/sign-in$/);
  await other.goto("/physio-am-park/appointments");
  await expect(other).toHaveURL(/\/sign-in\?next=/);
});

test("signing in takes a keyboard and nothing else", async ({ page }) => {
  await page.goto("/sign-in");
  await expect(page.getByLabel("E-Mail")).toBeFocused();
  await page.keyboard.type(owner.email);
  await page.keyboard.press("Tab");
  await expect(page.getByLabel("Passwort", { exact: true })).toBeFocused();
  await page.keyboard.type(owner.password);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Passwort anzeigen" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Anmelden", exact: true })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/physio-am-park");

  // The first stop on a page jumps over the navigation.
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Zum Inhalt springen" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
});

test("who may only look sees no button that would change anything; the owner of the same business does", async ({
  page,
  openBrowser,
}) => {
  const writes = /Testanruf|Übernehmen|Erledigt|Termin buchen|Neuer Kunde|Termin verschieben|Termin absagen/;
  const writeButtonsOf = async (who: Page) => {
    const found: string[] = [];
    for (const [path, heading] of [
      ["", "Heute"],
      ["/appointments", "Termine"],
      ["/customers", "Kunden"],
    ]) {
      await who.goto(`/salon-lindner${path}`);
      await expect(who.getByRole("heading", { level: 1, name: heading })).toBeVisible();
      found.push(...(await who.getByRole("button", { name: writes }).allInnerTexts()));
    }
    return found;
  };
  await signInThroughForm(page, viewer.email, viewer.password);
  expect(await writeButtonsOf(page)).toEqual([]);

  const other = await openBrowser();
  const salonOwner = account("salon-lindner", "owner");
  await signInThroughForm(other, salonOwner.email, salonOwner.password);
  expect(await writeButtonsOf(other)).toEqual(expect.arrayContaining(["Testanruf", "Termin buchen"]));
});
