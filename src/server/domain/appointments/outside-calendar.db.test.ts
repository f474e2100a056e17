import { randomUUID } from "node:crypto";
import { and, asc, count, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Slot } from "@/contracts/appointments";
import {
  appointments,
  calcomEventTypes,
  events,
  resources,
  serviceGaps,
  serviceResources,
  services,
  staffTimeCells,
} from "@/server/db/schema";
import type { TenantContext } from "@/server/domain/_core/context";
import { connectCalcom } from "@/server/domain/calcom/connect-calcom";
import { as, createBusiness, createCall, uniquePhone } from "@/test/factories";
import { localTime } from "@/test/local-time";
import { findSlots } from "../availability/find-slots";
import { getOffer } from "../offers/find-offer";
import { holdOffer } from "../offers/hold-offer";
import { makeOffers } from "../offers/make-offers";
import { bookAppointment } from "./book-appointment";
import { cancelAppointment } from "./cancel-appointment";
import { confirmAppointment } from "./confirm-appointment";
import { moveAppointment } from "./move-appointment";
import { recordOutsideAppointment } from "./record-outside-appointment";
import { rejectAppointment } from "./reject-appointment";

const tenAm = localTime(2, "10:00");
const halfPastTen = localTime(2, "10:30");
const noon = localTime(2, "12:00");
type Business = Awaited<ReturnType<typeof createBusiness>>;

/** Cal.com is away here: everything stays as our own side left it. */
async function createSynced(people = 1): Promise<Business> {
  const business = await createBusiness({ calendarSource: "calcom" }, people);
  const { ctx, serviceId } = business;
  await connectCalcom(ctx, { baseUrl: "http://127.0.0.1:1/v2", apiKey: "cal_test_nobody" });
  await ctx.db.insert(calcomEventTypes).values({
    tenantId: ctx.tenant.id,
    serviceId,
    calcomId: serviceId,
    title: "Massage",
    slug: "massage",
    length: 30,
  });
  return business;
}
const book = ({ ctx, serviceId }: Business, start = tenAm) =>
  bookAppointment(ctx, {
    serviceId,
    start,
    customer: { name: "Max", phone: uniquePhone() },
    source: "phone",
  });
const fromCalcom = (ctx: TenantContext) => as(ctx, { type: "webhook", provider: "calcom" });
const isFree = async ({ ctx }: Business, start: Date) => {
  const cells = await ctx.db
    .select({ owner: staffTimeCells.appointmentId })
    .from(staffTimeCells)
    .where(and(eq(staffTimeCells.tenantId, ctx.tenant.id), eq(staffTimeCells.cellStart, start)));
  return cells.length === 0;
};
const factsOf = async (ctx: TenantContext, entityId: number) =>
  (
    await ctx.db
      .select({ type: events.type, data: events.data })
      .from(events)
      .where(
        and(
          eq(events.tenantId, ctx.tenant.id),
          eq(events.entityType, "appointment"),
          eq(events.entityId, entityId),
        ),
      )
      .orderBy(asc(events.id))
  ).map(({ type, data }) => (data.action ? `${type} ${data.action}` : type));
const outside = ({ staffIds, serviceId, branchId }: Business, start = tenAm) => ({
  staffId: staffIds[0],
  serviceId,
  branchId,
  start,
  end: new Date(start.getTime() + 1_800_000),
  calcomBookingId: `uid_${randomUUID()}`,
  source: "calcom" as const,
});

