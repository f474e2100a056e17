import { describe, expect, test } from "vitest";
import { events } from "@/server/db/schema";
import { as, createBusiness } from "@/test/factories";
import { localDay, localTime } from "@/test/local-time";
import { createPerson } from "@/test/people";
import { countRowsRead, rowsAllowed } from "@/test/rows-read";
import type { TenantContext } from "../_core/context";
import { bookAppointment } from "../appointments/book-appointment";
import { addClosure } from "../branches/add-closure";
import { removeClosure } from "../branches/remove-closure";
import { setOpeningHours } from "../branches/set-opening-hours";
import { setBranchSpecialHours } from "../branches/set-special-hours";
import { requestCallback } from "../callbacks/request-callback";
import { createCustomer } from "../customers/create-customer";
import { changeResource } from "../resources/change-resource";
import { createResource } from "../resources/create-resource";
import { addTimeOff } from "../staff/add-time-off";
import { changeQualifications } from "../staff/change-qualifications";
import { changeStaffMember } from "../staff/change-staff-member";
import { removeTimeOff } from "../staff/remove-time-off";
import { setSpecialHours } from "../staff/set-special-hours";
import { exportTrail } from "./export-trail";
import { listTrail } from "./list-trail";

const minuteMs = 60_000;

/** A business with an owner, and what everybody did in it: people now and then, machines all the time. */
async function busyBusiness() {
  const business = await createBusiness();
  const [owner, manager] = await Promise.all(
    (["owner", "manager"] as const).map((role) => createPerson(business.ctx.tenant.id, role)),
  );
  if (!owner || !manager) throw new Error("nobody there");
  const ctx = as(business.ctx, { type: "user", userId: owner.id, role: "owner" });
  const start = Date.now() - 600 * minuteMs;
  await ctx.db.insert(events).values(
    Array.from({ length: 600 }, (_, i) => {
      const person = i % 10 === 0 ? owner : i % 10 === 1 ? manager : undefined;
      const kind = i % 20 < 10 ? "staff" : "service";
      return {
        tenantId: ctx.tenant.id,
        type: person ? `${kind}.changed` : "call.progressed",
        entityType: person ? kind : "call",
        entityId: person ? (kind === "staff" ? (business.staffIds[0] ?? 0) : business.serviceId) : 1,
        data: person ? { fields: ["name"] } : { callId: 1 },
        actor: person
          ? ({ type: "user", userId: person.id, role: person.role } as const)
          : ({ type: "webhook", provider: "retell" } as const),
        actorUserId: person?.id ?? null,
        requestId: "test",
        createdAt: new Date(start + Math.floor(i / 3) * minuteMs),
      };
    }),
  );
  return { ...business, ctx, owner, manager };
}

async function walk(ctx: TenantContext, filter: Parameters<typeof listTrail>[1]) {
  const pages: Awaited<ReturnType<typeof listTrail>>[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page: Awaited<ReturnType<typeof listTrail>> = await listTrail(ctx, { ...filter, cursor });
    pages.push(page);
    cursor = page.next;
  }
  return { pages, rows: pages.flatMap((page) => page.rows) };
}

