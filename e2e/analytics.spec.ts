import type { Page } from "@playwright/test";
import { listRequestFor, loadAddress as loadAppointments } from "../src/components/appointments/address";
import { filterOf, loadListAddress } from "../src/components/calls/address";
import type { Outputs } from "../src/trpc/client";
import { expect, pressUntil, test } from "./fixtures/test";

const slug = "physio-am-park";

test.beforeEach(async ({ page, signIn }) => {
  test.setTimeout(150_000);
  await signIn(slug, "owner");
  // A demo that has just begun counts its past within a minute.
  await expect(async () => {
    await page.goto(`/${slug}/analytics?period=lastMonth`);
    await expect(page.getByRole("heading", { name: "Vom Anruf zum Termin" })).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 90_000 });
});

test("last month's funnel narrows from step to step", async ({ page }) => {
  const steps = page.getByRole("list", { name: "Schritt" }).locator("li > a");
  await expect(steps).toHaveCount(5);
  const counts = (await steps.allInnerTexts()).map((text) =>
    Number(/([\d.]+)\s*\d+\s*%/.exec(text)?.[1]?.replaceAll(".", "")),
  );
  expect(counts[0]).toBeGreaterThan(0);
  expect(counts).toEqual(counts.toSorted((a, b) => b - a));
});

test("last month stands beside the calendar month before it, and says so", async ({ page }) => {
  const today = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Berlin" }).format(new Date());
  const [year, month] = today.split("-").map(Number) as [number, number];
  const monthsAgo = (months: number) =>
    new Intl.DateTimeFormat("de", { month: "long", year: "numeric", timeZone: "UTC" }).format(
      Date.UTC(year, month - 1 - months, 1),
    );
  await expect(page.getByText(`${monthsAgo(1)}, verglichen mit ${monthsAgo(2)}`)).toBeVisible();
});

test("a number leads to its calls, and the list says to what it was narrowed", async ({ page }) => {
  await page
    .getByRole("list", { name: "Grund" })
    .getByRole("link", { name: "Keine passende Zeit frei" })
    .click();
  await expect(page).toHaveURL(/\/calls\?.*mark=missed_no_time/);
  await expect(page.getByRole("button", { name: /Keine passende Zeit frei/ })).toBeVisible();
  await expect(page.getByRole("table", { name: "Anrufe" }).getByRole("row").nth(1)).toContainText(
    "nichts frei",
  );
});

test("on a phone nothing slides sideways, and what a list is narrowed to is in sight", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const map = page.getByRole("grid", { name: "Wann angerufen wird" });
  const box = await map.boundingBox();
  expect((box?.x ?? 0) + (box?.width ?? 400)).toBeLessThanOrEqual(390);
  const cell = await map.getByRole("link").first().boundingBox();
  expect(cell?.height).toBeGreaterThanOrEqual(44);
  await expect(
    page.getByRole("region", { name: "Filialen" }).getByRole("link", { name: "Nordstadt" }),
  ).toBeVisible();
  await page
    .getByRole("list", { name: "Grund" })
    .getByRole("link", { name: "Keine passende Zeit frei" })
    .click();
  await expect(page.getByRole("button", { name: /Keine passende Zeit frei/ })).toBeInViewport();
  await expect(page.getByRole("button", { name: "Aufheben" })).toBeInViewport();
});

interface Shown {
  href: string;
  says: string;
  /** The fact's name, where the number is one of several small facts. */
  fact: string | undefined;
}

const numbersOn = (page: Page): Promise<Shown[]> =>
  page
    .getByRole("main")
    .getByRole("link")
    .evaluateAll((links) =>
      links.flatMap((link) => ({
        href: link.getAttribute("href") ?? "",
        says: link.getAttribute("aria-label") ?? link.textContent ?? "",
        fact:
          link.closest("dl > div")?.querySelector("dt")?.textContent ??
          link.closest("table")?.tHead?.rows[0]?.cells[link.closest("td")?.cellIndex ?? -1]?.textContent ??
          undefined,
      })),
    );

