import { and, eq } from "drizzle-orm";
import ICAL from "ical.js";
import { expect, test } from "vitest";
import { appointments, calendarFeeds, customers, staff, tenants } from "@/server/db/schema";
import { changeFeed } from "@/server/domain/calendar-feeds/change-feed";
import { createFeed } from "@/server/domain/calendar-feeds/create-feed";
import type { FeedEntry } from "@/server/domain/calendar-feeds/read-feed";
import { revokeFeed } from "@/server/domain/calendar-feeds/revoke-feed";
import { createBusiness } from "@/test/factories";
import { handleFeed, writeCalendar } from "./calendar-feed";

const dayMs = 86_400_000;

const ask = (link: string, headers: Record<string, string> = {}) =>
  handleFeed(new Request(link, { headers }), {
    params: Promise.resolve({ file: link.split("/").at(-1) ?? "" }),
  });

const eventsIn = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((part) => new ICAL.Event(part));

const entry = (values: Partial<FeedEntry>): FeedEntry => ({
  id: 1,
  start: new Date("2026-11-24T09:00:00Z"),
  end: new Date("2026-11-24T09:30:00Z"),
  status: "scheduled",
  version: 1,
  changedAt: new Date("2026-11-01T09:00:00Z"),
  serviceName: "Massage",
  branchName: "Mitte",
  branchAddress: null,
  customer: null,
  ...values,
});

async function businessWithFeed() {
  const { ctx, staffIds, serviceId, branchId } = await createBusiness();
  const [staffId = 0] = staffIds;
  const tenantId = ctx.tenant.id;
  const [customer] = await ctx.db
    .insert(customers)
    .values({ tenantId, name: "Anna-Lena von Berg" })
    .$returningId();
  const add = async (days: number, status: "scheduled" | "cancelled" = "scheduled") => {
    const startTime = new Date(Date.now() + days * dayMs);
    await ctx.db.insert(appointments).values({
      tenantId,
      staffId,
      serviceId,
      branchId,
      customerId: customer?.id,
      startTime,
      endTime: new Date(startTime.getTime() + 30 * 60_000),
      status,
      source: "dashboard",
    });
  };
  const { link } = await createFeed(ctx, { staffId, names: "initials" });
  return { ctx, staffId, link, add };
}

test("a feed holds a person's appointments of the last month and the booking window, cancelled ones as such", async () => {
  const { link, add } = await businessWithFeed();
  for (const days of [-40, -3, 2, 400]) await add(days);
  await add(5, "cancelled");
  const response = await ask(link);
  expect(response.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
  const found = eventsIn(await response.text());
  expect(found.map((event) => event.component.getFirstPropertyValue("status"))).toEqual([
    "CONFIRMED",
    "CONFIRMED",
    "CANCELLED",
  ]);
  expect(found.map(({ summary }) => summary)).toEqual(Array(3).fill("Massage · A. B."));
});

test("a feed tells as much of a name as it may, from the next request on", async () => {
  const { ctx, staffId, link, add } = await businessWithFeed();
  await add(1);
  const summary = async () => eventsIn(await (await ask(link)).text())[0]?.summary;
  await changeFeed(ctx, { staffId, names: "full" });
  expect(await summary()).toBe("Massage · Anna-Lena von Berg");
  await changeFeed(ctx, { staffId, names: "none" });
  expect(await summary()).toBe("Massage");
});

test("a calendar that has the present state is told so, until something changes", async () => {
  const { link, add } = await businessWithFeed();
  await add(1);
  const etag = (await ask(link)).headers.get("etag") ?? "";
  expect((await ask(link, { "if-none-match": etag })).status).toBe(304);
  await add(2);
  expect((await ask(link, { "if-none-match": etag })).status).toBe(200);
});

test("a revoked, a renewed and an unknown link, one of somebody who left and one of a suspended business answer alike", async () => {
  const { ctx, staffId, link } = await businessWithFeed();
  const here = eq(staff.id, staffId);
  const answer = async (at: string) => {
    const response = await ask(at);
    return { status: response.status, body: await response.text(), headers: [...response.headers] };
  };
  const unknown = await answer(link.replace(/[\w-]{43}\.ics$/, `${"a".repeat(43)}.ics`));
  expect(unknown).toMatchObject({ status: 404, body: "" });
  expect((await answer(link)).status).toBe(200);

  await ctx.db.update(staff).set({ active: false }).where(here);
  expect(await answer(link)).toEqual(unknown);
  await ctx.db.update(staff).set({ active: true }).where(here);
  await ctx.db.update(tenants).set({ status: "suspended" }).where(eq(tenants.id, ctx.tenant.id));
  expect(await answer(link)).toEqual(unknown);
  await ctx.db.update(tenants).set({ status: "active" }).where(eq(tenants.id, ctx.tenant.id));

  const renewed = await createFeed(ctx, { staffId, names: "initials" });
  expect(await answer(link)).toEqual(unknown);
  expect((await answer(renewed.link)).status).toBe(200);
  await revokeFeed(ctx, { staffId });
  expect(await answer(renewed.link)).toEqual(unknown);
});

test("the link itself is nowhere kept", async () => {
  const { ctx, staffId, link } = await businessWithFeed();
  const [row] = await ctx.db
    .select()
    .from(calendarFeeds)
    .where(and(eq(calendarFeeds.tenantId, ctx.tenant.id), eq(calendarFeeds.staffId, staffId)));
  expect(JSON.stringify(row)).not.toContain(link.split("/").at(-1)?.slice(0, 43));
});

test("times are instants: both two o'clocks of the night the clocks go back stay apart", () => {
  const [summer, winter] = eventsIn(
    writeCalendar({
      staffName: "Kim",
      tenantName: "Salon",
      entries: [
        entry({ id: 1, start: new Date("2026-10-25T00:30:00Z"), end: new Date("2026-10-25T01:30:00Z") }),
        entry({ id: 2, start: new Date("2026-10-25T01:30:00Z"), end: new Date("2026-10-25T02:30:00Z") }),
      ],
    }),
  );
  expect(summer?.startDate.toJSDate().toISOString()).toBe("2026-10-25T00:30:00.000Z");
  expect(winter?.startDate.toJSDate().toISOString()).toBe("2026-10-25T01:30:00.000Z");
  expect(summer?.endDate.toJSDate()).toEqual(winter?.startDate.toJSDate());
});

test("an appointment keeps its id through every change, and text that means something to a calendar stays text", () => {
  const written = (values: Partial<FeedEntry>) =>
    eventsIn(writeCalendar({ staffName: "Kim", tenantName: "Salon", entries: [entry(values)] }))[0];
  const summary = "Schneiden; Föhnen, lang\nBEGIN:VEVENT";
  const [before, after] = [written({}), written({ version: 2, serviceName: summary })];
  expect(after?.uid).toBe(before?.uid);
  expect(after?.sequence).toBe(2);
  expect(after?.summary).toBe(summary);
});