describe("an appointment with the calendar at Cal.com", () => {
  test("is pending and holds its time until Cal.com has it; confirming twice is once", async () => {
    const business = await createSynced();
    const { ctx } = business;
    const row = await book(business);
    expect(row).toMatchObject({ status: "pending", syncState: "pending" });
    expect(await isFree(business, tenAm)).toBe(false);
    const uid = `uid_${randomUUID()}`;
    const confirmed = await confirmAppointment(ctx, { appointmentId: row.id, calcomBookingId: uid });
    expect(confirmed).toMatchObject({ status: "scheduled", syncState: "synced", calcomBookingId: uid });
    expect(await confirmAppointment(ctx, { appointmentId: row.id, calcomBookingId: uid })).toEqual(confirmed);
    expect(await factsOf(ctx, row.id)).toEqual([
      "appointment.requested",
      "appointment.sync_requested create",
      "appointment.booked",
    ]);
  });

  test("that Cal.com refuses is cancelled and its time free again; refusing twice is once", async () => {
    const business = await createSynced();
    const { ctx } = business;
    const { id: appointmentId } = await book(business);
    const rejected = await rejectAppointment(ctx, { appointmentId, reason: "no longer available" });
    expect(rejected).toMatchObject({
      status: "cancelled",
      syncState: "failed",
      syncError: "no longer available",
    });
    expect(await rejectAppointment(ctx, { appointmentId, reason: "again" })).toEqual(rejected);
    expect(await isFree(business, tenAm)).toBe(true);
    const booked = await book(business);
    await confirmAppointment(ctx, { appointmentId: booked.id, calcomBookingId: "uid" });
    await expect(rejectAppointment(ctx, { appointmentId: booked.id, reason: "late" })).rejects.toMatchObject({
      code: "appointment.not_pending",
    });
  });

  test("carries moves and cancellations there, but not those that came from there", async () => {
    const business = await createSynced();
    const { ctx } = business;
    const { id: appointmentId } = await book(business);
    await confirmAppointment(ctx, { appointmentId, calcomBookingId: "uid-1" });
    const moved = await moveAppointment(ctx, { appointmentId, start: noon });
    expect(moved).toMatchObject({ status: "pending", syncState: "pending", startTime: noon });
    await confirmAppointment(ctx, { appointmentId, calcomBookingId: "uid-2" });
    const cancelled = await cancelAppointment(fromCalcom(ctx), { appointmentId });
    expect(cancelled).toMatchObject({ status: "cancelled", syncState: "synced" });
    expect(await factsOf(ctx, appointmentId)).toEqual([
      "appointment.requested",
      "appointment.sync_requested create",
      "appointment.booked",
      "appointment.moved",
      "appointment.sync_requested move",
      "appointment.cancelled",
    ]);
  });

  test("cancelled here while Cal.com was still booking stays cancelled, and is cancelled there", async () => {
    const business = await createSynced();
    const { ctx } = business;
    const { id: appointmentId } = await book(business);
    await cancelAppointment(ctx, { appointmentId });
    const late = await confirmAppointment(ctx, { appointmentId, calcomBookingId: "uid-late" });
    expect(late).toMatchObject({ status: "cancelled", syncState: "pending", calcomBookingId: "uid-late" });
    expect(await isFree(business, tenAm)).toBe(true);
    expect((await factsOf(ctx, appointmentId)).filter((fact) => fact.endsWith(" cancel"))).toHaveLength(2);
  });
});

