import { expect, test } from "vitest";
import { createBusiness, uniquePhone } from "@/test/factories";
import { localDay } from "@/test/local-time";
import { statementsOf } from "@/test/statements";
import { voiceCall } from "@/test/voice";

/**
 * Every trip to the database is a part of the caller's waiting that no quiet machine takes away. At most as many as it
 * takes today; who needs one more finds another to leave out, or says here why not.
 */
const most = {
  nothing: 6,
  anyTime: 13,
  thisTime: 19,
  closedTime: 14,
  readBack: 18,
  bookOffered: 19,
  bookHeld: 17,
};

/** A call whose row is there already, as it is when its first question was answered. */
async function ongoingCall(people = 2) {
  const { phoneNumber } = await createBusiness({}, people);
  const call = voiceCall({ toNumber: phoneNumber, fromNumber: uniquePhone() });
  await call.ask("get_context");
  const count = async (name: string, args: Record<string, unknown>) => {
    const { result, trips } = await statementsOf(() => call.ask(name, args));
    return { reply: result, count: trips };
  };
  return { ...call, count };
}

const massage = { service: "massage" };
const atEleven = { ...massage, date: localDay(3), time: "11:00" };

test("a tool that does nothing, and questions about any time, about one, and about one out of hours", async () => {
  const call = await ongoingCall();
  expect((await call.count("bench_nothing", {})).count).toBeLessThanOrEqual(most.nothing);
  const anyTime = await call.count("check_availability", massage);
  expect(anyTime.reply.data.offers?.length).toBeGreaterThan(0);
  expect(anyTime.count).toBeLessThanOrEqual(most.anyTime);
  const thisTime = await call.count("check_availability", atEleven);
  expect(thisTime.reply.data).toMatchObject({ available: true });
  expect(thisTime.count).toBeLessThanOrEqual(most.thisTime);
  const closed = await call.count("check_availability", { ...atEleven, time: "03:00" });
  expect(closed.reply.data).toMatchObject({ reason: "closed" });
  expect(closed.count).toBeLessThanOrEqual(most.closedTime);
});

test("booking a time that is kept for the call, for somebody new: read back, and booked", async () => {
  const call = await ongoingCall();
  const { data } = await call.ask("check_availability", atEleven);
  const booking = { offer_id: data.offers?.[0]?.offer_id, customer_name: "Erika Mustermann" };
  const readBack = await call.count("book_appointment", booking);
  expect(readBack.reply.code).toBe("confirmation.required");
  expect(readBack.count).toBeLessThanOrEqual(most.readBack);
  call.caller("Ja, gerne.");
  const booked = await call.count("book_appointment", booking);
  expect(booked.reply.data).toMatchObject({ booked: true });
  expect(booked.count).toBeLessThanOrEqual(most.bookHeld);
});

test("booking a time that was only offered", async () => {
  const call = await ongoingCall();
  const { data } = await call.ask("check_availability", massage);
  const [offer] = data.offers ?? [];
  call.agent(`${offer?.spoken}, Massage bei ${offer?.staff}. Soll ich das so eintragen?`);
  call.caller("Ja, das passt.");
  const booking = { offer_id: offer?.offer_id, customer_name: "Erika Mustermann" };
  const booked = await call.count("book_appointment", booking);
  expect(booked.reply.data).toMatchObject({ booked: true });
  expect(booked.count).toBeLessThanOrEqual(most.bookOffered);
});

test("control: a trip more is counted", async () => {
  const call = await ongoingCall();
  const { count } = await call.count("bench_nothing", {});
  const { ctx } = await createBusiness();
  const { trips } = await statementsOf(async () => {
    await call.ask("bench_nothing");
    await ctx.db.execute("SELECT 1");
  });
  expect(trips).toBe(count + 1);
});
