import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { events, services } from "@/server/db/schema";
import { createBusiness } from "@/test/factories";
import { localTime } from "@/test/local-time";
import { bookAppointment } from "../appointments/book-appointment";
import { readAppointment } from "../appointments/queries";
import { findSlots } from "../availability/find-slots";
import { setActive } from "../catalog/set-active";
import { createResource } from "../resources/create-resource";
import { changeQualifications } from "../staff/change-qualifications";
import { changeService } from "./change-service";
import { createService } from "./create-service";
import { getService } from "./get-service";
import { listServiceRows } from "./list-service-rows";

type Business = Awaited<ReturnType<typeof createBusiness>>;

const colour = (staffIds: number[]) => ({
  name: "Farbe",
  description: null,
  synonyms: ["Färben", "Tönung"],
  durationMinutes: 90,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 10,
  priceCents: 7900,
  staffNeeded: 1,
  gaps: [{ startsMinute: 30, endsMinute: 60 }],
  staffIds,
  resourceIds: [] as number[],
});

/** Starts on the wall in two days, before ten. */
async function morning({ ctx }: Business, serviceId: number) {
  const slots = await findSlots(ctx, {
    serviceId,
    from: localTime(2, "00:00"),
    to: localTime(2, "10:00"),
    limit: 100,
  });
  const clock = new Intl.DateTimeFormat("de", { timeStyle: "short", timeZone: "Europe/Berlin" });
  return slots.map(({ start }) => clock.format(start)).join(" ");
}

test("a new service is there whole: gaps, people, rooms, and where they offer it", async () => {
  const { ctx, branchId, staffIds } = await createBusiness({}, 2);
  const room = await createResource(ctx, { name: "Raum 1", branchId });
  const { id } = await createService(ctx, { ...colour(staffIds), resourceIds: [room.id] });
  expect(await getService(ctx, id)).toMatchObject({
    ...colour(staffIds),
    resourceIds: [room.id],
    places: [{ branchId, branchName: "Mitte", staffNames: ["Person 1", "Person 2"] }],
    upcoming: 0,
  });
  expect((await listServiceRows(ctx)).find((row) => row.id === id)).toMatchObject({
    gapMinutes: 30,
    staffNames: ["Person 1", "Person 2"],
  });
});

test("another length, price or name counts from now on: what is booked stays as it was agreed", async () => {
  const business = await createBusiness();
  const { ctx, serviceId, staffIds } = business;
  const booked = await bookAppointment(ctx, {
    serviceId,
    start: localTime(2, "09:00"),
    customer: { name: "Ada" },
    source: "dashboard",
  });
  await changeService(ctx, { ...colour(staffIds), gaps: [], bufferAfterMinutes: 0, serviceId, version: 1 });
  const after = await readAppointment(ctx, ctx.db, booked.id);
  expect(after).toMatchObject({ endTime: booked.endTime, priceCents: 3900 });
  expect(await getService(ctx, serviceId)).toMatchObject({ durationMinutes: 90, upcoming: 1 });
  expect(await morning(business, serviceId), "ninety minutes fit only behind what is booked").toBe(
    "09:30 09:45",
  );
});

test("a gap frees the person for somebody else as soon as it is entered", async () => {
  const business = await createBusiness();
  const { ctx, serviceId, staffIds } = business;
  const { id } = await createService(ctx, { ...colour(staffIds), gaps: [], bufferAfterMinutes: 0 });
  const book = (start: string) =>
    bookAppointment(ctx, {
      serviceId: id,
      start: localTime(2, start),
      customer: { name: "Ada" },
      source: "dashboard",
    });
  await book("08:00");
  expect(await morning(business, serviceId), "no gap yet").toBe("09:30 09:45");
  await changeService(ctx, { ...colour(staffIds), bufferAfterMinutes: 0, serviceId: id, version: 1 });
  await book("13:00");
  const noon = await findSlots(ctx, {
    serviceId,
    from: localTime(2, "13:00"),
    to: localTime(2, "14:30"),
    limit: 100,
  });
  expect(noon.map(({ start }) => start)).toEqual([localTime(2, "13:30")]);
});