describe("a booking made at Cal.com", () => {
  test("stands here once, however often and at once it is told, and takes its time", async () => {
    const business = await createSynced();
    const { ctx } = business;
    const told = outside(business);
    const results = await Promise.all(
      Array.from({ length: 8 }, () => recordOutsideAppointment(fromCalcom(ctx), told)),
    );
    expect(new Set(results.map(({ appointment }) => appointment.id)).size).toBe(1);
    expect(results.every(({ conflict }) => !conflict)).toBe(true);
    expect(results[0]?.appointment).toMatchObject({
      status: "scheduled",
      syncState: "synced",
      priceCents: 3900,
    });
    expect(await isFree(business, tenAm)).toBe(false);
    const again = await recordOutsideAppointment(fromCalcom(ctx), told);
    expect(again.appointment.version).toBe(1);
  });

  test("over another appointment says so, displaces nobody, and takes the time once it is free", async () => {
    const business = await createSynced();
    const { ctx } = business;
    const ours = await book(business);
    const told = { ...outside(business), end: localTime(2, "11:00") };
    const first = await recordOutsideAppointment(fromCalcom(ctx), told);
    expect(first).toMatchObject({
      conflict: "new",
      appointment: { status: "scheduled", syncState: "failed" },
    });
    expect(await isFree(business, halfPastTen)).toBe(false);
    const cells = async (appointmentId: number) => {
      const [row] = await ctx.db
        .select({ n: count() })
        .from(staffTimeCells)
        .where(eq(staffTimeCells.appointmentId, appointmentId));
      return row?.n;
    };
    expect([await cells(ours.id), await cells(first.appointment.id)]).toEqual([6, 6]);
    await cancelAppointment(ctx, { appointmentId: ours.id });
    const second = await recordOutsideAppointment(fromCalcom(ctx), told);
    expect(second).toMatchObject({
      conflict: false,
      appointment: { id: first.appointment.id, syncState: "synced" },
    });
    expect(await cells(first.appointment.id)).toBe(12);
  });

  test("that is told of one appointment while it became another's meanwhile is the other's, and no error", async () => {
    const { ctx, serviceId, staffIds } = await createSynced();
    const booking = (start: Date, calcomBookingId: string) => ({
      serviceId,
      staffId: staffIds[0],
      start,
      end: new Date(start.getTime() + 30 * 60_000),
      calcomBookingId,
      source: "calcom" as const,
    });
    const [first, successor] = [randomUUID(), randomUUID()];
    const calcom = fromCalcom(ctx);
    const { appointment: before } = await recordOutsideAppointment(calcom, booking(tenAm, first));
    const { appointment: after } = await recordOutsideAppointment(calcom, booking(noon, successor));
    const moved = { ...booking(noon, successor), appointmentId: before.id };
    expect((await recordOutsideAppointment(calcom, moved)).appointment.id).toBe(after.id);
  });

  test("moved there moves here, with its new uid, and without being asked back there", async () => {
    const business = await createSynced();
    const { ctx } = business;
    const { id: appointmentId } = await book(business);
    await confirmAppointment(ctx, { appointmentId, calcomBookingId: "uid-old" });
    const { appointment } = await recordOutsideAppointment(fromCalcom(ctx), {
      ...outside(business, noon),
      appointmentId,
      calcomBookingId: "uid-new",
    });
    expect(appointment).toMatchObject({
      id: appointmentId,
      startTime: noon,
      calcomBookingId: "uid-new",
      source: "phone",
      syncState: "synced",
    });
    expect([await isFree(business, tenAm), await isFree(business, noon)]).toEqual([true, false]);
    expect((await factsOf(ctx, appointmentId)).at(-1)).toBe("appointment.moved");
  });

  test("confirms our own pending one when its webhook is faster than the answer", async () => {
    const business = await createSynced();
    const row = await book(business);
    const told = { ...outside(business), appointmentId: row.id };
    const { appointment } = await recordOutsideAppointment(fromCalcom(business.ctx), told);
    expect(appointment).toMatchObject({
      id: row.id,
      status: "scheduled",
      calcomBookingId: told.calcomBookingId,
    });
  });

  test("without a known person is kept and takes nobody's time; with foreign ids it is refused", async () => {
    const [business, theirs] = [await createSynced(), await createSynced()];
    const { ctx } = business;
    const { start, end, calcomBookingId, source } = outside(business);
    const { appointment } = await recordOutsideAppointment(ctx, { start, end, calcomBookingId, source });
    expect(appointment).toMatchObject({ staffId: null, status: "scheduled" });
    expect(await isFree(business, tenAm)).toBe(true);
    const foreign = await book(theirs);
    for (const [ids, code] of [
      [{ staffId: theirs.staffIds[0] }, "staff.not_found"],
      [{ serviceId: theirs.serviceId }, "service.not_found"],
      [{ branchId: theirs.branchId }, "branch.not_found"],
      [{ customerId: foreign.customerId as number }, "customer.not_found"],
      [{ appointmentId: foreign.id }, "appointment.not_found"],
    ] as const) {
      const attempt = recordOutsideAppointment(ctx, { ...outside(business), ...ids });
      await expect(attempt).rejects.toMatchObject({ code });
    }
    const [rows] = await ctx.db
      .select({ n: count() })
      .from(appointments)
      .where(eq(appointments.tenantId, ctx.tenant.id));
    expect(rows?.n).toBe(1);
  });
});

describe("what Cal.com tells again or tells anew", () => {
  const calcomOf = ({ ctx }: Business) => as(ctx, { type: "webhook", provider: "calcom" });

  test("given to another person at the same time, it leaves an event", async () => {
    const business = await createBusiness({}, 2);
    const calcom = calcomOf(business);
    const booking = outside(business);
    const { appointment } = await recordOutsideAppointment(calcom, booking);
    const after = await recordOutsideAppointment(calcom, { ...booking, staffId: business.staffIds[1] });
    expect(after.appointment).toMatchObject({
      id: appointment.id,
      staffId: business.staffIds[1],
      version: 2,
    });
    expect(await factsOf(business.ctx, appointment.id)).toEqual(["appointment.booked", "appointment.moved"]);
  });

  test("repeated while in conflict, it changes nothing", async () => {
    const business = await createBusiness({}, 1);
    const calcom = calcomOf(business);
    await recordOutsideAppointment(calcom, outside(business));
    const second = outside(business);
    const { appointment: first } = await recordOutsideAppointment(calcom, second);
    const after = await recordOutsideAppointment(calcom, second);
    expect(after).toMatchObject({
      conflict: "known",
      appointment: { version: first.version, syncState: "failed" },
    });
  });

  test("repeated when the time has become free, it takes it, and its conflict is settled for the record", async () => {
    const business = await createBusiness({}, 1);
    const { ctx } = business;
    const calcom = calcomOf(business);
    const first = await recordOutsideAppointment(calcom, outside(business));
    const second = outside(business);
    const { appointment } = await recordOutsideAppointment(calcom, second);
    await cancelAppointment(calcom, { appointmentId: first.appointment.id });
    for (let i = 0; i < 2; i++) {
      const after = await recordOutsideAppointment(calcom, second);
      expect(after).toMatchObject({ conflict: false, appointment: { syncState: "synced" } });
    }
    const found = await ctx.db
      .select({ type: events.type })
      .from(events)
      .where(
        and(
          eq(events.tenantId, ctx.tenant.id),
          eq(events.entityType, "calcom"),
          eq(events.entityId, appointment.id),
        ),
      )
      .orderBy(asc(events.id));
    expect(found.map(({ type }) => type)).toEqual(["calcom.conflict_found", "calcom.conflict_settled"]);
  });
});

