import { and, eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { appointments, branchClosures, callbacks, calls, events, openingHours } from "@/server/db/schema";
import { as, createBusiness, createTenant, uniquePhone } from "@/test/factories";
import { localDay, localTime } from "@/test/local-time";
import { createPerson } from "@/test/people";
import { newCallId } from "@/test/retell";
import type { TenantContext } from "../_core/context";
import { bookAppointment } from "../appointments/book-appointment";
import { createBranch } from "../branches/create-branch";
import { ensureCall } from "../calls/ensure-call";
import { createCustomer } from "../customers/create-customer";
import { changeCallback } from "./change-callback";
import { claimCallback } from "./claim-callback";
import { claimMinutes } from "./claims";
import { completeCallback } from "./complete-callback";
import { countDueCallbacks } from "./count-due-callbacks";
import { listCallbackRows } from "./list-callback-rows";
import { postponeCallback } from "./postpone-callback";
import { readCallback } from "./queries";
import { releaseCallback } from "./release-callback";
import { reopenCallback } from "./reopen-callback";
import { requestCallback } from "./request-callback";
import { settleBookedCallbacks } from "./settle-booked-callbacks";

const minuteMs = 60_000;
let ctx: TenantContext;
let ada: TenantContext;
let ben: TenantContext;

beforeEach(async () => {
  ctx = await createTenant();
  ada = await person(ctx);
  ben = await person(ctx);
});

async function person(ctx: TenantContext): Promise<TenantContext> {
  const { id } = await createPerson(ctx.tenant.id, "staff");
  return as(ctx, { type: "user", userId: id, role: "staff" });
}

const wish = (values: Partial<Parameters<typeof requestCallback>[1]> = {}) =>
  requestCallback(ctx, { name: "Rita", phone: uniquePhone(), ...values });
const eventTypes = async (callbackId: number) => {
  const rows = await ctx.db
    .select({ type: events.type })
    .from(events)
    .where(
      and(
        eq(events.tenantId, ctx.tenant.id),
        eq(events.entityType, "callback"),
        eq(events.entityId, callbackId),
      ),
    )
    .orderBy(events.id);
  return rows.map((row) => row.type);
};

test("of twenty people who claim at once, exactly one calls", async () => {
  const { id } = await wish();
  const claims = await Promise.allSettled(
    Array.from({ length: 20 }, (_, i) => claimCallback(i % 2 ? ada : ben, { callbackId: id })),
  );
  const winners = new Set(
    claims.flatMap((claim) => (claim.status === "fulfilled" ? [claim.value.claimedBy] : [])),
  );
  expect(winners.size).toBe(1);
  for (const claim of claims)
    if (claim.status === "rejected")
      expect(claim.reason).toMatchObject({ code: "callback.already_claimed", kind: "conflict" });
});

test("control: looking first and writing then, without the lock, lets both call", async () => {
  const { id } = await wish();
  const seen = await Promise.all([ada, ben].map((who) => readCallback(who, id)));
  const careless = seen.filter((row) => row.status === "open");
  for (const row of careless)
    await ctx.db.update(callbacks).set({ status: "claimed" }).where(eq(callbacks.id, row.id));
  expect(careless).toHaveLength(2);
});

test("while one is on it, nobody else claims, completes, postpones or releases it", async () => {
  const { id: callbackId } = await wish();
  await claimCallback(ada, { callbackId });
  const refused = { code: "callback.already_claimed" };
  await expect(claimCallback(ben, { callbackId })).rejects.toMatchObject(refused);
  await expect(completeCallback(ben, { callbackId })).rejects.toMatchObject(refused);
  await expect(releaseCallback(ben, { callbackId })).rejects.toMatchObject(refused);
  const dueAt = new Date(Date.now() + minuteMs);
  await expect(postponeCallback(ben, { callbackId, dueAt })).rejects.toMatchObject(refused);
  expect(await completeCallback(ada, { callbackId, outcome: "no_interest" })).toMatchObject({
    status: "done",
    outcome: "no_interest",
    completedBy: (ada.actor as { userId: number }).userId,
  });
});

test("a claim that was forgotten ends by itself", async () => {
  const { id: callbackId } = await wish();
  const now = new Date();
  await claimCallback(ada, { callbackId }, now);
  const later = new Date(now.getTime() + claimMinutes * minuteMs);
  await expect(
    claimCallback(ben, { callbackId }, new Date(later.getTime() - minuteMs)),
  ).rejects.toMatchObject({ code: "callback.already_claimed" });
  expect((await listCallbackRows(ben, {}, later)).rows[0]).toMatchObject({
    status: "open",
    claimedByName: null,
  });
  expect((await claimCallback(ben, { callbackId }, later)).claimedBy).toBe(
    (ben.actor as { userId: number }).userId,
  );
});

test("whoever was not reached is due again, the attempt counts and everybody may try", async () => {
  const { id: callbackId } = await wish();
  await claimCallback(ada, { callbackId });
  const dueAt = new Date(Date.now() + 60 * minuteMs);
  await postponeCallback(ada, { callbackId, dueAt });
  const again = await postponeCallback(ben, { callbackId, dueAt });
  expect(again).toMatchObject({ status: "open", attempts: 2, claimedBy: null, dueAt });
  await expect(postponeCallback(ada, { callbackId, dueAt: new Date(0) })).rejects.toMatchObject({
    code: "callback.due_invalid",
  });
  expect(await eventTypes(callbackId)).toEqual([
    "callback.requested",
    "callback.claimed",
    "callback.postponed",
    "callback.postponed",
  ]);
});

test("put off to a time at night, it is due when its branch opens next", async () => {
  const { ctx: own, branchId } = await createBusiness();
  const { id: callbackId } = await requestCallback(own, { branchId, phone: uniquePhone() });
  const { dueAt } = await postponeCallback(own, { callbackId, dueAt: localTime(2, "02:30") });
  expect(dueAt).toEqual(localTime(2, "08:00"));
  const open = await postponeCallback(own, { callbackId, dueAt: localTime(2, "09:30") });
  expect(open.dueAt).toEqual(localTime(2, "09:30"));
});

test("what was settled by mistake is open again as it was", async () => {
  const { id: callbackId } = await wish();
  const before = await changeCallback(ada, { callbackId, notes: "Nur vormittags", priority: "high" });
  await completeCallback(ada, { callbackId });
  const { updatedAt: _, ...after } = await reopenCallback(ada, { callbackId });
  expect(before).toMatchObject(after);
});

test("what was noted while on the phone is kept along with whatever came of it", async () => {
  const { id: callbackId } = await wish();
  const dueAt = new Date(Date.now() + 60 * minuteMs);
  await claimCallback(ada, { callbackId });
  expect(await postponeCallback(ada, { callbackId, dueAt, notes: "Mailbox" })).toMatchObject({
    notes: "Mailbox",
  });
  await claimCallback(ada, { callbackId });
  expect(await completeCallback(ada, { callbackId, notes: "Kommt Dienstag" })).toMatchObject({
    status: "done",
    notes: "Kommt Dienstag",
  });
  expect((await eventTypes(callbackId)).slice(-2)).toEqual(["callback.changed", "callback.completed"]);
  // Somebody else was faster to say that it is done: what one typed is kept all the same.
  expect(await completeCallback(ben, { callbackId, notes: "Ruft selbst an" })).toMatchObject({
    outcome: "reached",
    notes: "Ruft selbst an",
  });
  expect(await completeCallback(ben, { callbackId })).toMatchObject({ notes: "Ruft selbst an" });
});

test("saving the same notes again says nothing", async () => {
  const { id: callbackId } = await wish();
  await changeCallback(ada, { callbackId, notes: "Nur vormittags" });
  await changeCallback(ada, { callbackId, notes: "Nur vormittags" });
  expect(await eventTypes(callbackId)).toEqual(["callback.requested", "callback.changed"]);
});

test("whoever may only read claims nothing", async () => {
  const { id: callbackId } = await wish();
  const viewer = as(ctx, { type: "user", userId: 1, role: "viewer" });
  await expect(claimCallback(viewer, { callbackId })).rejects.toMatchObject({ kind: "forbidden" });
});

test("a booking settles the callbacks of the customer and of the number, and no others", async () => {
  const business = await createBusiness();
  ctx = business.ctx;
  const phone = uniquePhone();
  const customer = await createCustomer(ctx, { name: "Rita", phone });
  const ofNumber = await wish({ phone });
  const ofCustomer = await wish({ customerId: customer.id });
  const ofSomebodyElse = await wish();
  const appointment = await bookAppointment(ctx, {
    serviceId: business.serviceId,
    start: new Date(Math.floor(Date.now() / 86_400_000 + 2) * 86_400_000 + 43_200_000),
    customer: { customerId: customer.id },
    source: "dashboard",
  });
  await ctx.db
    .update(appointments)
    .set({ createdAt: new Date(Date.now() + 1_000) })
    .where(eq(appointments.id, appointment.id));
  const askedAfterwards = await wish({ phone });
  await ctx.db
    .update(callbacks)
    .set({ createdAt: new Date(Date.now() + 5_000) })
    .where(eq(callbacks.id, askedAfterwards.id));

  expect(await settleBookedCallbacks(ctx, appointment.id)).toEqual([ofNumber.id, ofCustomer.id]);
  expect(await settleBookedCallbacks(ctx, appointment.id)).toEqual([]);
  const { rows } = await listCallbackRows(ctx, { view: "done" });
  expect(rows.map(({ outcome, bookedStart }) => [outcome, bookedStart])).toEqual([
    ["booked", appointment.startTime],
    ["booked", appointment.startTime],
  ]);
  const open = await listCallbackRows(ctx, {});
  expect(new Set(open.rows.map((row) => row.id))).toEqual(new Set([ofSomebodyElse.id, askedAfterwards.id]));
});

test("a call at night is called back once the branch that was called has opened, not on its closing day", async () => {
  const business = await createBusiness();
  ctx = business.ctx;
  const { id: tenantId } = ctx.tenant;
  const { id: elsewhere } = await createBranch(ctx, {
    name: "Immer",
    address: null,
    phone: null,
    federalState: "BE",
    timeZone: "Europe/Berlin",
  });
  await ctx.db.insert(openingHours).values(
    [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
      tenantId,
      branchId: elsewhere,
      weekday,
      startsMinute: 0,
      endsMinute: 1440,
    })),
  );
  const closedOn = localDay(2);
  await ctx.db
    .insert(branchClosures)
    .values({ tenantId, branchId: business.branchId, startsOn: closedOn, endsOn: closedOn });
  const [call] = await ctx.db
    .insert(calls)
    .values({
      tenantId,
      callId: `night-${tenantId}`,
      branchId: business.branchId,
      startTimestamp: localTime(2, "02:00"),
      lastActivityAt: localTime(2, "02:00"),
    })
    .$returningId();
  const night = await requestCallback(ctx, { callId: call?.id, priority: "urgent" }, localTime(2, "02:00"));
  expect(night.dueAt).toEqual(localTime(3, "08:15"));
  const open = await requestCallback(ctx, { branchId: elsewhere, priority: "urgent" }, localTime(2, "02:00"));
  expect(open.dueAt).toEqual(localTime(2, "02:15"));
});

