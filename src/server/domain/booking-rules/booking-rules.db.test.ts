import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import type { BookingRule } from "@/contracts/booking-rules";
import { appointments, bookingRules, events } from "@/server/db/schema";
import type { Actor } from "@/server/domain/_core/context";
import { bookAppointment } from "@/server/domain/appointments/book-appointment";
import { cancelAppointment } from "@/server/domain/appointments/cancel-appointment";
import { moveAppointment } from "@/server/domain/appointments/move-appointment";
import { createCustomer } from "@/server/domain/customers/create-customer";
import { as, createBusiness, uniquePhone } from "@/test/factories";
import { localTime } from "@/test/local-time";
import { createPerson } from "@/test/people";
import { branchScope, serviceScope } from "./scopes";

const voice: Actor = { type: "voice", callId: 1 };
const partner: Actor = {
  type: "apiKey",
  apiKeyId: null,
  scopes: ["appointments:write", "appointments:read"],
};
const calcom: Actor = { type: "webhook", provider: "calcom" };
const job: Actor = { type: "job", name: "test" };

let business: Awaited<ReturnType<typeof createBusiness>>;
let desk: Actor;
let customerId: number;

beforeEach(async () => {
  business = await createBusiness();
  const { ctx } = business;
  const person = await createPerson(ctx.tenant.id, "staff");
  desk = { type: "user", userId: person.id, role: "staff" };
  ({ id: customerId } = await createCustomer(ctx, { name: "Erika Beispiel", phone: uniquePhone() }));
});

async function setRule(values: Partial<BookingRule>, scope = "tenant", ids: object = {}) {
  const { ctx } = business;
  await ctx.db.insert(bookingRules).values({ tenantId: ctx.tenant.id, scope, ...ids, ...values });
}

async function book(days: number, time: string) {
  const { ctx, serviceId } = business;
  return bookAppointment(ctx, {
    serviceId,
    start: localTime(days, time),
    customer: { customerId },
    source: "dashboard",
  });
}

const read = async (id: number) => {
  const { ctx } = business;
  const [row] = await ctx.db
    .select()
    .from(appointments)
    .where(and(eq(appointments.tenantId, ctx.tenant.id), eq(appointments.id, id)));
  return row;
};

const eventsOf = (id: number, type: string) => {
  const { ctx } = business;
  return ctx.db
    .select({ data: events.data, actor: events.actor })
    .from(events)
    .where(and(eq(events.tenantId, ctx.tenant.id), eq(events.type, type), eq(events.entityId, id)));
};

const late = { code: "appointment.change_too_late", kind: "conflict" };

describe("notice", () => {
  test.each([["phone", voice] as const, ["partner", partner] as const])(
    "a %s change within the hours is refused with the rule's numbers, and nothing changes",
    async (_, actor) => {
      await setRule({ moveHoursBefore: 72, cancelHoursBefore: 72, feeText: "Das kostet 30 Euro." });
      const { id: appointmentId } = await book(2, "10:00");
      const ctx = as(business.ctx, actor);
      const details = {
        action: "cancel",
        hoursBefore: 72,
        minutesLeft: expect.any(Number),
        feeText: "Das kostet 30 Euro.",
      };
      // Asking for an exception is not theirs either.
      const overrideReason = "Bitte trotzdem";
      await expect(cancelAppointment(ctx, { appointmentId, overrideReason })).rejects.toMatchObject({
        ...late,
        details,
      });
      await expect(
        moveAppointment(ctx, { appointmentId, start: localTime(4, "10:00"), overrideReason }),
      ).rejects.toMatchObject({ ...late, details: { ...details, action: "move" } });
      expect(await read(appointmentId)).toMatchObject({ status: "scheduled", version: 1, moveCount: 0 });
    },
  );

  test("the control: without the rule the same changes happen", async () => {
    const { id: appointmentId } = await book(2, "10:00");
    const ctx = as(business.ctx, voice);
    await moveAppointment(ctx, { appointmentId, start: localTime(4, "10:00") });
    await cancelAppointment(ctx, { appointmentId });
    expect(await read(appointmentId)).toMatchObject({ status: "cancelled", moveCount: 1 });
  });

  test("the service's rule beats the branch's, and the branch's the business's", async () => {
    const { branchId, serviceId } = business;
    await setRule({ cancelHoursBefore: 0, moveHoursBefore: 0 });
    await setRule({ cancelHoursBefore: 1, moveHoursBefore: 72 }, branchScope(branchId), { branchId });
    await setRule({ cancelHoursBefore: 72 }, serviceScope(serviceId), { serviceId });
    const { id: appointmentId } = await book(2, "10:00");
    const ctx = as(business.ctx, voice);
    await expect(cancelAppointment(ctx, { appointmentId })).rejects.toMatchObject(late);
    await expect(moveAppointment(ctx, { appointmentId, start: localTime(4, "10:00") })).rejects.toMatchObject(
      late,
    );
  });

  test("another business's rules mean nothing here", async () => {
    await setRule({ cancelHoursBefore: 72 });
    business = await createBusiness();
    ({ id: customerId } = await createCustomer(business.ctx, { name: "Max", phone: uniquePhone() }));
    const { id: appointmentId } = await book(2, "10:00");
    expect((await cancelAppointment(as(business.ctx, voice), { appointmentId })).status).toBe("cancelled");
  });

  test.each([["a job", job] as const, ["Cal.com", calcom] as const])(
    "%s reports a fact and is never refused",
    async (_, actor) => {
      await setRule({ cancelHoursBefore: 72 });
      const { id: appointmentId } = await book(2, "10:00");
      expect((await cancelAppointment(as(business.ctx, actor), { appointmentId })).status).toBe("cancelled");
    },
  );
});