describe("what is refused", () => {
  const problemsOf = (change: object) => async () => {
    const { ctx, staffIds } = await createBusiness();
    return createService(ctx, { ...colour(staffIds), ...change }).then(
      () => [],
      (error) =>
        error.issues.map(
          (issue: { path: unknown[]; message: string }) => `${issue.path.join(".")} ${issue.message}`,
        ),
    );
  };
  test.each([
    [
      "a gap that lasts to the end",
      { gaps: [{ startsMinute: 60, endsMinute: 90 }] },
      ["gaps.0.endsMinute gap_inside"],
    ],
    [
      "a gap that begins with the service",
      { gaps: [{ startsMinute: 0, endsMinute: 30 }] },
      ["gaps.0.startsMinute too_small"],
    ],
    [
      "gaps that meet",
      {
        gaps: [
          { startsMinute: 10, endsMinute: 30 },
          { startsMinute: 30, endsMinute: 50 },
        ],
      },
      ["gaps.1.startsMinute gap_overlap"],
    ],
    [
      "a gap the wrong way round",
      { gaps: [{ startsMinute: 60, endsMinute: 30 }] },
      ["gaps.0.endsMinute gap_order"],
    ],
    ["a length between the fives", { durationMinutes: 32, gaps: [] }, ["durationMinutes five_minutes"]],
    ["no name", { name: "  " }, ["name required"]],
    ["a price below nothing", { priceCents: -1 }, ["priceCents price"]],
    ["no amount at all", { priceCents: Number.NaN }, ["priceCents price"]],
  ])("%s, at its field", async (_, change, expected) => {
    expect(await problemsOf(change)()).toEqual(expected);
  });

  test("rooms and people of another business", async () => {
    const [mine, theirs] = [await createBusiness(), await createBusiness()];
    const room = await createResource(theirs.ctx, { name: "Raum", branchId: theirs.branchId });
    await expect(
      createService(mine.ctx, { ...colour(mine.staffIds), resourceIds: [room.id] }),
    ).rejects.toMatchObject({ code: "resource.not_found" });
    await expect(createService(mine.ctx, colour(theirs.staffIds))).rejects.toMatchObject({
      code: "staff.not_found",
    });
    expect(await listServiceRows(mine.ctx), "nothing half done").toHaveLength(1);
  });

  test("whoever has not seen the latest state, also where the other came from the person's side", async () => {
    const { ctx, serviceId, staffIds } = await createBusiness();
    await changeQualifications(ctx, { staffId: staffIds[0] as number, version: 1, serviceIds: [] });
    await expect(changeService(ctx, { ...colour(staffIds), serviceId, version: 1 })).rejects.toMatchObject({
      code: "service.changed_meanwhile",
    });
    await changeService(ctx, { ...colour(staffIds), serviceId, version: 2 });
    await expect(
      changeQualifications(ctx, { staffId: staffIds[0] as number, version: 2, serviceIds: [] }),
    ).rejects.toMatchObject({ code: "staff.changed_meanwhile" });
  });
});

test("saving what is there already changes nothing and tells nobody", async () => {
  const { ctx, staffIds } = await createBusiness({}, 2);
  const { id } = await createService(ctx, colour(staffIds));
  await changeService(ctx, { ...colour(staffIds.toReversed()), serviceId: id, version: 1 });
  const rows = await ctx.db
    .select({ type: events.type })
    .from(events)
    .where(eq(events.tenantId, ctx.tenant.id));
  expect(rows).toEqual([{ type: "service.created" }]);
  expect((await getService(ctx, id)).version).toBe(1);
});

test("what is no longer offered cannot be booked, and comes back as it was", async () => {
  const business = await createBusiness();
  const { ctx, serviceId } = business;
  expect(await morning(business, serviceId)).not.toBe("");
  await setActive(ctx, "service", { id: serviceId, version: 1, active: false });
  await expect(morning(business, serviceId)).rejects.toMatchObject({ code: "service.not_found" });
  await setActive(ctx, "service", { id: serviceId, version: 2, active: true });
  expect(await morning(business, serviceId)).not.toBe("");
  const [row] = await ctx.db.select({ name: services.name }).from(services).where(eq(services.id, serviceId));
  expect(row?.name).toBe("Massage");
});
