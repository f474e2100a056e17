import { randomInt } from "node:crypto";
import type { Page } from "@playwright/test";
import { choose, expect, pressUntil, test } from "./fixtures/test";

const slug = "physio-am-park";
const sheet = (page: Page) => page.getByRole("dialog");

/** Somebody with a number of their own. @returns the address of their file */
async function createOwner(page: Page, name: string, phone: string): Promise<string> {
  await page.goto(`/${slug}/customers?new=true`);
  await sheet(page).getByLabel("Name").fill(name);
  await sheet(page).getByLabel("Telefon").fill(phone);
  await sheet(page).getByRole("button", { name: "Kunden anlegen" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  return new URL(page.url()).pathname;
}

/** Begins a booking for somebody new who gives that number. */
async function beginFor(page: Page, name: string, phone: string) {
  await page.goto(`/${slug}/appointments`);
  const service = sheet(page).getByLabel("Leistung");
  await pressUntil(page.getByRole("button", { name: "Termin buchen", exact: true }), service);
  await choose(service, "Krankengymnastik");
  await sheet(page).getByRole("radiogroup", { name: "Freie Zeiten" }).getByRole("radio").first().click();
  await sheet(page).getByLabel("Kunde").fill(name);
  await sheet(page)
    .getByRole("button", { name: `„${name}“ neu anlegen` })
    .click();
  await sheet(page).getByLabel("Telefon").fill(phone);
}

const question = (page: Page) =>
  sheet(page).getByRole("alert").filter({ hasText: "Für wen ist der Termin?" });
const book = (page: Page) => sheet(page).getByRole("button", { name: "Termin buchen", exact: true }).click();

test("a number that is somebody else's is asked about before anything is booked, and the file says for whom", async ({
  page,
  signIn,
  expectAccessible,
}) => {
  await signIn(slug, "staff");
  const mark = randomInt(1_000_000, 9_999_999);
  const [mother, child, phone] = [`Olga Ohlsen ${mark}`, `Karl Ohlsen ${mark}`, `0151 1${mark}`];
  const file = await createOwner(page, mother, phone);

  await beginFor(page, child, phone);
  await expect(question(page)).toContainText(`Diese Nummer gehört ${mother}.`);
  await expectAccessible({ within: "[role=dialog]" });
  await question(page)
    .getByRole("button", { name: `Für ${child}, in der Akte von ${mother}` })
    .click();
  await expect(question(page)).toBeHidden();
  await book(page);
  await expect(sheet(page).getByRole("heading", { name: child })).toBeVisible();
  await page.goto(file);
  await expect(page.getByText(`für ${child}`)).toBeVisible();

  await test.step("as a person of their own, the number stays where it is and the file empty of them", async () => {
    const stranger = `Kurt Kollmann ${mark}`;
    await beginFor(page, stranger, phone);
    await question(page)
      .getByRole("button", { name: `Für ${stranger} als neuen Kunden` })
      .click();
    await book(page);
    await expect(sheet(page).getByRole("heading", { name: stranger })).toBeVisible();
    await page.goto(file);
    await expect(page.getByRole("heading", { level: 1, name: mother })).toBeVisible();
    await expect(page.getByText(`für ${child}`)).toBeVisible();
    await expect(page.getByText(stranger)).toHaveCount(0);
  });
});

test("the same person with a slip in the name is one press away from their own file", async ({
  page,
  signIn,
}) => {
  await signIn(slug, "staff");
  const mark = randomInt(1_000_000, 9_999_999);
  const [name, phone] = [`Ida Immers ${mark}`, `0151 1${mark}`];
  await createOwner(page, name, phone);
  await beginFor(page, `Yda Imers ${mark}`, phone);
  await question(page)
    .getByRole("button", { name: `Für ${name}`, exact: true })
    .click();
  await book(page);
  await expect(sheet(page).getByRole("heading", { name })).toBeVisible();
});
