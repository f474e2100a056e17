import type { Page } from "@playwright/test";

type Visitor = "owner" | "admin" | "stranger";

export interface Visit {
  /** `:slug` and the names of `Ids` are filled in. */
  path: string;
  /** What stands there once the page is complete. */
  ready: string;
  /** What people do there all day. */
  act: (page: Page) => Promise<unknown>;
  /** Visited more often than the others. */
  main?: true;
  /** The owner unless said otherwise. */
  as?: Visitor;
}

const delay = { delay: 60 };

const search = (label: string, text: string) => async (page: Page) => {
  await page.getByLabel(label, { exact: true }).first().pressSequentially(text, delay);
  await page.waitForURL(/search=/);
};

const press = (page: Page, name: string | RegExp) =>
  page.getByRole("button", { name, exact: true }).first().click();

/** Opens a sheet and types into its first field. */
const open = (button: string | RegExp, text?: string) => async (page: Page) => {
  await press(page, button);
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  if (text) await dialog.getByRole("textbox").first().pressSequentially(text, delay);
};

const choose = (label: string) => async (page: Page) => {
  const before = page.url();
  await page.getByLabel(label, { exact: true }).first().selectOption({ index: 1 });
  await page.waitForURL((url) => url.href !== before);
};

const type = (label: string, text: string) => (page: Page) =>
  page.getByLabel(label, { exact: true }).first().pressSequentially(text, delay);

/** Where a page has nothing to press of its own. */
const openPalette = async (page: Page) => {
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").pressSequentially("Meyer", delay);
};

const openFirstRow = async (page: Page) => {
  const before = page.url();
  await page.locator("tbody tr[data-row] a, tbody a[data-row-link]").first().click();
  await page.waitForURL((url) => url.pathname !== new URL(before).pathname);
};

const mainPages: Visit[] = [
  { path: "/:slug", ready: "h1", act: openPalette },
  {
    path: "/:slug/calls",
    ready: "tbody a",
    act: async (page) => {
      await search("Name oder Nummer", "Meyer")(page);
      await press(page, "Aufheben");
      await press(page, "Ohne Ergebnis");
      await page.waitForURL(/outcome=/);
      await openFirstRow(page);
    },
  },
  {
    path: "/:slug/calls/:middleCall",
    ready: "[role=log] [data-ms]",
    act: async (page) => {
      await page.locator("[role=log] [data-ms]").nth(30).click();
      await type("Neue Notiz", "Noch einmal anrufen")(page);
      await page.getByRole("heading", { level: 1 }).click();
      const before = page.url();
      await page.keyboard.press("j");
      await page.waitForURL((url) => url.href !== before);
    },
  },
  {
    path: "/:slug/appointments",
    ready: "h1",
    act: async (page) => {
      for (const view of ["Tag", "Liste", "Woche"]) {
        await page
          .getByRole("link", { name: view, exact: true })
          .or(page.getByRole("button", { name: view, exact: true }))
          .first()
          .click();
        await page.waitForTimeout(300);
      }
    },
  },
  {
    path: "/:slug/customers",
    ready: "tbody a",
    act: async (page) => {
      await search("Name, Telefon oder Geburtsdatum", "Schröder")(page);
      await openFirstRow(page);
    },
  },
  { path: "/:slug/customers/:middleCustomer", ready: "h1", act: open("Bearbeiten", "Dr. ") },
  { path: "/:slug/callbacks", ready: "h1", act: (page) => press(page, "Überfällig") },
  { path: "/:slug/analytics", ready: "h1", act: (page) => press(page, /^Als (Tabelle|Diagramm)$/) },
];

const otherPages: Visit[] = [
  {
    path: "/:slug/customers/import",
    ready: "h1",
    act: async (page) => {
      const chooser = page.waitForEvent("filechooser");
      await page.getByText("CSV-Datei wählen").click();
      const lines = Array.from(
        { length: 500 },
        (_, i) => `Anna Beispiel ${i};0176 4${String(i).padStart(6, "0")}`,
      );
      const buffer = Buffer.from(["Name;Telefon", ...lines].join("\n"));
      await (await chooser).setFiles({ name: "kunden.csv", mimeType: "text/csv", buffer });
      await page.getByRole("button", { name: /übernehmen$/ }).waitFor();
      await page.getByRole("combobox").first().selectOption({ index: 0 });
    },
  },
  { path: "/:slug/onboarding", ready: "h1", act: openPalette },
  { path: "/:slug/team", ready: "tbody a", act: open("Person hinzufügen", "Nora Stein") },
  { path: "/:slug/team/staff/:staff", ready: "h1", act: open(/^Arbeitszeiten/) },
  { path: "/:slug/team/services", ready: "tbody a", act: open("Leistung hinzufügen", "Erstgespräch") },
  { path: "/:slug/team/services/:service", ready: "h1", act: open("Leistung ändern", " lang") },
  { path: "/:slug/team/rooms", ready: "h1", act: open("Raum hinzufügen", "Raum 2") },
  { path: "/:slug/team/branches", ready: "tbody a", act: open("Filiale hinzufügen", "Weststadt") },
  { path: "/:slug/team/branches/:branch", ready: "h1", act: open(/^Öffnungszeiten/) },
  { path: "/:slug/assistant", ready: "h1", act: open("Bearbeiten", "Guten Tag") },
  { path: "/:slug/sync", ready: "h1", act: openPalette },
  { path: "/:slug/settings/business", ready: "h1", act: open("Angaben zum Betrieb ändern", " am Park") },
  { path: "/:slug/settings/booking-rules", ready: "h1", act: open("Betrieb ändern", "24") },
  { path: "/:slug/settings/members", ready: "h1", act: open("Person einladen", "nora@example.test") },
  { path: "/:slug/settings/integrations", ready: "h1", act: open("Cal.com verbinden", "cal_test") },
  { path: "/:slug/settings/api-keys", ready: "h1", act: open("Schlüssel erstellen", "Kasse") },
  { path: "/:slug/settings/audit-trail", ready: "h1", act: choose("Worum es geht") },
  { path: "/:slug/settings/profile", ready: "h1", act: open("Namen ändern", " Stein") },
  { as: "admin", path: "/platform", ready: "tbody a", act: search("Name oder Adresse suchen", "bench") },
  { as: "admin", path: "/platform/tenants/:slug", ready: "h1", act: open("Betrieb sperren", "Zu Ende") },
  { as: "stranger", path: "/sign-in", ready: "h1", act: type("E-Mail", "nora@example.test") },
];

export const visits: Visit[] = [
  ...mainPages.map((page) => ({ ...page, main: true as const })),
  ...otherPages,
];
