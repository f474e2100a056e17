import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { apiScopes } from "@/contracts/permissions";
import { speakTimeLeft } from "@/lib/speech/time-left";
import {
  agents,
  branches,
  calls,
  offers,
  openingHours,
  staff,
  staffServices,
  staffWorkingHours,
} from "@/server/db/schema";
import { bookAppointment } from "@/server/domain/appointments/book-appointment";
import { moveAppointment } from "@/server/domain/appointments/move-appointment";
import { as, createBusiness, uniquePhone } from "@/test/factories";
import { localDay, localTime } from "@/test/local-time";
import { appointmentsOf, voiceCall } from "@/test/voice";

type Business = Awaited<ReturnType<typeof createBusiness>>;
type Call = ReturnType<typeof voiceCall>;

const customer_name = "Erika Beispiel";
const ringing = ({ phoneNumber }: Business, fromNumber = uniquePhone()) =>
  voiceCall({ toNumber: phoneNumber, fromNumber });
const liveOf = async ({ ctx }: Business) =>
  (await appointmentsOf(ctx.tenant.id)).filter(({ status }) => status !== "cancelled");
const wish = (time?: string, day = 3) => ({
  service: "Massage",
  date: localDay(day),
  ...(time ? { time } : {}),
});
async function offered(call: Call, time: string, day = 3) {
  const { data } = await call.ask("check_availability", wish(time, day));
  return data.offers?.[0]?.offer_id;
}
const spokenDay = (day = 3) => {
  const name = (options: Intl.DateTimeFormatOptions) =>
    localTime(day, "12:00").toLocaleDateString("de", { ...options, timeZone: "Europe/Berlin" });
  return `${name({ weekday: "long" })}, der ${name({ day: "numeric", month: "long" })}`;
};

/** Another branch with somebody who works there alone. */
async function createBranchWithPerson({ ctx, serviceId }: Business, name: string) {
  const tenantId = ctx.tenant.id;
  const id = async (made: Promise<{ id: number }[]>) => (await made)[0]?.id ?? 0;
  const branchId = await id(
    ctx.db.insert(branches).values({ tenantId, name, federalState: "BE" }).$returningId(),
  );
  const staffId = await id(
    ctx.db.insert(staff).values({ tenantId, name: "Nora Nord", homeBranchId: branchId }).$returningId(),
  );
  await ctx.db.insert(staffServices).values({ tenantId, staffId, serviceId });
  for (const weekday of [1, 2, 3, 4, 5, 6, 7]) {
    const hours = { tenantId, branchId, weekday, startsMinute: 480, endsMinute: 1080 };
    await ctx.db.insert(openingHours).values(hours);
    await ctx.db.insert(staffWorkingHours).values({ ...hours, staffId });
  }
  return { branchId, staffId };
}

describe("two times on offer", () => {
  test("a bare ja chooses neither; the read-back of one, and a ja to it, books that one", async () => {
    const business = await createBusiness();
    const call = ringing(business);
    const { data } = await call.ask("check_availability", wish());
    expect(data.offers?.length).toBeGreaterThan(1);
    call.caller("Ja.");
    const [, second] = data.offers ?? [];
    const args = { offer_id: second?.offer_id, customer_name };
    expect(await call.ask("book_appointment", args)).toMatchObject({ code: "confirmation.required" });
    expect(await liveOf(business)).toEqual([]);
    call.caller("Ja, genau.");
    expect((await call.ask("book_appointment", args)).success).toBe(true);
    expect(await liveOf(business)).toMatchObject([{ startTime: new Date(second?.start ?? "") }]);
  });

  test("a ja to the one is none to the other", async () => {
    const business = await createBusiness();
    const call = ringing(business);
    const first = await offered(call, "10:00");
    const second = await offered(call, "14:00");
    call.caller("Ja.");
    expect(await call.ask("book_appointment", { offer_id: first, customer_name })).toMatchObject({
      success: false,
    });
    call.caller("Nein, 14 Uhr.");
    expect(await call.ask("book_appointment", { offer_id: first, customer_name })).toMatchObject({
      code: "confirmation.declined",
    });
    expect(await call.ask("book_appointment", { offer_id: second, customer_name })).toMatchObject({
      code: "confirmation.required",
    });
    call.caller("Ja.");
    expect((await call.ask("book_appointment", { offer_id: second, customer_name })).success).toBe(true);
    expect(await liveOf(business)).toMatchObject([{ startTime: localTime(3, "14:00") }]);
  });
});

test("a ja to the one person is none to the other at the same time", async () => {
  const business = await createBusiness({}, 2);
  const call = ringing(business);
  const [one, other] = await Promise.all(
    [1, 2].map(async (person) => {
      const { data } = await call.ask("check_availability", { ...wish("10:00"), staff: `Person ${person}` });
      return data.offers?.[0];
    }),
  );
  call.agent(`${spokenDay()}, um 10 Uhr, Massage bei ${one?.staff}. Soll ich das so eintragen?`);
  call.caller("Ja, gerne.");
  const book = { offer_id: other?.offer_id, customer_name };
  expect(await call.ask("book_appointment", book)).toMatchObject({ code: "confirmation.required" });
  expect(await liveOf(business)).toEqual([]);
  call.caller("Ja.");
  expect((await call.ask("book_appointment", book)).data).toMatchObject({ booked: true, staff: "Person 2" });
});