describe("rooms and gaps at Cal.com", () => {
  const told = (business: Business, id: string, staff: number, start = tenAm) => ({
    staffId: business.staffIds[staff],
    serviceId: business.serviceId,
    start,
    end: new Date(start.getTime() + 1_800_000),
    calcomBookingId: id,
    source: "calcom" as const,
  });

  test("each booking gets a room of its own while there is one, and says so when there is none", async () => {
    const business = await createSynced(3);
    const { ctx, branchId, serviceId } = business;
    const tenantId = ctx.tenant.id;
    for (const name of ["Raum 1", "Raum 2"]) {
      const [room] = await ctx.db.insert(resources).values({ tenantId, branchId, name }).$returningId();
      await ctx.db.insert(serviceResources).values({ tenantId, serviceId, resourceId: room?.id as number });
    }
    const results = [];
    for (const [i, id] of ["a", "b", "c"].entries())
      results.push(await recordOutsideAppointment(fromCalcom(ctx), told(business, id, i)));
    const [first, second, third] = results.map(({ appointment }) => appointment.resourceId);
    expect(first).not.toBe(second);
    expect(third).not.toBeNull();
    expect(results.map(({ conflict }) => conflict)).toEqual([false, false, "new"]);
  });

  test("a move that Cal.com tells keeps the service's buffers", async () => {
    const business = await createSynced();
    const { ctx, serviceId } = business;
    await ctx.db.update(services).set({ bufferAfterMinutes: 15 }).where(eq(services.id, serviceId));
    const { appointment } = await recordOutsideAppointment(fromCalcom(ctx), told(business, "a", 0));
    await recordOutsideAppointment(fromCalcom(ctx), {
      appointmentId: appointment.id,
      start: noon,
      end: localTime(2, "12:30"),
      calcomBookingId: "a",
      source: "calcom",
    });
    expect(await isFree(business, localTime(2, "12:40"))).toBe(false);
    expect(await isFree(business, localTime(2, "12:45"))).toBe(true);
  });

  test("what a call keeps within the gap of a booking there stays kept; what the booking needs does not", async () => {
    const business = await createBusiness();
    const { ctx, serviceId, staffIds } = business;
    const tenantId = ctx.tenant.id;
    const values = { tenantId, name: "Farbe", durationMinutes: 90, synonyms: [] };
    const [dye] = await ctx.db.insert(services).values(values).$returningId();
    const dyeId = dye?.id as number;
    await ctx.db.insert(serviceGaps).values({ tenantId, serviceId: dyeId, startsMinute: 30, endsMinute: 60 });
    const { ctx: calling, callId } = await createCall(business);
    const slots = await findSlots(ctx, { serviceId, from: halfPastTen, to: noon });
    const [inGap, after] = await makeOffers(calling, { callId, slots: [slots[0] as Slot, slots[2] as Slot] });
    for (const offer of [inGap, after]) await holdOffer(calling, { offerId: offer?.id as number });
    const { conflict } = await recordOutsideAppointment(fromCalcom(ctx), {
      ...told(business, "a", 0),
      staffId: staffIds[0],
      serviceId: dyeId,
      end: localTime(2, "11:30"),
    });
    expect(conflict).toBe(false);
    const held = async (id = 0) => (await getOffer(calling, id)).heldUntil;
    expect([inGap?.startTime, after?.startTime]).toEqual([halfPastTen, localTime(2, "11:00")]);
    expect([await held(inGap?.id), await held(after?.id)]).toEqual([expect.any(Date), null]);
  });

  test("a conflict is recorded once, however often it is told", async () => {
    const business = await createSynced();
    const { ctx } = business;
    await book(business);
    const conflicts = [];
    for (let i = 0; i < 3; i++)
      conflicts.push((await recordOutsideAppointment(fromCalcom(ctx), told(business, "a", 0))).conflict);
    expect(conflicts).toEqual(["new", "known", "known"]);
    const found = await ctx.db
      .select({ n: count() })
      .from(events)
      .where(and(eq(events.tenantId, ctx.tenant.id), eq(events.type, "calcom.conflict_found")));
    expect(found[0]?.n).toBe(1);
  });
});
