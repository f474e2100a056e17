import { readdirSync } from "node:fs";
import type { Cookie, Page } from "@playwright/test";
import { languageTags } from "../src/messages/locales";
import { demo, type Locale, tenant } from "./fixtures/demo";
import { germanOn } from "./fixtures/german-words";
import { signUpBusiness } from "./fixtures/newcomer";
import { type Ask, type Place, places, redirects, slug } from "./fixtures/places";
import { expect, test } from "./fixtures/test";
import { words } from "./fixtures/words";

const sizes = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };

// Nothing is changed here that another test looks at, so the workers may share the file.
test.describe.configure({ mode: "parallel" });

test("every page there is has its place here", () => {
  const app = new URL("../src/app/", import.meta.url);
  const pages = readdirSync(app, { recursive: true, encoding: "utf8" })
    .filter((path) => /(^|\/)page\.tsx$/.test(path))
    .map((path) => path.replace(/\/?page\.tsx$/, ""));
  const covered = new Set([...places.flatMap(({ page }) => page ?? []), ...redirects]);
  expect([...covered].sort()).toEqual(pages.sort());
});

/** Each worker makes one business a language in which nothing has happened, and keeps its session. */
const newcomers = new Map<Locale, { slug: string; cookies: Cookie[] }>();

async function comeNewly(page: Page, locale: Locale): Promise<string> {
  const known = newcomers.get(locale);
  if (known) {
    await page.context().addCookies(known.cookies);
    return known.slug;
  }
  const made = await signUpBusiness(page, locale);
  newcomers.set(locale, { slug: made, cookies: await page.context().cookies() });
  return made;
}

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

const nameOf = ({ page = "", view }: Place) => [`/${page}`, view].filter(Boolean).join(" ");

function titleOf({ page, as }: Place, locale: Locale): RegExp {
  const last = page?.startsWith("platform") ? words(locale, "platform.title") : tenant(slug).name;
  return page && /^(platform|\[tenant\])/.test(page) && as !== "newcomer" ? new RegExp(` · ${last}$`) : /./;
}

for (const locale of ["de", "en"] as const)
  for (const place of places)
    test(`${nameOf(place)} (${locale}): accessible on phone and desk, light and dark; one heading, a title, nothing sideways`, async ({
      page,
      signIn,
      openBrowser,
      expectAccessible,
    }) => {
      const { path, heading, sheetEnd, as = "owner" } = place;
      const ask: Ask = async (method, of, procedure, input) => {
        const other = await openBrowser(of === slug ? { tenant: slug, role: "owner" } : { tenant: null });
        const address = `/api/trpc/${of}/${procedure}`;
        const sent = { json: input };
        const answer =
          method === "get"
            ? await other.request.get(address, { params: { input: JSON.stringify(sent) } })
            : await other.request.post(address, { data: sent });
        expect(answer.ok(), await answer.text()).toBe(true);
        return (await answer.json()).result.data.json;
      };

      if (as === "owner") await signIn(slug, "owner", locale);
      else if (as === "admin") await signIn(null, undefined, locale);
      else await page.context().addCookies([{ name: "locale", value: locale, url: demo.url }]);
      const newcomer = as === "newcomer" ? `/${await comeNewly(page, locale)}` : "";
      if (as === "suspended") {
        const own = await signUpBusiness(page, locale);
        const { id: tenantId } = await ask<{ id: string }>("get", "platform", "platform.tenant", {
          slug: own,
        });
        await ask("post", "platform", "platform.suspendTenant", { tenantId, reason: "…" });
      }
      await page.goto(newcomer + (typeof path === "string" ? path : await path(ask)));

      const within = sheetEnd && "[role=dialog]";
      if (within)
        await expect(page.locator(within).getByText(words(locale, sheetEnd), { exact: true })).toBeVisible();
      // A sheet hides the page below it from everything but the eye.
      const headings = page.locator("h1");
      await expect(headings).toHaveText(heading ? [words(locale, heading)] : [/./]);
      await expect(page).toHaveTitle(titleOf(place, locale));
      await expect(page.locator("html")).toHaveAttribute("lang", languageTags[locale]);

      for (const [name, size] of Object.entries(sizes)) {
        await page.setViewportSize(size);
        await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
        await stands(page);
        await test.step(`${name}, light`, () => expectAccessible({ within }));
        await page.emulateMedia({ colorScheme: "dark" });
        await expect(page.locator("html")).toHaveClass(/\bdark\b/);
        await stands(page);
        // Only colours differ between the two.
        await test.step(`${name}, dark`, () => expectAccessible({ within, rules: ["color-contrast"] }));
        const overhang = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect.soft(overhang, `${name}: pixels that stick out sideways`).toBeLessThanOrEqual(0);
        await expect(headings).toHaveCount(1);
      }
      if (locale === "en") expect(await germanOn(page), "German words").toEqual([]);
    });

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
