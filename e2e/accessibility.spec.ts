import type { Page } from "@playwright/test";
import { demo, tenant } from "./fixtures/demo";
import { expect, test } from "./fixtures/test";

const slug = "physio-am-park";
const phone = { width: 390, height: 844 };
const desk = { width: 1440, height: 900 };

interface Place {
  name: string;
  path: string | (() => Promise<string>);
  /** Visible once the page is all there. */
  heading: RegExp;
  title: RegExp;
  /** A sheet over the page: its selector, and what stands at its end. The page below is a place of its own. */
  sheet?: { within: string; end: string };
  /** "stranger" signs in nowhere. */
  as?: "owner" | "admin" | "stranger";
}

/** The id of a row there has been for long, so that nothing on its page moves. */
async function idOf(entity: "calls" | "appointments" | "customers"): Promise<number> {
  const response = await fetch(`${demo.url}/api/${entity}?per_page=50`, {
    headers: { "x-api-key": tenant(slug).apiKey },
  });
  expect(response.status).toBe(200);
  const { data } = await response.json();
  return data.at(-1).id;
}

/** Somebody or something that the latest appointment hangs on. */
async function ofAppointment(part: "staff_id" | "service_id" | "branch_id"): Promise<number> {
  const response = await fetch(`${demo.url}/api/appointments?per_page=1`, {
    headers: { "x-api-key": tenant(slug).apiKey },
  });
  const { data } = await response.json();
  return data[0][part];
}

const business = / · Physiotherapie am Park$/;
const platform = / · Plattform$/;
const places: Place[] = [
  { name: "sign-in", path: "/sign-in", heading: /^Anmelden$/, title: /^Anmelden · /, as: "stranger" },
  { name: "Heute", path: `/${slug}`, heading: /^Heute$/, title: business },
  { name: "Anrufe", path: `/${slug}/calls`, heading: /^Anrufe$/, title: business },
  {
    name: "a call",
    path: async () => `/${slug}/calls/${await idOf("calls")}`,
    heading: /./,
    title: business,
  },
  { name: "Termine as a week", path: `/${slug}/appointments`, heading: /^Termine$/, title: business },
  { name: "Termine as a day", path: `/${slug}/appointments?view=day`, heading: /^Termine$/, title: business },
  {
    name: "Termine as a list",
    path: `/${slug}/appointments?view=list`,
    heading: /^Termine$/,
    title: business,
  },
  {
    name: "an appointment's sheet",
    path: async () => `/${slug}/appointments?appointment=${await idOf("appointments")}`,
    sheet: { within: "[role=dialog]", end: "Notizen" },
    heading: /^Termine$/,
    title: business,
  },
  {
    name: "the sheet for booking",
    path: `/${slug}/appointments?new=true`,
    sheet: { within: "[role=dialog]", end: "Leistung" },
    heading: /^Termine$/,
    title: business,
  },
  { name: "Auswertung", path: `/${slug}/analytics`, heading: /^Auswertung$/, title: business },
  {
    name: "Auswertung as tables",
    path: `/${slug}/analytics?period=lastMonth&view=tables`,
    heading: /^Auswertung$/,
    title: business,
  },
  {
    name: "the comparison with Cal.com",
    path: `/${slug}/sync`,
    heading: /^Abgleich mit Cal\.com$/,
    title: business,
  },
  { name: "Kunden", path: `/${slug}/customers`, heading: /^Kunden$/, title: business },
  {
    name: "a customer",
    path: async () => `/${slug}/customers/${await idOf("customers")}`,
    heading: /./,
    title: business,
  },
  {
    name: "Kunden importieren",
    path: `/${slug}/customers/import`,
    heading: /^Kunden importieren$/,
    title: business,
  },
  { name: "Rückrufe", path: `/${slug}/callbacks`, heading: /^Rückrufe$/, title: business },
  {
    name: "Rückrufe, erledigt",
    path: `/${slug}/callbacks?view=done`,
    heading: /^Rückrufe$/,
    title: business,
  },
  {
    name: "the rules on the phone",
    path: `/${slug}/settings/booking-rules`,
    heading: /^Einstellungen$/,
    title: business,
  },
  { name: "Team", path: `/${slug}/team`, heading: /^Team & Angebot$/, title: business },
  {
    name: "a person",
    path: async () => `/${slug}/team/staff/${await ofAppointment("staff_id")}`,
    heading: /./,
    title: business,
  },
  { name: "Leistungen", path: `/${slug}/team/services`, heading: /^Team & Angebot$/, title: business },
  {
    name: "a service",
    path: async () => `/${slug}/team/services/${await ofAppointment("service_id")}`,
    heading: /./,
    title: business,
  },
  { name: "Räume", path: `/${slug}/team/rooms`, heading: /^Team & Angebot$/, title: business },
  { name: "Filialen", path: `/${slug}/team/branches`, heading: /^Team & Angebot$/, title: business },
  {
    name: "a branch",
    path: async () => `/${slug}/team/branches/${await ofAppointment("branch_id")}`,
    heading: /./,
    title: business,
  },
  {
    name: "the phone assistant",
    path: `/${slug}/assistant`,
    heading: /^Telefonassistent$/,
    title: business,
  },
  { name: "Betriebe", path: "/platform", heading: /^Betriebe$/, title: platform, as: "admin" },
  {
    name: "Nicht zugeordnet",
    path: "/platform/unassigned",
    heading: /^Nicht zugeordnete Anrufe$/,
    title: platform,
    as: "admin",
  },
  {
    name: "Hintergrund",
    path: "/platform/jobs",
    heading: /^Hintergrundarbeit$/,
    title: platform,
    as: "admin",
  },
  { name: "not found", path: "/nowhere", heading: /^Diese Seite gibt es nicht$/, title: /./ },
];

