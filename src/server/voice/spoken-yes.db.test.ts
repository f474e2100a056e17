import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { offers, services, spokenConfirmations, tenants } from "@/server/db/schema";
import { createBusiness, uniquePhone } from "@/test/factories";
import { localDay, localTime } from "@/test/local-time";
import { appointmentsOf, voiceCall } from "@/test/voice";

type Business = Awaited<ReturnType<typeof createBusiness>>;
type Call = ReturnType<typeof voiceCall>;

const customer_name = "Erika Beispiel";
const decisionsOf = ({ ctx }: Business) =>
  ctx.db
    .select()
    .from(spokenConfirmations)
    .where(eq(spokenConfirmations.tenantId, ctx.tenant.id))
    .orderBy(spokenConfirmations.id);
const offersOf = ({ ctx }: Business) =>
  ctx.db.select().from(offers).where(eq(offers.tenantId, ctx.tenant.id));
const bookedOf = async ({ ctx }: Business) =>
  (await appointmentsOf(ctx.tenant.id)).filter(({ status }) => status !== "cancelled");

/** Asks for Massage at ten in three days and hears that it is free. */
async function offered(call: Call, time = "10:00") {
  const { data } = await call.ask("check_availability", { service: "Massage", date: localDay(3), time });
  return data.offers?.[0]?.offer_id;
}

