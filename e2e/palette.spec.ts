import type { Page } from "@playwright/test";
import { expect, pressUntil, test } from "./fixtures/test";

const slug = "physio-am-park";
const palette = (page: Page) => page.getByRole("dialog");

async function search(page: Page, text: string) {
  // One that is just closing does not count as open.
  await expect(palette(page)).toBeHidden();
  await pressUntil(
    page.getByRole("button", { name: /^(Suchen|Search)/ }).filter({ visible: true }),
    palette(page),
  );
  await palette(page).getByRole("combobox").fill(text);
}

test("pages are found by what a beginner calls them, in German and in English", async ({ page, signIn }) => {
  await signIn(slug, "owner");
  for (const [text, called, path] of [
    ["Öffnungszeiten", "Filialen", "/team/branches"],
    ["Urlaub", "Team & Angebot", "/team"],
    ["invoice", "Auswertung", "/analytics"],
    ["wer hat etwas geändert", "Protokoll", "/settings/audit-trail"],
  ] as const) {
    await page.goto(`/${slug}`);
    await search(page, text);
    await palette(page).getByRole("option", { name: called, exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`/${slug}${path}$`));
  }
  await search(page, "Rückruf vormerken");
  await palette(page).getByRole("option", { name: "Neuer Rückruf" }).click();
  await expect(page).toHaveURL(/callbacks\?new=true/);
});

test("the key beside the search is the one on the keyboard", async ({ page, signIn }) => {
  await signIn(slug, "owner");
  await page.goto(`/${slug}`);
  const button = page.getByRole("button", { name: /^Suchen/ }).filter({ visible: true });
  await expect(button).toContainText("Strg K");
  await page.addInitScript(() => Object.defineProperty(navigator, "platform", { value: "MacIntel" }));
  await page.reload();
  await expect(button).toContainText("⌘ K");
});

test("closed without a choice, it gives the focus back to where it was", async ({ page, signIn }) => {
  await signIn(slug, "owner");
  await page.goto(`/${slug}`);
  await search(page, "Kunden");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: /^Suchen/ }).filter({ visible: true })).toBeFocused();
  const place = page.getByRole("navigation").getByRole("link", { name: "Anrufe" }).filter({ visible: true });
  await place.focus();
  await page.keyboard.press("Control+k");
  await expect(palette(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(place).toBeFocused();
});

test("whoever may not open a page does not find it", async ({ page, signIn }) => {
  await signIn("salon-lindner", "viewer");
  await page.goto("/salon-lindner");
  await search(page, "Protokoll");
  await expect(palette(page)).toContainText("Nichts gefunden.");
});

test("on the phone a toast covers neither the title nor the thumb's row", async ({ page, signIn }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(slug, "staff");
  await page.goto(`/${slug}/callbacks?new=true`);
  await palette(page).getByLabel("Telefon").fill("0151 23456789");
  await palette(page).getByRole("button", { name: "Rückruf vormerken" }).click();
  const toast = page.getByRole("listitem").filter({ hasText: "Rückruf notiert" });
  await expect(toast).toBeVisible();
  const row = page.getByRole("navigation", { name: "Hauptnavigation" }).filter({ visible: true });
  await expect(async () => {
    const [said, thumbs] = [await toast.boundingBox(), await row.boundingBox()];
    expect(said?.y).toBeGreaterThan(400);
    expect((said?.y ?? 0) + (said?.height ?? 0)).toBeLessThanOrEqual(thumbs?.y ?? 0);
  }).toPass();
});