/** Axe must not measure the contrast of something half faded in. */
async function stands(page: Page) {
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
  await page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        .filter((animation) => animation.effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY)
        .map((animation) => animation.finished.catch(() => undefined)),
    ),
  );
}

// Nothing is changed here, so the workers may share the file.
test.describe.configure({ mode: "parallel" });

for (const { name, path, sheet, heading, title, as = "owner" } of places) {
  test(`${name}: accessible on phone and desk, light and dark; one heading, a title, nothing sideways`, async ({
    page,
    signIn,
    expectAccessible,
  }) => {
    if (as === "owner") await signIn(slug, "owner");
    if (as === "admin") await signIn(null);
    await page.goto(typeof path === "string" ? path : await path());
    if (sheet) await expect(page.locator(sheet.within).getByText(sheet.end, { exact: true })).toBeVisible();
    const within = sheet?.within;
    // A sheet hides the page below it from everything but the eye.
    const headings = page.locator("h1");
    await expect(headings).toHaveText(heading);
    await expect(page).toHaveTitle(title);

    for (const [width, size] of Object.entries({ desk, phone })) {
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
      await stands(page);
      await test.step(`${width}, light`, () => expectAccessible({ within }));
      await page.emulateMedia({ colorScheme: "dark" });
      await expect(page.locator("html")).toHaveClass(/\bdark\b/);
      await stands(page);
      // Only colours differ between the two.
      await test.step(`${width}, dark`, () => expectAccessible({ within, rules: ["color-contrast"] }));
      const overhang = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overhang, `${width}: pixels that stick out sideways`).toBeLessThanOrEqual(0);
      await expect(headings).toHaveCount(1);
    }
  });
}

test("the control: a button without a name and pale letters are found", async ({
  page,
  expectAccessible,
}) => {
  await page.goto("/sign-in");
  await page.getByRole("main").evaluate((main) => {
    main.innerHTML += '<button></button><p style="color: #ccc; background: #fff">pale</p>';
  });
  await expect(expectAccessible()).rejects.toThrow(/button-name/);
  await expect(expectAccessible({ rules: ["color-contrast"] })).rejects.toThrow(/color-contrast/);
});