describe("booking needs the caller's yes", () => {
  test("the offered time, read back and agreed to, is booked; the words are kept with it", async () => {
    const business = await createBusiness();
    const call = voiceCall({ toNumber: business.phoneNumber, fromNumber: uniquePhone() });
    const offer_id = await offered(call);
    call.caller("Ja, das passt gut. Erika Beispiel.");
    const reply = await call.ask("book_appointment", { offer_id, customer_name });
    expect(reply.message).toMatch(/^Ihr Termin ist gebucht/);
    const [offer] = await offersOf(business);
    expect(await decisionsOf(business)).toMatchObject([
      {
        action: "book",
        decision: "agreed",
        utterance: "Ja, das passt gut. Erika Beispiel.",
        offerId: offer?.id,
      },
    ]);
    expect((await decisionsOf(business))[0]?.atMs).toBeGreaterThan(0);
  });

  test.each([
    ["nothing was said", []],
    ["the agent's own yes", ["A Ja, gern, das passt."]],
    ["a name alone", ["C Erika Beispiel"]],
    ["an unfinished yes", ["C Ja, ich…"]],
    ["yes to something else", ["A Sind Sie noch da?", "C Ja."]],
    ["a condition", ["C Ja, aber lieber später."]],
    ["another time", ["C Ja, um elf."]],
    ["a change of mind", ["C Ja.", "A Einen Moment.", "C Ach nein, doch lieber Mittwoch."]],
    ["a no", ["C Nein, danke."]],
  ])("%s books nothing and is answered with the sentence to say", async (_what, lines) => {
    const business = await createBusiness();
    const call = voiceCall({ toNumber: business.phoneNumber });
    const offer_id = await offered(call);
    for (const line of lines) (line.startsWith("A") ? call.agent : call.caller)(line.slice(2));
    const reply = await call.ask("book_appointment", { offer_id, customer_name });
    expect(reply).toMatchObject({ success: false, data: { booked: false } });
    expect(reply.code).toMatch(/^confirmation\.(required|declined)$/);
    expect(reply.message).toMatch(
      /^\p{L}+, der \d+\. \p{L}+, um 10 Uhr, Massage bei Person 1\. Soll ich das so eintragen\?$/u,
    );
    expect(await bookedOf(business)).toEqual([]);
    expect(await decisionsOf(business)).toHaveLength(1);
    call.caller("Ja, gerne.");
    expect((await call.ask("book_appointment", { offer_id, customer_name })).success).toBe(true);
  });

  test("a request without a transcript agrees to nothing, and is no error either", async () => {
    const business = await createBusiness();
    const call = voiceCall({ toNumber: business.phoneNumber });
    const offer_id = await offered(call);
    call.caller("Ja.");
    const args = { offer_id, customer_name };
    expect(await call.ask("book_appointment", args, { isSilent: true })).toMatchObject({
      code: "confirmation.required",
    });
    call.transcript.splice(
      0,
      call.transcript.length,
      { role: "user" },
      { role: "user", content: "Ja.", words: [7] },
    );
    expect(await call.ask("book_appointment", args)).toMatchObject({ code: "confirmation.required" });
    expect(await bookedOf(business)).toEqual([]);
  });

  test("an absolute time that nobody offered is checked, kept and read back, whatever was said before", async () => {
    const business = await createBusiness();
    const { ask, agent, caller } = voiceCall({ toNumber: business.phoneNumber });
    const day = localTime(3, "10:00").toLocaleDateString("de", {
      weekday: "long",
      timeZone: "Europe/Berlin",
    });
    const date = localTime(3, "10:00").toLocaleDateString("de", {
      day: "numeric",
      month: "long",
      timeZone: "Europe/Berlin",
    });
    agent(`${day}, der ${date}, um 10 Uhr, Massage. Soll ich das so eintragen?`);
    caller("Ja.");
    const args = { service: "Massage", start: `${localDay(3)}T10:00`, customer_name };
    const asked = await ask("book_appointment", args);
    expect(asked).toMatchObject({ success: false, code: "confirmation.required" });
    expect(asked.data.offers).toHaveLength(1);
    const [offer] = await offersOf(business);
    expect(offer?.heldUntil?.getTime()).toBeGreaterThan(Date.now());
    caller("Ja.");
    expect((await ask("book_appointment", args)).success).toBe(true);
  });

  test("a business can do without; the decision says so", async () => {
    const business = await createBusiness();
    await business.ctx.db
      .update(tenants)
      .set({ spokenYesRequired: false })
      .where(eq(tenants.id, business.ctx.tenant.id));
    const call = voiceCall({ toNumber: business.phoneNumber });
    const offer_id = await offered(call);
    expect((await call.ask("book_appointment", { offer_id, customer_name })).success).toBe(true);
    expect(await decisionsOf(business)).toMatchObject([{ decision: "not_required", utterance: null }]);
  });

  test("a yes is used up: the next appointment needs its own", async () => {
    const business = await createBusiness({}, 2);
    const call = voiceCall({ toNumber: business.phoneNumber, fromNumber: uniquePhone() });
    const offer_id = await offered(call);
    call.caller("Ja.");
    expect((await call.ask("book_appointment", { offer_id, customer_name })).success).toBe(true);
    const start = `${localDay(3)}T10:00`;
    const second = { service: "Massage", staff: "Person 2", start, customer_name: "Otto Beispiel" };
    expect(await call.ask("book_appointment", second)).toMatchObject({ code: "confirmation.required" });
    // Asked again for what stands already, the caller hears that it stands.
    expect(await call.ask("book_appointment", { offer_id, customer_name })).toMatchObject({ success: true });
    expect(await bookedOf(business)).toHaveLength(1);
  });
});

