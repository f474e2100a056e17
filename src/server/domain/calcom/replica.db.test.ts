import { and, eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { calcomEventTypes, calcomSlotDays } from "@/server/db/schema";
import { type CalcomBusiness, createCalcomBusiness, settleWebhooks } from "@/test/calcom";
import { as, uniquePhone } from "@/test/factories";
import { eventually } from "@/test/jobs";
import { localTime } from "@/test/local-time";
import { bookAppointment } from "../appointments/book-appointment";
import { cancelAppointment } from "../appointments/cancel-appointment";
import { checkSlot } from "../availability/check-slot";
import { refreshDueSlots } from "./refresh-slots";
import { syncAppointment } from "./sync-appointment";

function workday(time: string, from = 7): Date {
  const start = localTime(from, time);
  return [0, 6].includes(start.getUTCDay()) ? workday(time, from + 2) : start;
}
const ten = workday("10:00");
const hours = 3_600_000;

let business: CalcomBusiness;
beforeEach(async () => {
  business = await createCalcomBusiness();
});
afterEach(() => business.close());

const caller = () => as(business.ctx, { type: "voice", callId: 1 });
const ask = (start = ten) => checkSlot(caller(), { serviceId: business.serviceId, start });
const bookThere = (start = ten) =>
  business.atCalcom("POST", "/bookings", {
    start: start.toISOString(),
    eventTypeId: business.eventTypeId,
    attendee: { name: "Erika Beispiel", email: "erika@example.com", timeZone: "Europe/Berlin" },
  });
const ageBy = (ms: number) => {
  const at = new Date(Date.now() - ms);
  return business.ctx.db
    .update(calcomSlotDays)
    .set({ fetchedAt: at })
    .where(eq(calcomSlotDays.tenantId, business.ctx.tenant.id));
};
const slotRequests = () => business.requests().filter(({ path }) => path === "/slots").length;
const notFetching = () =>
  eventually(async () => {
    const [type] = await business.ctx.db
      .select({ lockedUntil: calcomEventTypes.refreshLockedUntil })
      .from(calcomEventTypes)
      .where(eq(calcomEventTypes.tenantId, business.ctx.tenant.id));
    return type?.lockedUntil === null;
  });

describe("a caller's question", () => {
  test("is answered from the copy, without a request, and within a second while Cal.com needs twenty", async () => {
    await refreshDueSlots(business.ctx);
    business.sandbox.faults.set({ calcom: [{ fault: "slow", delayMs: 20_000 }] });
    const asked = slotRequests();
    const began = Date.now();
    expect(await ask()).toMatchObject({ available: true });
    expect(Date.now() - began).toBeLessThan(1_000);
    expect(slotRequests()).toBe(asked);
  });

  test("that a hundred callers ask at once costs Cal.com at most two requests", async () => {
    await refreshDueSlots(business.ctx);
    await ageBy(2 * 60_000);
    const before = slotRequests();
    await Promise.all(Array.from({ length: 100 }, () => ask()));
    await eventually(async () => slotRequests() > before);
    await notFetching();
    expect(slotRequests() - before).toBeLessThanOrEqual(2);
  });

  test("about times older than a minute is answered at once and fetches them for the next question", async () => {
    await refreshDueSlots(business.ctx);
    business.sandbox.faults.set({ calcom: [{ fault: "lost_webhook" }] });
    await bookThere();
    await ageBy(2 * 60_000);
    expect(await ask()).toMatchObject({ available: true });
    await eventually(async () => !(await ask()).available);
  });

  test("is honestly unavailable before the first fetch and once the copy is older than three hours", async () => {
    business.sandbox.faults.set({ calcom: [{ fault: "500", endpoint: "/slots" }] });
    await expect(ask()).rejects.toMatchObject({ code: "calendar.unavailable" });
    business.sandbox.faults.set({ calcom: [] });
    // The failed fetch of the question above may end, and ask for its pause, at any moment.
    await eventually(async () => {
      await business.ctx.db
        .update(calcomEventTypes)
        .set({ refreshLockedUntil: null })
        .where(eq(calcomEventTypes.tenantId, business.ctx.tenant.id));
      await refreshDueSlots(business.ctx);
      return ask().then(
        ({ available }) => available,
        () => false,
      );
    });
    await ageBy(3 * hours + 60_000);
    business.sandbox.faults.set({ calcom: [{ fault: "500", endpoint: "/slots" }] });
    await expect(ask()).rejects.toMatchObject({ code: "calendar.unavailable" });
  });

  test("counts our own appointments and what Cal.com told meanwhile, however old the copy", async () => {
    await refreshDueSlots(business.ctx);
    await bookThere();
    await settleWebhooks(business);
    expect(await ask()).toMatchObject({ available: false, reason: "taken" });
  });
});

describe("the copy", () => {
  test("offers a freed time again as soon as Cal.com says so", async () => {
    const row = await bookAppointment(business.ctx, {
      serviceId: business.serviceId,
      start: ten,
      customer: { name: "Max Mustermann", phone: uniquePhone() },
      source: "phone",
    });
    await refreshDueSlots(business.ctx);
    await cancelAppointment(business.ctx, { appointmentId: row.id });
    await syncAppointment(business.ctx, row.id, 2_000);
    expect(await eventually(async () => (await ask()).available)).toBe(true);
  });

  test("is fetched by range: one request for the coming days, one for the rest, none when it is fresh", async () => {
    expect(await refreshDueSlots(business.ctx)).toBe(3);
    expect(await refreshDueSlots(business.ctx)).toBe(0);
    await ageBy(6 * 60_000);
    expect(await refreshDueSlots(business.ctx)).toBe(1);
    await ageBy(2 * hours);
    expect(await refreshDueSlots(business.ctx)).toBe(3);
  });

  test("never takes back what happened after Cal.com was asked", async () => {
    await refreshDueSlots(business.ctx);
    business.sandbox.faults.set({ calcom: [{ fault: "slow_answer", endpoint: "/slots", delayMs: 700 }] });
    await ageBy(6 * 60_000);
    const fetching = refreshDueSlots(business.ctx);
    await eventually(async () => slotRequests() > 3);
    await bookThere();
    await settleWebhooks(business);
    await fetching;
    const [day] = await business.ctx.db
      .select()
      .from(calcomSlotDays)
      .where(
        and(
          eq(calcomSlotDays.tenantId, business.ctx.tenant.id),
          eq(calcomSlotDays.day, ten.toISOString().slice(0, 10)),
        ),
      );
    expect(day?.starts).not.toContain(ten.getUTCHours() * 60 + ten.getUTCMinutes());
  });
});
