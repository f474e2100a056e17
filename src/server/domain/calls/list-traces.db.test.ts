import { expect, test } from "vitest";
import { calls } from "@/server/db/schema";
import { as, createBusiness, uniquePhone } from "@/test/factories";
import { localTime } from "@/test/local-time";
import { newCallId } from "@/test/retell";
import { bookAppointment } from "../appointments/book-appointment";
import { cancelAppointment } from "../appointments/cancel-appointment";
import { moveAppointment } from "../appointments/move-appointment";
import { findSlots } from "../availability/find-slots";
import { recordConfirmation } from "../confirmations/record-confirmation";
import { makeOffers } from "../offers/make-offers";
import { releaseHolds } from "../offers/release-holds";
import { viewCall } from "./view-call";

type Business = Awaited<ReturnType<typeof createBusiness>>;

async function createCall({ ctx, branchId }: Business) {
  const [row] = await ctx.db
    .insert(calls)
    .values({
      tenantId: ctx.tenant.id,
      branchId,
      callId: newCallId(),
      fromNumber: uniquePhone(),
      startTimestamp: new Date(Date.now() - 60_000),
      lastActivityAt: new Date(),
    })
    .$returningId();
  return (row as { id: number }).id;
}

test("the way from offer to booking is read from our own rows, in order, with the words it rests on", async () => {
  const business = await createBusiness();
  const { ctx, serviceId } = business;
  const callId = await createCall(business);
  const voice = as(ctx, { type: "voice", callId });
  const [from, to] = [localTime(3, "10:00"), localTime(3, "12:00")];
  const slots = (await findSlots(voice, { serviceId, from, to })).slice(0, 2);
  const [offer, other] = await makeOffers(voice, { callId, slots, hold: "first" });
  await recordConfirmation(voice, { callId, action: "book", offerId: offer?.id, decision: "missing" });
  await recordConfirmation(voice, {
    callId,
    action: "book",
    offerId: offer?.id,
    decision: "agreed",
    utterance: "Ja, gern.",
    atMs: 61_000,
  });
  const start = offer?.startTime as Date;
  const customer = { name: "Erika Beispiel", phone: uniquePhone() };
  const booking = { serviceId, start, customer, callId, source: "phone" as const, offerId: offer?.id };
  const { id: appointmentId } = await bookAppointment(voice, booking);
  await releaseHolds(voice, { callId });
  // Later, by the desk and in another call: no part of this one.
  const later = localTime(5, "10:00");
  await moveAppointment(ctx, { appointmentId, start: later });
  const secondCall = await createCall(business);
  await cancelAppointment(as(ctx, { type: "voice", callId: secondCall }), { appointmentId });

  const { traces } = await viewCall(ctx, callId);
  const told = Object.fromEntries(traces.map((trace) => [trace.kind, trace]));
  expect(Object.keys(told).sort()).toEqual(["agreed", "booked", "held", "offered"]);
  expect(told.offered?.starts).toEqual([start, other?.startTime]);
  expect(told.held?.starts).toEqual([start]);
  expect(told.agreed).toMatchObject({ utterance: "Ja, gern.", atMs: 61_000 });
  // Where it stood then, not where it was moved to.
  expect(told.booked).toMatchObject({ starts: [start], timeZone: "Europe/Berlin" });
  expect(traces.map(({ atMs }) => atMs)).toEqual(traces.map(({ atMs }) => atMs).toSorted((a, b) => a - b));
});

test("a call without any of it has no traces, and another business's are not there", async () => {
  const [one, other] = [await createBusiness(), await createBusiness()];
  const callId = await createCall(one);
  await recordConfirmation(one.ctx, { callId, action: "cancel", decision: "agreed", utterance: "Ja" });
  expect((await viewCall(other.ctx, await createCall(other))).traces).toEqual([]);
  await expect(viewCall(other.ctx, callId)).rejects.toMatchObject({ code: "call.not_found" });
});
