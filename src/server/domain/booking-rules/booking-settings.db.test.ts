import { and, eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import type { FieldChange } from "@/contracts/audit-trail";
import type { CallPolicy } from "@/contracts/booking-rules";
import { bookingRules, events } from "@/server/db/schema";
import { as, createBusiness } from "@/test/factories";
import { noRule } from "./booking-rule";
import { changeBookingRule } from "./change-booking-rule";
import { changeCallPolicy } from "./change-call-policy";
import { getBookingSettings } from "./get-booking-settings";

let business: Awaited<ReturnType<typeof createBusiness>>;
beforeEach(async () => {
  business = await createBusiness();
});

const told = ({ ctx } = business) =>
  ctx.db
    .select({ type: events.type, data: events.data })
    .from(events)
    .where(and(eq(events.tenantId, ctx.tenant.id)))
    .orderBy(events.id);

const changed = (scope: string, changes: FieldChange[]) => ({
  type: "booking_rule.changed",
  data: { scope, fields: changes.map(({ field }) => field), changes },
});

test("rules of the business, a branch and a service stand beside each other as they were set", async () => {
  const { ctx, branchId, serviceId } = business;
  await changeBookingRule(ctx, { ...noRule, cancelHoursBefore: 24, feeText: "  30 Euro  " });
  await changeBookingRule(ctx, { branchId, ...noRule, cancelHoursBefore: 48 });
  await changeBookingRule(ctx, { serviceId, ...noRule, maxMoves: 0 });
  expect(await getBookingSettings(ctx)).toMatchObject({
    callPolicy: { spokenYesRequired: true, holdMinutes: 3, callerProof: "number", saysHalfHours: false },
    business: { ...noRule, cancelHoursBefore: 24, feeText: "30 Euro" },
    branches: [{ id: branchId, rule: { ...noRule, cancelHoursBefore: 48 } }],
    services: [{ id: serviceId, rule: { ...noRule, maxMoves: 0 } }],
  });
  expect(await told()).toEqual([
    changed("tenant", [
      { field: "cancelHoursBefore", from: null, to: 24 },
      { field: "feeText", from: null, to: "30 Euro" },
    ]),
    changed(`branch:${branchId}`, [{ field: "cancelHoursBefore", from: null, to: 48 }]),
    changed(`service:${serviceId}`, [{ field: "maxMoves", from: null, to: 0 }]),
  ]);
});

test("the same rule again is no event, and a rule that says nothing is no row", async () => {
  const { ctx } = business;
  const rule = { ...noRule, maxMoves: 2 };
  await changeBookingRule(ctx, rule);
  await changeBookingRule(ctx, rule);
  expect(await told()).toHaveLength(1);
  await changeBookingRule(ctx, { ...noRule, feeText: "   " });
  expect(await told()).toHaveLength(2);
  expect(await ctx.db.select().from(bookingRules).where(eq(bookingRules.tenantId, ctx.tenant.id))).toEqual(
    [],
  );
});

test("changed by eight people at once, there is one rule in the end", async () => {
  const { ctx } = business;
  await Promise.all(
    Array.from({ length: 8 }, (_, maxMoves) => changeBookingRule(ctx, { ...noRule, maxMoves })),
  );
  expect(
    await ctx.db.select().from(bookingRules).where(eq(bookingRules.tenantId, ctx.tenant.id)),
  ).toHaveLength(1);
});

test("another business's branch or service is not there, and both at once mean nothing", async () => {
  const other = await createBusiness();
  const rule = { ...noRule, maxMoves: 1 };
  const { ctx, branchId, serviceId } = business;
  await expect(changeBookingRule(ctx, { branchId: other.branchId, ...rule })).rejects.toMatchObject({
    code: "branch.not_found",
  });
  await expect(changeBookingRule(ctx, { serviceId: other.serviceId, ...rule })).rejects.toMatchObject({
    code: "service.not_found",
  });
  await expect(changeBookingRule(ctx, { branchId, serviceId, ...rule })).rejects.toThrow();
  expect(await told()).toEqual([]);
});

test("how the phone deals with callers is changed as a whole, and the event names what changed", async () => {
  const { ctx } = business;
  const policy: CallPolicy = {
    spokenYesRequired: false,
    holdMinutes: 5,
    callerProof: "birthdate",
    saysHalfHours: false,
  };
  await changeCallPolicy(ctx, policy);
  await changeCallPolicy(ctx, policy);
  expect((await getBookingSettings(ctx)).callPolicy).toEqual(policy);
  expect(await told()).toEqual([
    {
      type: "tenant.settings_changed",
      data: {
        fields: ["spokenYesRequired", "holdMinutes", "callerProof"],
        changes: [
          { field: "spokenYesRequired", from: true, to: false },
          { field: "holdMinutes", from: 3, to: 5 },
          { field: "callerProof", from: "number", to: "birthdate" },
        ],
      },
    },
  ]);
  await expect(changeCallPolicy(ctx, { ...policy, holdMinutes: 16 })).rejects.toThrow();
});

test("who may not change settings changes none", async () => {
  const { ctx } = business;
  for (const role of ["viewer", "staff"] as const) {
    const desk = as(ctx, { type: "user", userId: 1, role });
    await expect(changeBookingRule(desk, noRule)).rejects.toMatchObject({ kind: "forbidden" });
    const { callPolicy } = await getBookingSettings(desk);
    await expect(changeCallPolicy(desk, callPolicy)).rejects.toMatchObject({ kind: "forbidden" });
  }
});