describe("people of the business", () => {
  test("are refused without a reason and pass with one, which stands in the event", async () => {
    await setRule({ moveHoursBefore: 72, cancelHoursBefore: 72 });
    const { id: appointmentId } = await book(2, "10:00");
    const ctx = as(business.ctx, desk);
    const start = localTime(4, "10:00");
    await expect(moveAppointment(ctx, { appointmentId, start })).rejects.toMatchObject(late);
    await moveAppointment(ctx, { appointmentId, start, overrideReason: "Kind ist krank" });
    await moveAppointment(ctx, { appointmentId, start: localTime(2, "12:00") });
    await expect(cancelAppointment(ctx, { appointmentId })).rejects.toMatchObject(late);
    await cancelAppointment(ctx, { appointmentId, overrideReason: "Kulanz" });
    expect(await eventsOf(appointmentId, "appointment.moved")).toMatchObject([
      { data: { overrideReason: "Kind ist krank" }, actor: { type: "user" } },
      { data: expect.not.objectContaining({ overrideReason: expect.anything() }) },
    ]);
    expect(await eventsOf(appointmentId, "appointment.cancelled")).toMatchObject([
      { data: { overrideReason: "Kulanz" } },
    ]);
    // Moves by the business are not held against the customer.
    expect(await read(appointmentId)).toMatchObject({ moveCount: 0 });
  });

  test("a reason that no rule asked for is not kept", async () => {
    const { id: appointmentId } = await book(2, "10:00");
    await cancelAppointment(as(business.ctx, desk), { appointmentId, overrideReason: "Kulanz" });
    const [event] = await eventsOf(appointmentId, "appointment.cancelled");
    expect(event?.data).not.toHaveProperty("overrideReason");
  });

  test("another person at the same time needs no reason", async () => {
    await setRule({ moveHoursBefore: 72 });
    business = await createBusiness({}, 2);
    await setRule({ moveHoursBefore: 72 });
    const [first, second] = business.staffIds as [number, number];
    ({ id: customerId } = await createCustomer(business.ctx, { name: "Max", phone: uniquePhone() }));
    const { id: appointmentId, startTime, staffId } = await book(2, "10:00");
    const other = staffId === first ? second : first;
    const moved = await moveAppointment(as(business.ctx, desk), {
      appointmentId,
      start: startTime,
      staffId: other,
    });
    expect(moved.staffId).toBe(other);
  });
});

describe("counts", () => {
  test("an appointment is moved by its customer only so often", async () => {
    await setRule({ maxMoves: 1 });
    const { id: appointmentId } = await book(5, "10:00");
    const ctx = as(business.ctx, voice);
    await moveAppointment(ctx, { appointmentId, start: localTime(6, "10:00") });
    await expect(moveAppointment(ctx, { appointmentId, start: localTime(7, "10:00") })).rejects.toMatchObject(
      { code: "appointment.too_many_moves", details: { limit: 1 } },
    );
    await cancelAppointment(ctx, { appointmentId });
  });

  test("cancellations of a month count, but only the customer's own, and never another customer's", async () => {
    await setRule({ maxCancellationsPerMonth: 1 });
    const ids = [];
    for (const time of ["10:00", "11:00", "12:00"]) ids.push((await book(5, time)).id);
    const [first, second, third] = ids as [number, number, number];
    await cancelAppointment(as(business.ctx, desk), { appointmentId: first });
    const ctx = as(business.ctx, voice);
    await cancelAppointment(ctx, { appointmentId: second });
    await expect(cancelAppointment(ctx, { appointmentId: third })).rejects.toMatchObject({
      code: "appointment.too_many_cancellations",
      details: { action: "cancel", limit: 1 },
    });
    ({ id: customerId } = await createCustomer(business.ctx, { name: "Max", phone: uniquePhone() }));
    const { id: foreign } = await book(6, "10:00");
    expect((await cancelAppointment(ctx, { appointmentId: foreign })).status).toBe("cancelled");
  });

  test("last month's cancellations do not count", async () => {
    await setRule({ maxCancellationsPerMonth: 1 });
    const [old, fresh] = [(await book(5, "10:00")).id, (await book(5, "11:00")).id];
    const ctx = as(business.ctx, voice);
    await cancelAppointment(ctx, { appointmentId: old });
    await business.ctx.db
      .update(appointments)
      .set({ cancelledAt: localTime(-40, "10:00") })
      .where(eq(appointments.id, old));
    expect((await cancelAppointment(ctx, { appointmentId: fresh })).status).toBe("cancelled");
  });

  test("eight cancellations at once do not slip through the limit together", async () => {
    await setRule({ maxCancellationsPerMonth: 2 });
    const ids = [];
    for (let i = 0; i < 8; i++)
      ids.push((await book(5, `${10 + Math.floor(i / 2)}:${i % 2 ? 30 : "00"}`)).id);
    const settled = await Promise.allSettled(
      ids.map((appointmentId) => cancelAppointment(as(business.ctx, voice), { appointmentId })),
    );
    expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(2);
  });
});