/** All rows of the list at an address, page by page. */
async function rowsAt(page: Page, href: string): Promise<Outputs["calls"]["list"]["rows"]> {
  const { pathname, searchParams } = new URL(href, "http://here");
  const asked = Object.fromEntries(searchParams);
  const [procedure, request] = pathname.endsWith("/calls")
    ? (["calls.list", { ...filterOf(await loadListAddress(asked)), pageRows: 100 }] as const)
    : (["appointments.list", listRequestFor(await loadAppointments(asked), "2000-01-01")] as const);
  const rows: Outputs["calls"]["list"]["rows"] = [];
  let cursor: string | undefined;
  do {
    const input = encodeURIComponent(JSON.stringify({ json: { ...request, cursor } }));
    const answer = await page.request.get(`/api/trpc/${slug}/${procedure}?input=${input}`);
    expect(answer.ok(), href).toBe(true);
    const found = (await answer.json()).result.data.json;
    rows.push(...found.rows);
    cursor = found.next ?? undefined;
  } while (cursor);
  return rows;
}

for (const view of ["", "&view=tables", "&hours=missed", "&branch"])
  test(`every number leads to exactly its rows${view && `, with ${view.slice(1)}`}`, async ({ page }) => {
    const branch = page
      .getByRole("combobox", { name: "Filiale" })
      .locator("option", { hasText: "Nordstadt" });
    const narrowed = view === "&branch" ? `&branch=${await branch.getAttribute("value")}` : view;
    await page.goto(`/${slug}/analytics?period=lastMonth${narrowed}`);
    await expect(page.getByRole("heading", { name: "Vom Anruf zum Termin" })).toBeVisible();
    const euros = (cents: number) =>
      (cents / 100).toLocaleString("de", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
    const wrong: string[] = [];
    const numbers = await numbersOn(page);
    expect(numbers.length).toBeGreaterThan(60);
    const hrefs = [...new Set(numbers.map(({ href }) => href))];
    const found = new Map(
      await Promise.all(hrefs.map(async (href) => [href, await rowsAt(page, href)] as const)),
    );
    for (const { href, says, fact } of numbers) {
      const rows = found.get(href) ?? [];
      const sum = (key: "bookedCents" | "costUsdCents" | "durationSec") =>
        rows.reduce((all, row) => all + (row[key] ?? 0), 0);
      const comesTo =
        fact === "Buchungsquote" || fact?.startsWith("Je ") || fact?.endsWith("je Buchung")
          ? ""
          : says.includes("€")
            ? euros(sum("bookedCents"))
            : says.includes("$")
              ? euros(sum("costUsdCents"))
              : says.includes("Min.") || fact === "Minuten"
                ? Math.round(sum("durationSec") / 60).toLocaleString("de")
                : rows.length.toLocaleString("de");
      if (/\d/.test(says) && !says.includes(comesTo))
        wrong.push(`${fact ?? ""} ${says} ≠ ${comesTo}: ${href}`);
    }
    expect(wrong).toEqual([]);
  });

test("an hour of the heat map leads to exactly its calls", async ({ page }) => {
  const cells = page.getByRole("grid", { name: "Wann angerufen wird" }).getByRole("link");
  const counts = (await cells.allInnerTexts()).map(Number);
  const fewest = Math.min(...counts);
  await cells.nth(counts.indexOf(fewest)).click();
  await expect(page).toHaveURL(/\/calls\?.*weekday=\d.*hour=\d+|\/calls\?.*hour=\d+.*weekday=\d/);
  // The first row names the columns.
  await expect(page.getByRole("table", { name: "Anrufe" }).getByRole("row")).toHaveCount(fewest + 1);
});

test("the heat map is one stop of the Tab key, walked by arrows and opened by Enter", async ({ page }) => {
  const map = page.getByRole("grid", { name: "Wann angerufen wird" });
  const cells = map.getByRole("link");
  await expect(map.locator("a[tabindex='0']")).toHaveCount(1);
  await map.locator("a[tabindex='0']").focus();
  await page.keyboard.press("Home");
  await expect(cells.first()).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(cells.nth(1)).toBeFocused();
  await page.keyboard.press("End");
  await expect(map.getByRole("link", { name: /^Alle Tage und Stunden:/ })).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(map.getByRole("link", { name: /, alle Stunden:/ }).last()).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(map.locator(":focus")).toHaveCount(0);
  await page.keyboard.press("Shift+Tab");
  const name = await map.locator(":focus").textContent();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/calls\?/);
  await expect(page.getByRole("table", { name: "Anrufe" }).getByRole("row")).toHaveCount(Number(name) + 1);
});