test("each view asks its question", async () => {
  const now = new Date();
  const at = (minutes: number) => new Date(now.getTime() + minutes * minuteMs);
  const [late, soon, high, settled] = await ctx.db
    .insert(callbacks)
    .values([
      { tenantId: ctx.tenant.id, dueAt: at(-30) },
      { tenantId: ctx.tenant.id, dueAt: at(30) },
      { tenantId: ctx.tenant.id, dueAt: at(60), priority: "high" },
      { tenantId: ctx.tenant.id, dueAt: at(-60), status: "done", completedAt: at(-5) },
    ])
    .$returningId();
  await claimCallback(ada, { callbackId: soon?.id as number });
  const ids = async (view: "open" | "overdue" | "urgent" | "mine" | "done") =>
    (await listCallbackRows(ada, { view }, now)).rows.map((row) => row.id);
  expect(await ids("open")).toEqual([late?.id, soon?.id, high?.id]);
  expect(await ids("overdue")).toEqual([late?.id]);
  expect(await ids("urgent")).toEqual([high?.id]);
  expect(await ids("mine")).toEqual([soon?.id]);
  expect(await ids("done")).toEqual([settled?.id]);
  expect(await countDueCallbacks(ada, now)).toBe(1);
});

test.each(["open", "urgent", "done"] as const)(
  "paging through %s shows every row once, on and back",
  async (view) => {
    const now = Date.now();
    const rows = Array.from({ length: 120 }, (_, i) => ({
      tenantId: ctx.tenant.id,
      dueAt: new Date(now + (i % 7) * minuteMs),
      priority: i % 2 ? ("urgent" as const) : ("high" as const),
      ...(view === "done" && { status: "done" as const, completedAt: new Date(now + (i % 3)) }),
    }));
    await ctx.db.insert(callbacks).values(rows);
    const first = await listCallbackRows(ctx, { view });
    const second = await listCallbackRows(ctx, { view, cursor: first.next ?? "" });
    const third = await listCallbackRows(ctx, { view, cursor: second.next ?? "" });
    expect(new Set([first, second, third].flatMap((page) => page.rows.map((row) => row.id))).size).toBe(120);
    expect([first.previous, third.next]).toEqual([null, null]);
    const back = await listCallbackRows(ctx, { view, cursor: third.previous ?? "" });
    expect(back.rows.map((row) => row.id)).toEqual(second.rows.map((row) => row.id));
  },
);

