import { createHash } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { and, count, eq, gt, inArray, lt, ne, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/mysql-core";
import { describe, expect, test } from "vitest";
import { occupyingStatuses } from "@/contracts/appointment-states";
import type { Slot } from "@/contracts/appointments";
import { appointments, staffTimeCells } from "@/server/db/schema";
import type { TenantContext } from "@/server/domain/_core/context";
import { DomainError } from "@/server/domain/_core/errors";
import { SlotLost, takeTime } from "@/server/domain/availability/time-cells";
import { createBusiness, uniquePhone } from "@/test/factories";
import { localTime } from "@/test/local-time";
import { bookAppointment } from "./book-appointment";
import { cancelAppointment } from "./cancel-appointment";
import { moveAppointment } from "./move-appointment";

type Business = Awaited<ReturnType<typeof createBusiness>>;
const tenAm = localTime(2, "10:00");

const book = (
  { ctx, serviceId }: Business,
  start: Date,
  more: { staffId?: number; requestKey?: string; requestHash?: string } = {},
) =>
  bookAppointment(ctx, {
    serviceId,
    start,
    customer: { name: "Erika Beispiel", phone: uniquePhone() },
    source: "phone",
    ...more,
  });

/** Pairs of appointments that hold the same person at the same time. */
async function overlaps(ctx: TenantContext): Promise<number> {
  const [a, b] = [alias(appointments, "a"), alias(appointments, "b")];
  const [row] = await ctx.db
    .select({ n: count() })
    .from(a)
    .innerJoin(
      b,
      and(
        eq(b.tenantId, a.tenantId),
        eq(b.staffId, a.staffId),
        ne(b.id, a.id),
        lt(a.startTime, b.endTime),
        gt(a.endTime, b.startTime),
      ),
    )
    .where(
      and(
        eq(a.tenantId, ctx.tenant.id),
        inArray(a.status, [...occupyingStatuses]),
        inArray(b.status, [...occupyingStatuses]),
      ),
    );
  return (row?.n ?? 0) / 2;
}

/** What any programmer would write first: look, then insert. The control that has to fail. */
async function bookNaively({ ctx, staffIds, serviceId, branchId }: Business, start: Date): Promise<void> {
  const endTime = new Date(start.getTime() + 1_800_000);
  const [staffId] = staffIds;
  const values = { tenantId: ctx.tenant.id, staffId, serviceId, branchId, startTime: start, endTime };
  await ctx.db.transaction(async (tx) => {
    const taken = await tx
      .select({ id: appointments.id })
      .from(appointments)
      .where(
        and(
          eq(appointments.tenantId, ctx.tenant.id),
          eq(appointments.staffId, staffId as number),
          lt(appointments.startTime, endTime),
          gt(appointments.endTime, start),
        ),
      );
    if (taken.length === 0)
      await tx.insert(appointments).values({ ...values, status: "scheduled", source: "rest" });
  });
}

describe("64 callers want one slot", () => {
  test("one is booked, 63 hear at least two alternatives, nobody hears of a deadlock", async () => {
    const business = await createBusiness();
    const results = await Promise.allSettled(Array.from({ length: 64 }, () => book(business, tenAm)));
    const refusals = results.flatMap((r) => (r.status === "rejected" ? [r.reason as unknown] : []));
    expect(refusals).toHaveLength(63);
    for (const refusal of refusals) {
      expect(refusal).toBeInstanceOf(DomainError);
      const { code, kind, details } = refusal as DomainError;
      expect({ code, kind, reason: details.reason }).toEqual({
        code: "appointment.slot_taken",
        kind: "conflict",
        reason: "taken",
      });
      const alternatives = details.alternatives as Slot[];
      expect(alternatives.length).toBeGreaterThanOrEqual(2);
      expect(alternatives.every((slot) => slot.start.getTime() !== tenAm.getTime())).toBe(true);
    }
    expect(await overlaps(business.ctx)).toBe(0);
  });

  test("with three people three are booked, one each", async () => {
    const business = await createBusiness({}, 3);
    const results = await Promise.allSettled(Array.from({ length: 24 }, () => book(business, tenAm)));
    const booked = results.flatMap((r) => (r.status === "fulfilled" ? [r.value.staffId] : []));
    expect(booked.toSorted()).toEqual(business.staffIds.toSorted());
  });

  test("control: look-then-insert books the slot more than once", async () => {
    const business = await createBusiness();
    for (let round = 0; round < 20 && (await overlaps(business.ctx)) === 0; round++) {
      const start = new Date(tenAm.getTime() + round * 3_600_000);
      await Promise.all(Array.from({ length: 16 }, () => bookNaively(business, start)));
    }
    expect(await overlaps(business.ctx)).toBeGreaterThan(0);
  });
});

test("booking, moving and cancelling at once never overlap, and own exactly the cells of what is left", async () => {
  const business = await createBusiness({}, 2);
  const { ctx } = business;
  let seed = 7;
  const random = (n: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % n;
  };
  const start = () => new Date(localTime(2, "08:00").getTime() + random(36) * 15 * 60_000);
  const ids: number[] = [];
  const worker = async () => {
    for (let i = 0; i < 12; i++) {
      const id = ids[random(ids.length || 1)];
      const act =
        id === undefined || random(3) === 0
          ? book(business, start()).then((row) => ids.push(row.id))
          : random(3) === 0
            ? cancelAppointment(ctx, { appointmentId: id })
            : moveAppointment(ctx, {
                appointmentId: id,
                start: start(),
                staffId: business.staffIds[random(2)],
              });
      await act.catch((error: unknown) => {
        if (!(error instanceof DomainError)) throw error;
      });
    }
  };
  await Promise.all(Array.from({ length: 12 }, worker));

  expect(await overlaps(ctx)).toBe(0);
  const alive = await ctx.db
    .select({ id: appointments.id })
    .from(appointments)
    .where(and(eq(appointments.tenantId, ctx.tenant.id), eq(appointments.status, "scheduled")));
  const owned = await ctx.db
    .select({ id: staffTimeCells.appointmentId, cells: sql<number>`COUNT(*)` })
    .from(staffTimeCells)
    .where(eq(staffTimeCells.tenantId, ctx.tenant.id))
    .groupBy(staffTimeCells.appointmentId);
  expect(alive.length).toBeGreaterThan(0);
  expect(owned.map(({ id }) => id).toSorted()).toEqual(alive.map(({ id }) => id).toSorted());
  expect(owned.every(({ cells }) => Number(cells) === 6)).toBe(true);
});

describe("the same request twice", () => {
  test("gives the same appointment, one after the other and at once, even with other people free", async () => {
    const business = await createBusiness({}, 3);
    const first = await book(business, tenAm, { requestKey: "call-1:book" });
    expect((await book(business, tenAm, { requestKey: "call-1:book" })).id).toBe(first.id);
    const twins = await Promise.all(
      Array.from({ length: 16 }, () => book(business, localTime(2, "14:00"), { requestKey: "call-2:book" })),
    );
    expect(new Set(twins.map((row) => row.id)).size).toBe(1);
    const [rows] = await business.ctx.db
      .select({ n: count() })
      .from(appointments)
      .where(eq(appointments.tenantId, business.ctx.tenant.id));
    expect(rows?.n).toBe(2);
  });

  test("is never told that its own appointment took the time", async () => {
    const business = await createBusiness({}, 1);
    for (let round = 0; round < 12; round++) {
      const start = localTime(2, `${8 + Math.floor(round / 2)}:${round % 2 ? "30" : "00"}`.padStart(5, "0"));
      const twins = await Promise.all(
        // Staggered, so that some look for a twin before it commits and for the time after.
        Array.from({ length: 10 }, async (_, i) => {
          await delay(i * 4);
          return book(business, start, { requestKey: `call-${round}:again` });
        }),
      );
      expect(new Set(twins.map((row) => row.id)).size).toBe(1);
    }
  });

  test("is refused when it asks for something else under the same key", async () => {
    const business = await createBusiness({}, 2);
    const hash = (text: string) => createHash("sha256").update(text).digest("hex");
    const request = { requestKey: "rest-1", requestHash: hash("ten") };
    const row = await book(business, tenAm, request);
    expect((await book(business, tenAm, request)).id).toBe(row.id);
    await expect(
      book(business, localTime(2, "12:00"), { ...request, requestHash: hash("twelve") }),
    ).rejects.toMatchObject({ code: "appointment.request_mismatch", kind: "conflict" });
  });

  test("never calls a cancelled appointment booked", async () => {
    const business = await createBusiness();
    const row = await book(business, tenAm, { requestKey: "call-3:book" });
    await cancelAppointment(business.ctx, { appointmentId: row.id });
    await expect(book(business, tenAm, { requestKey: "call-3:book" })).rejects.toMatchObject({
      code: "appointment.request_cancelled",
    });
  });
});

test("time that is owned cannot be taken, not even past the lock and the checks", async () => {
  const business = await createBusiness();
  const { ctx } = business;
  const owner = await book(business, tenAm);
  const other = await book(business, localTime(2, "12:00"));
  const time = { start: tenAm.getTime() + 1_500_000, end: tenAm.getTime() + 3_000_000 };
  const staffId = owner.staffId as number;
  const claim = { staffIds: [staffId], resourceId: null, peopleTime: [time], roomTime: [] };
  const theft = ctx.db.transaction((tx) => takeTime(ctx, tx, { appointmentId: other.id }, claim));
  await expect(theft).rejects.toBeInstanceOf(SlotLost);
});