describe("a yes", () => {
  test.each([
    ["warte, nein", ["C Warte, nein."]],
    [
      "said while the agent already books",
      ["A Einen Moment, ich trage Sie ein.", "C Nein, halt, doch nicht."],
    ],
    ["another day", ["A Ich trage Sie ein.", "C Oder doch lieber am Freitag in vier Wochen."]],
  ])("that is taken back books nothing: %s", async (_what, lines) => {
    const business = await createBusiness();
    const call = ringing(business);
    const offer_id = await offered(call, "10:00");
    call.caller("Ja.");
    for (const line of lines) (line.startsWith("A") ? call.agent : call.caller)(line.slice(2));
    expect(await call.ask("book_appointment", { offer_id, customer_name })).toMatchObject({
      code: "confirmation.declined",
    });
    expect(await liveOf(business)).toEqual([]);
  });

  test("counts whatever words the agent found for the same moment, and for no other", async () => {
    const business = await createBusiness();
    const call = ringing(business);
    const offer_id = await offered(call, "14:30");
    call.agent(`Also ${spokenDay()}, um halb vier, eine Massage bei Person 1. Passt das so?`);
    call.caller("Ja, passt.");
    expect(await call.ask("book_appointment", { offer_id, customer_name })).toMatchObject({ success: false });
    call.agent(`Also ${spokenDay()}, um halb drei, eine Massage bei Person 1. Passt das so?`);
    call.caller("Ja, passt.");
    expect((await call.ask("book_appointment", { offer_id, customer_name })).success).toBe(true);
    expect(await liveOf(business)).toMatchObject([{ startTime: localTime(3, "14:30") }]);
  });

  test("from an English caller is one, and a yes but is not", async () => {
    const business = await createBusiness();
    await business.ctx.db.update(agents).set({ language: "en-US" }).where(eq(agents.id, business.agentId));
    const call = ringing(business);
    const { data } = await call.ask("check_availability", {
      service: "Massage",
      date: localDay(3),
      time: "2:30 pm",
    });
    const offer_id = data.offers?.[0]?.offer_id;
    call.caller("Yes, but later please.");
    const declined = await call.ask("book_appointment", { offer_id, customer_name });
    expect(declined).toMatchObject({ code: "confirmation.declined" });
    expect(declined.message).toMatch(/Shall I/);
    call.caller("Sure, thanks, bye.");
    expect((await call.ask("book_appointment", { offer_id, customer_name })).success).toBe(true);
    expect(await liveOf(business)).toMatchObject([{ startTime: localTime(3, "14:30") }]);
  });
});

describe("a time held in a call", () => {
  const customer = () => ({ name: "Otto Tresen", phone: uniquePhone() });

  test("is nobody else's: not two people at two screens, nor a partner over REST, nor by moving there", async () => {
    const business = await createBusiness();
    const { ctx, serviceId } = business;
    const call = ringing(business);
    const offer_id = await offered(call, "10:00");
    const desk = (userId: number) => as(ctx, { type: "user", userId, role: "owner" });
    const partner = as(ctx, { type: "apiKey", apiKeyId: null, scopes: apiScopes });
    const start = localTime(3, "10:00");
    const attempts = await Promise.allSettled(
      [desk(1), desk(2), partner].map((who) =>
        bookAppointment(who, { serviceId, start, customer: customer(), source: "dashboard" }),
      ),
    );
    for (const attempt of attempts)
      expect(attempt).toMatchObject({ reason: { code: "appointment.slot_taken" } });
    const elsewhere = await bookAppointment(desk(1), {
      serviceId,
      start: localTime(3, "16:00"),
      customer: customer(),
      source: "dashboard",
    });
    await expect(moveAppointment(desk(1), { appointmentId: elsewhere.id, start })).rejects.toMatchObject({
      code: "appointment.slot_taken",
    });
    call.caller("Ja.");
    expect((await call.ask("book_appointment", { offer_id, customer_name })).success).toBe(true);
    expect(await liveOf(business)).toHaveLength(2);
  });

  test("cannot be hoarded, by a known number or by hidden ones", async () => {
    for (const fromNumber of [uniquePhone(), "anonymous"]) {
      const business = await createBusiness();
      for (let i = 0; i < 6; i++) {
        const call = voiceCall({ toNumber: business.phoneNumber, fromNumber });
        for (const time of ["09:00", "11:00", "13:00", "15:00"])
          await call.ask("check_availability", { ...wish(undefined, 3 + i), time });
      }
      const rows = await business.ctx.db
        .select({ heldUntil: offers.heldUntil, callId: offers.callId })
        .from(offers)
        .innerJoin(calls, eq(calls.id, offers.callId))
        .where(eq(offers.tenantId, business.ctx.tenant.id));
      const held = rows.filter(({ heldUntil }) => heldUntil && heldUntil > new Date());
      // Three a call up to the number's six; whoever hides it keeps one a call.
      expect(held).toHaveLength(6);
      expect(new Set(held.map(({ callId }) => callId)).size).toBe(fromNumber === "anonymous" ? 6 : 2);
    }
  });
});