test("one sees when callers rang in vain, and every sum leads to exactly its calls", async ({ page }) => {
  const missed = page.getByRole("button", { name: "Ohne Ergebnis", exact: true });
  const map = page.getByRole("grid", { name: "Wann vergeblich angerufen wird" });
  await pressUntil(missed, map);
  await expect(
    page.getByText(/^Am meisten bleibt zwischen .* ohne Ergebnis: \d+ von \d+ Anrufe?n?\.$/),
  ).toBeVisible();
  const all = map.getByRole("link", { name: /^Alle Tage und Stunden:/ });
  const why = page.getByRole("region", { name: "Ohne Ergebnis, und warum" });
  await expect(why.getByRole("link", { name: `${await all.textContent()} Anrufe` })).toBeVisible();
  const hours = map.getByRole("link", { name: /Uhr, alle Tage:/ });
  const counts = (await hours.allInnerTexts()).map(Number);
  const fewest = Math.min(...counts);
  await hours.nth(counts.indexOf(fewest)).click();
  await expect(page).toHaveURL(/\/calls\?.*outcome=hung_up/);
  await expect(page.getByRole("table", { name: "Anrufe" }).getByRole("row")).toHaveCount(fewest + 1);
});

test("period, table view and branch stand in the address and survive a reload", async ({ page }) => {
  await expect(async () => {
    await page.getByRole("button", { name: "Als Tabelle" }).click({ timeout: 1_000 });
    await expect(page).toHaveURL(/view=tables/, { timeout: 1_000 });
  }).toPass();
  const branch = page.getByRole("combobox", { name: "Filiale" });
  await branch.selectOption("Nordstadt");
  await expect(page).toHaveURL(/branch=\d+/);
  await page.reload();
  await expect(branch.locator("option:checked")).toHaveText("Nordstadt");
  await expect(page.getByRole("table", { name: "Anrufe je Tag" })).toBeVisible();
  await expect(page.getByRole("columnheader", { name: "Anteil" }).first()).toBeVisible();
});

test("one comes back to the days one chose, by the way back and by the navigation", async ({ page }) => {
  const period = page.getByRole("combobox", { name: "Zeitraum" });
  await page.getByRole("list", { name: "Schritt" }).getByRole("link", { name: "Gebucht" }).click();
  await expect(page).toHaveURL(/\/calls\?.*mark=booked/);
  await page.goBack();
  await expect(period).toHaveValue("lastMonth");
  const places = page.getByRole("navigation", { name: "Hauptnavigation" }).filter({ visible: true });
  await places.getByRole("link", { name: "Kunden" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Kunden" })).toBeVisible();
  await places.getByRole("link", { name: "Auswertung" }).click();
  await expect(page).toHaveURL(/period=lastMonth/);
  await expect(period).toHaveValue("lastMonth");
  await period.selectOption("30d");
  await expect(page).toHaveURL(/analytics$/);
  await page.reload();
  await expect(period).toHaveValue("30d");
});

test("what Retell charged leads to the calls with what each of them cost", async ({ page }) => {
  await page
    .getByRole("region", { name: "Gesprächszeit und Kosten" })
    .getByRole("link", { name: /\$/ })
    .first()
    .click();
  const calls = page.getByRole("table", { name: "Anrufe" });
  await expect(calls.getByRole("columnheader", { name: "Kosten" })).toBeVisible();
  await expect(calls.getByRole("row").nth(1)).toContainText("$");
});

test("days without a call say so, and offer the way back", async ({ page }) => {
  await page.goto(`/${slug}/analytics?period=custom&from=2020-01-01&to=2020-01-31`);
  await expect(page.getByText("Keine Anrufe in diesem Zeitraum")).toBeVisible();
  await page.getByRole("button", { name: "Letzte 30 Tage ansehen" }).click();
  await expect(page.getByRole("heading", { name: "Wann angerufen wird" })).toBeVisible();
});
