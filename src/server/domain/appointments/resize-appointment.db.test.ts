import { and, asc, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { appointments, events, staffTimeCells } from "@/server/db/schema";
import { createBusiness } from "@/test/factories";
import { bookAppointment } from "./book-appointment";
import { cancelAppointment } from "./cancel-appointment";
import { moveAppointment } from "./move-appointment";
import { resizeAppointment } from "./resize-appointment";

const dayMs = 86_400_000;
const day = (days: number) => new Date(Date.now() + days * dayMs).toISOString().slice(0, 10);
const at = (days: number, time: string) => new Date(`${day(days)}T${time}:00Z`);

async function business() {
  const made = await createBusiness({ timeZone: "UTC" });
  const { ctx, serviceId, staffIds } = made;
  const [staffId] = staffIds as [number];
  const book = (start: Date) =>
    bookAppointment(ctx, { serviceId, staffId, start, customer: { name: "Ada" }, source: "dashboard" });
  const cells = async (appointmentId: number) =>
    (
      await ctx.db
        .select({ at: staffTimeCells.cellStart })
        .from(staffTimeCells)
        .where(
          and(eq(staffTimeCells.tenantId, ctx.tenant.id), eq(staffTimeCells.appointmentId, appointmentId)),
        )
        .orderBy(asc(staffTimeCells.cellStart))
    ).length;
  return { ...made, book, cells };
}

describe("another length", () => {
  test("owns exactly the time it lasts, longer and shorter, and is told once", async () => {
    const { ctx, book, cells } = await business();
    const { id, version } = await book(at(3, "09:00"));
    const longer = await resizeAppointment(ctx, { appointmentId: id, end: at(3, "10:15"), version });
    expect(longer.endTime).toEqual(at(3, "10:15"));
    expect(await cells(id)).toBe(15);
    await resizeAppointment(ctx, { appointmentId: id, end: at(3, "10:15") });
    await resizeAppointment(ctx, { appointmentId: id, end: at(3, "09:20") });
    expect(await cells(id)).toBe(4);
    const told = await ctx.db
      .select({ data: events.data })
      .from(events)
      .where(and(eq(events.tenantId, ctx.tenant.id), eq(events.type, "appointment.resized")))
      .orderBy(asc(events.id));
    expect(told.map(({ data }) => data)).toEqual([
      { appointmentId: id, fromEnd: at(3, "09:30").toISOString(), toEnd: at(3, "10:15").toISOString() },
      { appointmentId: id, fromEnd: at(3, "10:15").toISOString(), toEnd: at(3, "09:20").toISOString() },
    ]);
  });

  test("never reaches into somebody else's time, and a refusal changes nothing", async () => {
    const { ctx, book, cells } = await business();
    const { id } = await book(at(3, "09:00"));
    await book(at(3, "10:00"));
    await expect(resizeAppointment(ctx, { appointmentId: id, end: at(3, "10:05") })).rejects.toMatchObject({
      code: "appointment.slot_taken",
      details: {
        alternatives: expect.arrayContaining([expect.objectContaining({ serviceId: expect.any(Number) })]),
      },
    });
    expect(await cells(id)).toBe(6);
    // The control: up to the neighbour there is room.
    await resizeAppointment(ctx, { appointmentId: id, end: at(3, "10:00") });
    expect(await cells(id)).toBe(12);
  });

  test("two who reach for the same minutes at once: one gets them", async () => {
    const { ctx, book, serviceId, staffIds, cells } = await business();
    const { id } = await book(at(3, "09:00"));
    const outcomes = await Promise.allSettled([
      resizeAppointment(ctx, { appointmentId: id, end: at(3, "10:00") }),
      bookAppointment(ctx, {
        serviceId,
        staffId: staffIds[0],
        start: at(3, "09:30"),
        customer: { name: "Bob" },
        source: "dashboard",
      }),
    ]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect([6, 12]).toContain(await cells(id));
  });

  test("is refused, like a move, once it was cancelled, also to the end and the start it had", async () => {
    const { ctx, book } = await business();
    const { id: appointmentId, startTime: start, endTime: end } = await book(at(3, "09:00"));
    await cancelAppointment(ctx, { appointmentId });
    const refused = (code: string) => expect.objectContaining({ code });
    await expect(resizeAppointment(ctx, { appointmentId, end })).rejects.toEqual(
      refused("appointment.not_resizable"),
    );
    await expect(moveAppointment(ctx, { appointmentId, start })).rejects.toEqual(
      refused("appointment.not_movable"),
    );
  });

  test("stays within opening hours", async () => {
    const { ctx, book } = await business();
    const { id } = await book(at(3, "17:30"));
    await expect(resizeAppointment(ctx, { appointmentId: id, end: at(3, "18:30") })).rejects.toMatchObject({
      code: "appointment.closed",
    });
  });

  test("is refused to who saw an older version, off the grid, before its start and in an outside calendar", async () => {
    const { ctx, book } = await business();
    const { id, version } = await book(at(3, "09:00"));
    const resize = (end: Date, seen?: number) =>
      resizeAppointment(ctx, { appointmentId: id, end, version: seen });
    await expect(resize(at(3, "10:00"), version + 1)).rejects.toMatchObject({
      code: "appointment.changed_meanwhile",
    });
    for (const time of ["09:32", "09:00", "08:00", "21:30"])
      await expect(resize(at(3, time))).rejects.toMatchObject({ code: "appointment.end_not_possible" });
    await ctx.db
      .update(appointments)
      .set({ syncState: "synced" })
      .where(and(eq(appointments.tenantId, ctx.tenant.id), eq(appointments.id, id)));
    await expect(resize(at(3, "10:00"))).rejects.toMatchObject({ code: "appointment.not_resizable" });
  });
});