test("a call that asks again for something more urgent makes its callback as urgent, and never less", async () => {
  const business = await createBusiness();
  const { id: callId } = await ensureCall(business.ctx, { retellCallId: newCallId() });
  const ask = (priority: "normal" | "high", reason: string) =>
    requestCallback(business.ctx, { callId, reason, priority });
  const first = await ask("normal", "Frage zur Rechnung");
  const second = await ask("high", "Der Termin ist schon vergeben");
  expect(second).toMatchObject({ id: first.id, priority: "high" });
  expect(second.reason).toBe("Frage zur Rechnung; Der Termin ist schon vergeben");
  expect(second.dueAt?.getTime()).toBeLessThan(first.dueAt?.getTime() ?? 0);
  expect(await ask("normal", "Und noch etwas")).toMatchObject({ priority: "high", dueAt: second.dueAt });
});

test("what is noted because of a call stands with its caller and its branch; another business's rows are not there", async () => {
  const { ctx: own, branchId } = await createBusiness();
  const { id: customerId } = await createCustomer(own, { name: "Rita Ruf", phone: uniquePhone() });
  const { id: callId } = await ensureCall(own, { retellCallId: newCallId() });
  await own.db.update(calls).set({ customerId, branchId }).where(eq(calls.id, callId));
  const noted = await requestCallback(own, { callId, phone: uniquePhone() });
  expect(noted).toMatchObject({ callId, customerId, branchId, status: "open" });

  await expect(wish({ callId })).rejects.toMatchObject({ code: "call.not_found" });
  await expect(wish({ customerId })).rejects.toMatchObject({ code: "customer.not_found" });
  expect(await wish({ customerId: (await createCustomer(ctx, { name: "Eigene" })).id })).toMatchObject({
    status: "open",
  });
});

test("whose number it is has the callback in their file, and a number without area code is refused", async () => {
  const business = await createTenant();
  const phone = uniquePhone();
  const { id: customerId } = await createCustomer(business, { name: "Rita Ruf", phone });
  const noted = await requestCallback(business, { phone, name: "Tom" });
  expect(noted).toMatchObject({ customerId, name: "Tom" });
  expect(await requestCallback(business, { phone: uniquePhone() })).toMatchObject({ customerId: null });
  await expect(requestCallback(business, { phone: "4567890" })).rejects.toMatchObject({
    code: "callback.phone_invalid",
    details: { fields: { phone: "area_code" } },
  });
});