describe("holds, as the call sees them", () => {
  test("what was asked for is kept: nobody else is offered it, and it never stands in the caller's own way", async () => {
    const business = await createBusiness();
    const [mine, other] = [1, 2].map(() =>
      voiceCall({ toNumber: business.phoneNumber, fromNumber: uniquePhone() }),
    ) as [Call, Call];
    const offer_id = await offered(mine);
    const wish = { service: "Massage", date: localDay(3), time: "10:00" };
    const refused = await other.ask("check_availability", wish);
    expect(refused.data).toMatchObject({ available: false, reason: "taken" });
    expect((await mine.ask("check_availability", wish)).data.available).toBe(true);
    expect(
      await other.ask("book_appointment", {
        service: "Massage",
        start: `${localDay(3)}T10:00`,
        customer_name,
      }),
    ).toMatchObject({
      code: "appointment.slot_taken",
    });
    mine.caller("Ja.");
    expect((await mine.ask("book_appointment", { offer_id, customer_name })).success).toBe(true);
  });

  test("choosing another time gives the first one back", async () => {
    const business = await createBusiness();
    const mine = voiceCall({ toNumber: business.phoneNumber });
    await offered(mine, "10:00");
    const second = await offered(mine, "14:00");
    await mine.ask("book_appointment", { offer_id: second, customer_name: "" });
    await mine.ask("book_appointment", { offer_id: second, customer_name });
    mine.caller("Nein, Moment.");
    await mine.ask("book_appointment", { offer_id: second, customer_name });
    const other = voiceCall({ toNumber: business.phoneNumber });
    expect(await offered(other, "10:00")).toBeDefined();
    const taken = await other.ask("check_availability", {
      service: "Massage",
      date: localDay(3),
      time: "14:00",
    });
    expect(taken.data.available).toBe(false);
  });
});

describe("moving and cancelling need it too", () => {
  async function regular(business: Business) {
    const fromNumber = uniquePhone();
    const { data } = await voiceCall({ toNumber: business.phoneNumber, fromNumber }).tool(
      "book_appointment",
      {
        service: "Massage",
        start: `${localDay(3)}T10:00`,
        customer_name,
      },
    );
    return {
      id: data.appointment_id as number,
      call: voiceCall({ toNumber: business.phoneNumber, fromNumber }),
    };
  }

  test("a cancellation is read back as one; a yes to anything else leaves the appointment", async () => {
    const business = await createBusiness();
    const { call, id } = await regular(business);
    call.caller("Ich muss leider absagen.");
    await call.ask("find_appointments");
    call.caller("Ja, genau den.");
    const asked = await call.ask("cancel_appointment", { appointment_id: id });
    expect(asked).toMatchObject({ code: "confirmation.required" });
    expect(asked.message).toMatch(/, um 10 Uhr, Massage bei Person 1\. Soll ich diesen Termin absagen\?$/);
    expect(await bookedOf(business)).toHaveLength(1);
    call.caller("Ja, bitte.");
    expect((await call.ask("cancel_appointment", { appointment_id: id })).message).toMatch(
      /^Ihr Termin ist abgesagt/,
    );
    expect((await call.ask("cancel_appointment", { appointment_id: id })).success).toBe(true);
    expect((await decisionsOf(business)).map(({ action, decision }) => `${action} ${decision}`)).toEqual([
      "book missing",
      "book agreed",
      "cancel missing",
      "cancel agreed",
    ]);
  });

  test("a move is read back with the new time, which is kept meanwhile", async () => {
    const business = await createBusiness();
    const { call, id } = await regular(business);
    const args = { appointment_id: id, date: localDay(4), time: "14:30" };
    const asked = await call.ask("reschedule_appointment", args);
    expect(asked).toMatchObject({ code: "confirmation.required" });
    expect(asked.message).toMatch(
      /, um 14 Uhr 30, Massage bei Person 1\. Soll ich Ihren Termin am .*, um 10 Uhr dorthin verschieben\?$/,
    );
    const other = voiceCall({ toNumber: business.phoneNumber });
    const meanwhile = await other.ask("check_availability", { date: localDay(4), time: "14:30" });
    expect(meanwhile.data.available).toBe(false);
    call.caller("Ja.");
    expect((await call.ask("reschedule_appointment", args)).message).toMatch(
      /^Ihr Termin für Massage ist verschoben/,
    );
    expect(await bookedOf(business)).toMatchObject([{ id, startTime: localTime(4, "14:30") }]);
  });

  test("a quarter of an hour later is a move too, although it overlaps what is there", async () => {
    const business = await createBusiness();
    const { call, id } = await regular(business);
    const args = { appointment_id: id, date: localDay(3), time: "10:15" };
    expect(await call.tool("reschedule_appointment", args)).toMatchObject({ success: true });
    expect(await bookedOf(business)).toMatchObject([{ id, startTime: localTime(3, "10:15") }]);
  });

  test("such a move is kept, too, while the caller makes up their mind", async () => {
    const business = await createBusiness();
    const { call, id } = await regular(business);
    const args = { appointment_id: id, date: localDay(3), time: "10:15" };
    expect(await call.ask("reschedule_appointment", args)).toMatchObject({ code: "confirmation.required" });
    const other = voiceCall({ toNumber: business.phoneNumber, fromNumber: uniquePhone() });
    const isFree = async (time: string) => {
      const wish = { service: "Massage", date: localDay(3), time, staff: "Person 1" };
      return (await other.ask("check_availability", wish)).data.available;
    };
    expect(await isFree("10:30")).toBe(false);
    expect(await isFree("10:45"), "right behind it (control)").toBe(true);
    call.caller("Ja.");
    expect(await call.ask("reschedule_appointment", args)).toMatchObject({ success: true });
    expect(await bookedOf(business)).toMatchObject([{ id, startTime: localTime(3, "10:15") }]);
  });

  test("what the appointment needs before and after is not in its own way, somebody else's is said before any question", async () => {
    const business = await createBusiness();
    const { ctx, serviceId } = business;
    await ctx.db
      .update(services)
      .set({ bufferBeforeMinutes: 10, bufferAfterMinutes: 15 })
      .where(and(eq(services.tenantId, ctx.tenant.id), eq(services.id, serviceId)));
    const { call, id } = await regular(business);
    const [booked] = await bookedOf(business);
    const { startTime = new Date(), endTime = new Date() } = booked ?? {};
    const time = `10:${(endTime.getTime() - startTime.getTime()) / 60_000}`;
    const args = { appointment_id: id, date: localDay(3), time };
    expect(await call.tool("reschedule_appointment", args)).toMatchObject({ success: true });
    expect(await bookedOf(business)).toMatchObject([{ id, startTime: endTime }]);

    const other = voiceCall({ toNumber: business.phoneNumber, fromNumber: uniquePhone() });
    const wish = { service: "Massage", start: `${localDay(3)}T09:00`, customer_name };
    expect(await other.tool("book_appointment", wish)).toMatchObject({ success: true });
    const back = { appointment_id: id, date: localDay(3), time: "9:45" };
    expect(await call.ask("reschedule_appointment", back)).toMatchObject({ code: "appointment.slot_taken" });
  });
});