describe("the audit trail", () => {
  test("shows what people did, by name, the latest first, every row once, and the way back", async () => {
    const { ctx } = await busyBusiness();
    const { pages, rows } = await walk(ctx, {});
    expect(rows).toHaveLength(120);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(120);
    expect(rows.every((row, i) => i === 0 || row.at <= (rows[i - 1]?.at ?? row.at))).toBe(true);
    expect(rows[0]).toMatchObject({
      type: "service.changed",
      subject: "Massage",
      actor: { kind: "person", name: "Person manager" },
    });
    const [, second, third] = pages;
    const back = await listTrail(ctx, { cursor: third?.previous ?? undefined });
    expect(back.rows.map(({ id }) => id)).toEqual(second?.rows.map(({ id }) => id));
  });

  test("touches at most three rows for each it shows, for every filter and at every depth", async () => {
    const { ctx, manager, serviceId } = await busyBusiness();
    const tomorrow = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
    const filters = [
      {},
      { kind: "service" },
      { userId: manager.id },
      { userId: manager.id, kind: "staff" },
      { actor: "webhook" },
      { actor: "webhook", kind: "call" },
      { actor: "all" },
      { actor: "all", kind: "staff" },
      { kind: "service", entityId: serviceId },
      { fromDate: "2020-01-01", toDate: tomorrow },
    ] as const;
    for (const filter of filters) {
      const { result, rowsRead } = await countRowsRead((db) => listTrail({ ...ctx, db }, filter));
      expect(rowsRead, JSON.stringify(filter)).toBeLessThanOrEqual(rowsAllowed(result.rows.length));
      if (!result.next) continue;
      const cursor = result.next;
      const deeper = await countRowsRead((db) => listTrail({ ...ctx, db }, { ...filter, cursor }));
      expect(deeper.rowsRead, `${JSON.stringify(filter)}, deeper`).toBeLessThanOrEqual(
        rowsAllowed(deeper.result.rows.length),
      );
    }
  });

  test("answers each filter with its rows and no others", async () => {
    const { ctx, manager } = await busyBusiness();
    expect((await walk(ctx, { userId: manager.id })).rows).toHaveLength(60);
    expect((await walk(ctx, { userId: manager.id, kind: "staff" })).rows).toHaveLength(30);
    expect((await walk(ctx, { kind: "service" })).rows).toHaveLength(60);
    expect((await walk(ctx, { actor: "webhook" })).rows).toHaveLength(480);
    expect((await walk(ctx, { toDate: "2020-01-01" })).rows).toHaveLength(0);
  });

  test("is taken out as it is shown, which it says itself afterwards", async () => {
    const { ctx } = await busyBusiness();
    const taken: number[] = [];
    for await (const rows of exportTrail(ctx, { kind: "staff" })) taken.push(...rows.map(({ id }) => id));
    expect(taken).toEqual((await walk(ctx, { kind: "staff" })).rows.map(({ id }) => id));
    const [latest] = (await listTrail(ctx, {})).rows;
    expect(latest).toMatchObject({ type: "audit_trail.exported", details: { rows: 60 } });
  });

  test("is for owners, not for managers", async () => {
    const { ctx, manager } = await busyBusiness();
    const asManager = as(ctx, { type: "user", userId: manager.id, role: "manager" });
    await expect(listTrail(asManager, {})).rejects.toMatchObject({ code: "forbidden" });
  });

  test("says what was there before and whose it is, and nothing of people that they corrected", async () => {
    const { ctx, branchId, serviceId, staffIds } = await busyBusiness();
    const staffId = staffIds[0] as number;
    const person = { staffId, version: 1, name: "Petra Neu", email: "p@example.test", phone: null };
    await changeStaffMember(ctx, { ...person, homeBranchId: branchId });
    const { id: customerId } = await createCustomer(ctx, { name: "Rita Ruf" });
    await requestCallback(ctx, { customerId });
    const start = localTime(7, "10:00");
    await bookAppointment(ctx, {
      customer: { customerId },
      serviceId,
      staffId,
      branchId,
      start,
      source: "dashboard",
    });
    const range = { weekday: 2, from: "09:00", to: "12:00" };
    await setOpeningHours(ctx, { branchId, version: 1, ranges: [range] });
    const rows = (await listTrail(ctx, {})).rows.slice(0, 6);
    const of = (type: string) => rows.find((row) => row.type === type);
    expect(of("branch.changed")?.changes).toEqual([
      {
        field: "openingHours",
        from: [1, 2, 3, 4, 5, 6, 7].map((day) => `${day} 480-1080`).join(";"),
        to: "2 540-720",
      },
    ]);
    expect(of("staff.changed")).toMatchObject({
      fields: ["name", "email"],
      changes: [],
      requestId: ctx.requestId,
    });
    expect(of("callback.requested")?.subject).toBe("Rita Ruf");
    expect(of("appointment.booked")).toMatchObject({ subject: start, of: "Rita Ruf" });
  });

  test("says which days, which qualifications and which room it was, before and after", async () => {
    const { ctx, branchId, staffIds } = await busyBusiness();
    const staffId = staffIds[0] as number;
    const [day, next] = [localDay(9), localDay(10)];
    const range = { from: "08:00", to: "12:30" };
    const changesOf = async () => (await listTrail(ctx, {})).rows[0]?.changes;

    const closure = await addClosure(ctx, { branchId, fromDate: day, toDate: next, reason: "Ausflug" });
    expect(await changesOf()).toEqual([{ field: "closures", from: null, to: `${day}/${next}` }]);
    await removeClosure(ctx, { branchId, closureId: closure.id });
    expect(await changesOf()).toEqual([{ field: "closures", from: `${day}/${next}`, to: null }]);
    await setBranchSpecialHours(ctx, { branchId, version: 1, day, ranges: [range] });
    const special = { field: "specialHours", from: day, to: `${day} 480-750` };
    expect(await changesOf()).toEqual([special]);

    await setSpecialHours(ctx, { staffId, version: 1, day, ranges: [{ branchId, ...range }] });
    expect(await changesOf()).toEqual([special]);
    await setSpecialHours(ctx, { staffId, version: 2, day, ranges: [] });
    expect(await changesOf()).toEqual([{ ...special, from: special.to, to: day }]);
    const away = { staffId, fromDate: day, toDate: next, reason: "Reha" };
    const whole = await addTimeOff(ctx, { ...away, times: null });
    expect(await changesOf()).toEqual([{ field: "timeOff", from: null, to: `${day}/${next}` }]);
    await removeTimeOff(ctx, { staffId, timeOffId: whole.id });
    expect(await changesOf()).toEqual([{ field: "timeOff", from: `${day}/${next}`, to: null }]);
    await addTimeOff(ctx, { ...away, times: range });
    expect(await changesOf()).toEqual([{ field: "timeOff", from: null, to: `${day} 480/${next} 750` }]);
    await changeQualifications(ctx, { staffId, version: 3, serviceIds: [] });
    expect(await changesOf()).toEqual([{ field: "serviceIds", from: "Massage", to: "" }]);

    const room = await createResource(ctx, { name: "Raum 1", branchId });
    const values = { resourceId: room.id, version: 1, branchId };
    await changeResource(ctx, { ...values, name: "Raum 2" });
    expect(await changesOf()).toEqual([{ field: "name", from: "Raum 1", to: "Raum 2" }]);
  });
});