test("a time that the call has booked already is told with its name, not as taken, and another name gets no second one", async () => {
  const business = await createBusiness({}, 2);
  const call = ringing(business);
  const offer_id = await offered(call, "10:00");
  const booked = await call.tool("book_appointment", { offer_id, customer_name: "Erika Meier" });
  const other = { offer_id, customer_name: "Erika Meyer" };
  for (const said of ["Nein, mit Ypsilon.", "Ja."]) {
    call.caller(said);
    const reply = await call.ask("book_appointment", other);
    expect(reply).toMatchObject({ success: false, code: "offer.booked" });
    expect(reply.message).toContain("auf den Namen Erika Meier");
    expect(reply.data).toEqual({ appointment_id: booked.data.appointment_id });
  }
  expect(await liveOf(business)).toHaveLength(1);
  const forTwo = { ...other, offer_id: await offered(call, "10:00") };
  call.caller("Ja, für meine Tochter.");
  expect(await call.tool("book_appointment", forTwo)).toMatchObject({ success: true });
  expect(await liveOf(business)).toHaveLength(2);
});

test("an appointment that is moved to an offer in another branch goes there, and the read-back says so", async () => {
  const business = await createBusiness();
  const other = await createBranchWithPerson(business, "Nordstadt");
  const fromNumber = uniquePhone();
  const first = ringing(business, fromNumber);
  const booked = await first.tool("book_appointment", {
    offer_id: await offered(first, "10:00"),
    customer_name,
  });
  const call = ringing(business, fromNumber);
  const { data } = await call.ask("check_availability", { ...wish("11:00", 4), branch: "Nordstadt" });
  const args = { appointment_id: booked.data.appointment_id, offer_id: data.offers?.[0]?.offer_id };
  call.caller("Dann nehme ich den.");
  const asked = await call.ask("reschedule_appointment", args);
  expect(asked.message).toContain("Nordstadt");
  call.caller("Ja, bitte.");
  expect(await call.ask("reschedule_appointment", args)).toMatchObject({ success: true });
  expect(await liveOf(business)).toMatchObject([
    { startTime: localTime(4, "11:00"), branchId: other.branchId, staffId: other.staffId },
  ]);
  // Said once more, it stays.
  expect(await call.ask("reschedule_appointment", args)).toMatchObject({ success: true });
  expect(await liveOf(business)).toMatchObject([{ branchId: other.branchId, moveCount: 1 }]);
});

test("a wrong name for a person is asked back with the nearest, and nobody is put in their place", async () => {
  const business = await createBusiness({}, 3);
  const names = ["Sabine Maier", "Thomas Meyer", "Anna Krüger"];
  for (const [i, name] of names.entries())
    await business.ctx.db
      .update(staff)
      .set({ name })
      .where(eq(staff.id, business.staffIds[i] ?? 0));
  const call = ringing(business);
  const asked = await call.ask("check_availability", { ...wish("10:00"), staff: "Frau Meier" });
  expect(asked.success).toBe(false);
  expect(asked.message).toMatch(/Maier/);
  expect(asked.data.offers).toBeUndefined();
  const unknown = await call.ask("check_availability", { ...wish("10:00"), staff: "Doktor Zwiebelfisch" });
  expect(unknown.success).toBe(false);
  for (const name of names) expect(unknown.message).toContain(name);
});

test("the same tool call sent again after the caller went on gets the same answer, and books once", async () => {
  const business = await createBusiness();
  const call = ringing(business);
  const offer_id = await offered(call, "10:00");
  call.caller("Ja.");
  const toolCallId = `tool_${randomUUID()}`;
  const first = await call.ask("book_appointment", { offer_id, customer_name }, { toolCallId });
  const again = await call.ask("book_appointment", { offer_id, customer_name }, { toolCallId });
  expect(first.success).toBe(true);
  expect(again).toEqual(first);
  expect(await liveOf(business)).toHaveLength(1);
});

test("how long is left is said in human numbers, at every distance", () => {
  for (let minutes = 1; minutes < 5 * 24 * 60; minutes += 7)
    for (const language of ["de", "en"] as const) {
      const said = speakTimeLeft(minutes * 60_000, language);
      expect(said).not.toMatch(/[.,]\d|\d{3,}|NaN|undefined/);
      expect(said).not.toMatch(/\b(1|eine?) (Stunden|Minuten|Tage)\b|\b(1|an?) (hours|minutes|days)\b/);
    }
});