test("»den zweiten« and »eine Stunde später« refer to what was offered just before", async () => {
  const { phoneNumber } = await createBusiness();
  const { ask } = voiceCall({ toNumber: phoneNumber });
  const { data } = await ask("check_availability", { service: "Massage", date: localDay(3) });
  const second = await ask("check_availability", { service: "Massage", date: "den zweiten" });
  expect(second.data.offers?.map(({ start }) => start)).toEqual([data.offers?.[1]?.start]);
  const later = await ask("check_availability", { service: "Massage", time: "eine Stunde später" });
  expect(new Date(later.data.offers?.[0]?.start ?? "").getTime()).toBe(
    new Date(data.offers?.[1]?.start ?? "").getTime() + 3_600_000,
  );
});

test("in a call that we made, our number is the calling one and the caller's the called one", async () => {
  const { ctx, phoneNumber } = await createBusiness();
  const customer = uniquePhone();
  const call = voiceCall({ toNumber: customer, fromNumber: phoneNumber, direction: "outbound" });
  const offer_id = await offered(call);
  call.caller("Ja.");
  expect((await call.ask("book_appointment", { offer_id, customer_name })).success).toBe(true);
  const { data } = await call.ask("find_appointments");
  expect(data.appointments).toHaveLength(1);
  expect(await appointmentsOf(ctx.tenant.id)).toHaveLength(1);
  // The control: the same call as an inbound one rings at a number that nobody here owns.
  const inbound = voiceCall({ toNumber: customer, fromNumber: phoneNumber });
  expect((await inbound.ask("list_services")).code).toBe("phone_number.unknown");
});
