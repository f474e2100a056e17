import { randomInt } from "node:crypto";
import type { Page } from "@playwright/test";
import { changeDatabase } from "./fixtures/database";
import { demo, tenant } from "./fixtures/demo";
import { expect, test } from "./fixtures/test";

const slug = "beratung-hansen";
const hourMs = 3_600_000;

interface Booked {
  id: number;
  start_time: string;
  calcom_booking_id: string;
}

const ask = (path: string, method = "GET", body?: object) =>
  fetch(`${demo.url}/api/appointments${path}`, {
    method,
    headers: { "x-api-key": tenant(slug).apiKey, "content-type": "application/json" },
    body: body && JSON.stringify(body),
  });

/** Cal.com's own version of a booking. */
async function atCalcom(uid: string): Promise<{ status: string; start: string; rescheduledToUid?: string }> {
  const response = await fetch(`${demo.sandbox.url}/calcom/v2/bookings/${uid}`, {
    headers: { "cal-api-version": "2024-08-13" },
  });
  return (await response.json()).data;
}

/** Books here and, by that, at Cal.com, where the hour after it is free as well. */
async function bookBeforeFreeHour(name: string): Promise<Booked> {
  const [{ service_id }] = (await (await ask("?per_page=1")).json()).data;
  const customer = { name, phone: `+491512${randomInt(1_000_000, 9_999_999)}` };
  const book = async (start_time: Date): Promise<Booked | undefined> => {
    const answer = await ask("", "POST", { service_id, start_time, customer });
    return answer.status === 201 ? (await answer.json()).data : undefined;
  };
  const midnight = new Date();
  midnight.setUTCHours(0, 0, 0, 0);
  for (let day = 10; day < 40; day++)
    for (const hour of [9, 11, 13]) {
      const start = new Date(midnight.getTime() + (day * 24 + hour) * hourMs);
      const booked = await book(start);
      const after = booked && (await book(new Date(start.getTime() + hourMs)));
      if (after) await ask(`/${after.id}`, "DELETE");
      if (booked && after) return booked;
      if (booked) await ask(`/${booked.id}`, "DELETE");
    }
  throw new Error("No two hours after each other were free for a month.");
}

/** A move that never got through to Cal.com, until nobody tried any more. */
async function moveHereAlone({ id }: Booked) {
  const changed = await changeDatabase(
    `UPDATE appointments SET start_time = DATE_ADD(start_time, INTERVAL 1 HOUR),
       end_time = DATE_ADD(end_time, INTERVAL 1 HOUR), sync_state = 'failed' WHERE id = ?`,
    [String(id)],
  );
  expect(changed).toBe(1);
}

async function differing(page: Page) {
  const name = `Dora Differenz ${randomInt(1_000_000)}`;
  const booked = await bookBeforeFreeHour(name);
  await moveHereAlone(booked);
  await page.goto(`/${slug}/sync`);
  const row = page
    .getByRole("region", { name: "Nicht synchron" })
    .getByRole("listitem")
    .filter({ hasText: name });
  await expect(row).toContainText("Die Zeiten weichen voneinander ab.");
  const clock = (at: number) =>
    new Date(at).toLocaleTimeString("de-DE", {
      hour: "2-digit",
      minute: "2-digit",
      timeZone: "Europe/Berlin",
    });
  const theirs = Date.parse(booked.start_time);
  await expect(row).toContainText(`${clock(theirs)}–`);
  await expect(row).toContainText(`${clock(theirs + hourMs)}–`);
  return { booked, row };
}

test("two different times stand side by side, and ours is entered at Cal.com", async ({
  page,
  signIn,
  expectAccessible,
}) => {
  await signIn(slug, "owner");
  const { booked, row } = await differing(page);
  await expectAccessible();
  await page.setViewportSize({ width: 390, height: 844 });
  const overhang = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overhang).toBeLessThanOrEqual(0);

  await row.getByRole("button", { name: "Unsere Zeit gilt" }).click();
  await expect(row).toHaveCount(0);
  const before = await atCalcom(booked.calcom_booking_id);
  expect(before.status).toBe("cancelled");
  const now = await atCalcom(before.rescheduledToUid ?? "");
  expect(Date.parse(now.start)).toBe(Date.parse(booked.start_time) + hourMs);
});

test("or Cal.com's time counts here again", async ({ page, signIn }) => {
  await signIn(slug, "owner");
  const { booked, row } = await differing(page);
  await row.getByRole("button", { name: "Zeit von Cal.com gilt" }).click();
  await expect(row).toHaveCount(0);
  await page.goto(`/${slug}/appointments?appointment=${booked.id}`);
  const sheet = page.getByRole("dialog");
  await expect(sheet.getByText("Bestätigt", { exact: true })).toBeVisible();
  expect((await atCalcom(booked.calcom_booking_id)).status).toBe("accepted");
});

test("cancelling on both sides asks once more", async ({ page, signIn }) => {
  await signIn(slug, "owner");
  const { booked, row } = await differing(page);
  await row.getByRole("button", { name: "Termin absagen" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("Termin wirklich absagen?");
  await dialog.getByRole("button", { name: "Zurück" }).click();
  await expect(row).toBeVisible();
  await row.getByRole("button", { name: "Termin absagen" }).click();
  await dialog.getByRole("button", { name: "Termin absagen" }).click();
  await expect(row).toHaveCount(0);
  // The caller does not wait for Cal.com, and neither does who decides.
  const statusThere = async () => (await atCalcom(booked.calcom_booking_id)).status;
  await expect.poll(statusThere).toBe("cancelled");
});
