import { randomUUID } from "node:crypto";
import { and, asc, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { AppointmentBooking } from "@/contracts/appointments";
import { calls, customers, events, services, staff, staffServices, staffTimeCells } from "@/server/db/schema";
import type { TenantContext } from "@/server/domain/_core/context";
import { checkSlot } from "@/server/domain/availability/check-slot";
import { as, createBusiness, platformContext, uniquePhone } from "@/test/factories";
import { localTime } from "@/test/local-time";
import { bookAppointment } from "./book-appointment";
import { cancelAppointment } from "./cancel-appointment";
import { changeAppointment } from "./change-appointment";
import { completeDueAppointments } from "./complete-due-appointments";
import { moveAppointment } from "./move-appointment";
import { getAppointment, listAppointments, listUpcomingAppointments } from "./queries";

const tenAm = localTime(2, "10:00");
const noon = localTime(2, "12:00");
type Business = Awaited<ReturnType<typeof createBusiness>>;

const book = ({ ctx, serviceId }: Business, more: Partial<AppointmentBooking> = {}) =>
  bookAppointment(ctx, {
    serviceId,
    start: tenAm,
    customer: { name: "Erika Beispiel", phone: uniquePhone() },
    source: "phone",
    ...more,
  });
const isFree = async ({ ctx, serviceId }: Business, start: Date) =>
  (await checkSlot(ctx, { serviceId, start })).available;
const eventsOf = async (ctx: TenantContext, entityId: number) =>
  (
    await ctx.db
      .select({ type: events.type })
      .from(events)
      .where(
        and(
          eq(events.tenantId, ctx.tenant.id),
          eq(events.entityType, "appointment"),
          eq(events.entityId, entityId),
        ),
      )
      .orderBy(asc(events.id))
  ).map((event) => event.type);
const cellsOf = (ctx: TenantContext, appointmentId: number) =>
  ctx.db
    .select({ staffId: staffTimeCells.staffId, cellStart: staffTimeCells.cellStart })
    .from(staffTimeCells)
    .where(and(eq(staffTimeCells.tenantId, ctx.tenant.id), eq(staffTimeCells.appointmentId, appointmentId)))
    .orderBy(asc(staffTimeCells.cellStart));

describe("booking", () => {
  test("writes the appointment, its person's time with buffers, and the fact", async () => {
    const business = await createBusiness();
    const { ctx, serviceId, branchId, staffIds } = business;
    await ctx.db
      .update(services)
      .set({ bufferBeforeMinutes: 5, bufferAfterMinutes: 10 })
      .where(eq(services.id, serviceId));
    const row = await book(business, { notes: "erster Besuch" });
    expect(row).toMatchObject({
      status: "scheduled",
      syncState: "none",
      staffId: staffIds[0],
      branchId,
      priceCents: 3900,
      startTime: tenAm,
      endTime: localTime(2, "10:30"),
      notes: "erster Besuch",
      version: 1,
    });
    const cells = await cellsOf(ctx, row.id);
    expect(cells).toHaveLength(9);
    expect(cells[0]?.cellStart).toEqual(localTime(2, "09:55"));
    expect(await eventsOf(ctx, row.id)).toEqual(["appointment.booked"]);
    expect(await isFree(business, localTime(2, "10:40"))).toBe(false);
    expect(await isFree(business, localTime(2, "10:45"))).toBe(true);
  });

  test("takes turns between equally free people", async () => {
    const business = await createBusiness({}, 3);
    const rows = [];
    for (const start of [tenAm, noon, localTime(2, "14:00"), localTime(2, "16:00")]) {
      rows.push(await book(business, { start }));
    }
    const [a, b, c] = business.staffIds;
    expect(rows.map((row) => row.staffId)).toEqual([a, b, c, a]);
  });

  test("of another tenant's service, staff, branch, customer or call finds nothing", async () => {
    const [mine, theirs] = [await createBusiness(), await createBusiness()];
    const [foreignCall] = await theirs.ctx.db
      .insert(calls)
      .values({
        tenantId: theirs.ctx.tenant.id,
        callId: `call_${randomUUID()}`,
        startTimestamp: tenAm,
        lastActivityAt: tenAm,
      })
      .$returningId();
    const foreign = await book(theirs);
    const attempts: [Partial<AppointmentBooking>, string][] = [
      [{ serviceId: theirs.serviceId }, "service.not_found"],
      [{ staffId: theirs.staffIds[0] }, "staff.not_found"],
      [{ branchId: theirs.branchId }, "branch.not_found"],
      [{ customer: { customerId: foreign.customerId as number } }, "customer.not_found"],
      [{ callId: foreignCall?.id }, "call.not_found"],
    ];
    for (const [more, code] of attempts) await expect(book(mine, more)).rejects.toMatchObject({ code });
    const verbs = [
      () => moveAppointment(mine.ctx, { appointmentId: foreign.id, start: noon }),
      () => cancelAppointment(mine.ctx, { appointmentId: foreign.id }),
      () => changeAppointment(mine.ctx, { appointmentId: foreign.id, notes: "x" }),
      () => getAppointment(mine.ctx, foreign.id),
    ];
    for (const attempt of verbs)
      await expect(attempt()).rejects.toMatchObject({ code: "appointment.not_found" });
    expect(await listAppointments(mine.ctx)).toEqual([]);
  });

  test("refuses inactive services and people, the unqualified, and times between five minutes", async () => {
    const business = await createBusiness({}, 2);
    const { ctx, staffIds, serviceId } = business;
    const [first, second] = staffIds as [number, number];
    await ctx.db.delete(staffServices).where(eq(staffServices.staffId, first));
    await expect(book(business, { staffId: first })).rejects.toMatchObject({
      code: "appointment.staff_not_qualified",
      details: { alternatives: [{ staffId: second }, { staffId: second }, { staffId: second }] },
    });
    await ctx.db.update(staff).set({ active: false }).where(eq(staff.id, second));
    await expect(book(business, { staffId: second })).rejects.toMatchObject({ code: "staff.not_found" });
    await expect(book(business, { start: new Date(tenAm.getTime() + 60_000) })).rejects.toMatchObject({
      code: "appointment.start_not_aligned",
    });
    await ctx.db.update(services).set({ active: false }).where(eq(services.id, serviceId));
    await expect(book(business)).rejects.toMatchObject({ code: "service.not_found" });
  });

  test("needs the permission to write appointments", async () => {
    const business = await createBusiness();
    const viewer = as(business.ctx, { type: "user", userId: 1, role: "viewer" });
    await expect(book({ ...business, ctx: viewer })).rejects.toMatchObject({ kind: "forbidden" });
  });
});

describe("the customer of a booking", () => {
  test("is recognised by number however it is written, and gets a missing name, never another one", async () => {
    const business = await createBusiness();
    const { ctx } = business;
    const [nameless] = await ctx.db
      .insert(customers)
      .values({ tenantId: ctx.tenant.id, phone: "+4917612345678" })
      .$returningId();
    const first = await book(business, { customer: { name: "Max Muster", phone: "0176 12345678" } });
    expect(first).toMatchObject({ customerId: nameless?.id, attendeeName: null });
    const second = await book(business, {
      start: noon,
      customer: { name: "Moritz Muster", phone: "+49 176 / 123 456 78" },
    });
    expect(second).toMatchObject({ customerId: nameless?.id, attendeeName: "Moritz Muster" });
    const view = await getAppointment(ctx, second.id);
    expect(view).toMatchObject({ customerName: "Max Muster", serviceName: "Massage", branchName: "Mitte" });
  });

  test("with a hidden number is a new person each time, whatever the name", async () => {
    const business = await createBusiness();
    const a = await book(business, { customer: { name: "Karl Peter" } });
    const b = await book(business, { start: noon, customer: { name: "Karl Peter" } });
    expect(a.customerId).not.toBe(b.customerId);
  });

  test("cannot take somebody else's e-mail by naming it on the phone", async () => {
    const business = await createBusiness();
    const { ctx } = business;
    const owner = await book(business, {
      customer: { name: "Anna", phone: uniquePhone(), email: "Anna@example.org" },
    });
    const caller = { ...business, ctx: as(ctx, { type: "voice", callId: 1 }) };
    const claimed = await book(caller, {
      start: noon,
      customer: { name: "Berta", email: "anna@example.org" },
    });
    const [row] = await ctx.db
      .select()
      .from(customers)
      .where(eq(customers.id, claimed.customerId as number));
    expect(claimed.customerId).not.toBe(owner.customerId);
    expect(row).toMatchObject({ name: "Berta", email: null });
  });

  test("is one row when the same number books many times at once", async () => {
    const business = await createBusiness({}, 8);
    const phone = uniquePhone();
    const rows = await Promise.all(
      business.staffIds.map((staffId) => book(business, { staffId, customer: { name: "Max", phone } })),
    );
    expect(new Set(rows.map((row) => row.customerId)).size).toBe(1);
  });

  test("with a number that is none is refused", async () => {
    const business = await createBusiness();
    await expect(book(business, { customer: { name: "Max", phone: "keine Nummer" } })).rejects.toMatchObject({
      code: "customer.phone_invalid",
    });
    expect(await isFree(business, tenAm)).toBe(true);
  });
});

describe("moving", () => {
  test("frees the old time and takes the new one, also where the two overlap", async () => {
    const business = await createBusiness();
    const row = await book(business);
    const moved = await moveAppointment(business.ctx, {
      appointmentId: row.id,
      start: localTime(2, "10:15"),
    });
    expect(moved).toMatchObject({
      startTime: localTime(2, "10:15"),
      endTime: localTime(2, "10:45"),
      version: 2,
    });
    expect(await cellsOf(business.ctx, row.id)).toHaveLength(6);
    expect(await isFree(business, localTime(2, "09:45"))).toBe(true);
    expect(await isFree(business, tenAm)).toBe(false);
    expect(await eventsOf(business.ctx, row.id)).toEqual(["appointment.booked", "appointment.moved"]);
  });

  test("to a taken time is refused with alternatives and changes nothing", async () => {
    const business = await createBusiness();
    const row = await book(business);
    await book(business, { start: noon });
    await expect(moveAppointment(business.ctx, { appointmentId: row.id, start: noon })).rejects.toMatchObject(
      {
        code: "appointment.slot_taken",
        details: { reason: "taken", alternatives: [expect.anything(), expect.anything(), expect.anything()] },
      },
    );
    expect((await getAppointment(business.ctx, row.id)).appointment).toEqual(row);
    expect(await cellsOf(business.ctx, row.id)).toHaveLength(6);
  });

  test("to another person takes that person's time", async () => {
    const business = await createBusiness({}, 2);
    const [first, second] = business.staffIds as [number, number];
    const row = await book(business, { staffId: first });
    await moveAppointment(business.ctx, { appointmentId: row.id, start: tenAm, staffId: second });
    expect((await cellsOf(business.ctx, row.id)).every((cell) => cell.staffId === second)).toBe(true);
  });

  test("keeps its length and price when the service changed since, and works when it is no longer offered", async () => {
    const business = await createBusiness();
    const row = await book(business);
    await business.ctx.db
      .update(services)
      .set({ durationMinutes: 60, priceCents: 9900, active: false })
      .where(eq(services.id, business.serviceId));
    const moved = await moveAppointment(business.ctx, { appointmentId: row.id, start: noon });
    expect(moved).toMatchObject({ endTime: localTime(2, "12:30"), priceCents: 3900 });
  });

  test("twice to the same time is once", async () => {
    const business = await createBusiness();
    const row = await book(business);
    await moveAppointment(business.ctx, { appointmentId: row.id, start: noon });
    const again = await moveAppointment(business.ctx, { appointmentId: row.id, start: noon, version: 1 });
    expect(again.version).toBe(2);
  });
});

describe("changing", () => {
  test("with an older version is refused, by every verb", async () => {
    const business = await createBusiness();
    const { ctx } = business;
    const { id: appointmentId } = await book(business);
    await changeAppointment(ctx, { appointmentId, notes: "Tor klingelt nicht", version: 1 });
    const late = [
      () => changeAppointment(ctx, { appointmentId, notes: "andere", version: 1 }),
      () => moveAppointment(ctx, { appointmentId, start: noon, version: 1 }),
      () => cancelAppointment(ctx, { appointmentId, version: 1 }),
    ];
    for (const attempt of late) {
      await expect(attempt).rejects.toMatchObject({
        code: "appointment.changed_meanwhile",
        kind: "conflict",
      });
    }
    expect((await getAppointment(ctx, appointmentId)).appointment).toMatchObject({
      status: "scheduled",
      version: 2,
    });
  });

  test("cancelling frees the time at once; a second time it stays as it was", async () => {
    const business = await createBusiness();
    const { id: appointmentId } = await book(business);
    const cancelled = await cancelAppointment(business.ctx, { appointmentId, reason: "krank" });
    expect(cancelled).toMatchObject({ status: "cancelled", cancellationReason: "krank" });
    expect(await cancelAppointment(business.ctx, { appointmentId, reason: "anders" })).toEqual(cancelled);
    expect(await cellsOf(business.ctx, appointmentId)).toEqual([]);
    expect(await isFree(business, tenAm)).toBe(true);
    expect(await eventsOf(business.ctx, appointmentId)).toEqual([
      "appointment.booked",
      "appointment.cancelled",
    ]);
    await expect(moveAppointment(business.ctx, { appointmentId, start: noon })).rejects.toMatchObject({
      code: "appointment.not_movable",
    });
  });

  test("what has ended counts as completed, can be corrected to a no-show, and cannot be cancelled", async () => {
    const business = await createBusiness();
    const { ctx } = business;
    const { id: appointmentId } = await book(business);
    await expect(changeAppointment(ctx, { appointmentId, status: "no_show" })).rejects.toMatchObject({
      code: "appointment.not_started",
    });
    await completeDueAppointments(platformContext(), localTime(2, "10:29"));
    expect((await getAppointment(ctx, appointmentId)).appointment.status).toBe("scheduled");
    await completeDueAppointments(platformContext(), localTime(2, "10:30"));
    expect((await getAppointment(ctx, appointmentId)).appointment).toMatchObject({
      status: "completed",
      version: 2,
    });
    await expect(cancelAppointment(ctx, { appointmentId })).rejects.toMatchObject({
      code: "appointment.not_cancellable",
    });
  });
});

test("lists page by start and id without a gap, and know what lies ahead of a customer", async () => {
  const business = await createBusiness({}, 2);
  const { ctx } = business;
  const customer = { name: "Max", phone: uniquePhone() };
  for (const start of [noon, tenAm, tenAm, localTime(3, "09:00")]) await book(business, { start, customer });
  const all = (await listAppointments(ctx)).map(({ appointment }) => appointment);
  expect(all.map((row) => row.startTime)).toEqual([tenAm, tenAm, noon, localTime(3, "09:00")]);
  const rest = await listAppointments(ctx, { after: all[0], limit: 2 });
  expect(rest.map(({ appointment }) => appointment.id)).toEqual([all[1]?.id, all[2]?.id]);
  const back = await listAppointments(ctx, { order: "desc", after: all[2] });
  expect(back.map(({ appointment }) => appointment.id)).toEqual([all[1]?.id, all[0]?.id]);
  await cancelAppointment(ctx, { appointmentId: all[0]?.id as number });
  expect(await listUpcomingAppointments(ctx, all[0]?.customerId as number)).toHaveLength(3);
  expect(
    await listUpcomingAppointments(ctx, all[0]?.customerId as number, localTime(3, "00:00")),
  ).toHaveLength(1);
});
