import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { CallerProof } from "@/contracts/tenants";
import { bookingRules, callbacks, customers } from "@/server/db/schema";
import { createBusiness, uniquePhone } from "@/test/factories";
import { localDay } from "@/test/local-time";
import { appointmentsOf, voiceCall } from "@/test/voice";

type Business = Awaited<ReturnType<typeof createBusiness>>;

/** Sabine Maier, born on 3 April 1980, with appointments at these hours in three days. */
async function regular(business: Business, ...times: string[]) {
  const { ctx, phoneNumber } = business;
  const fromNumber = uniquePhone();
  const booking = voiceCall({ toNumber: phoneNumber, fromNumber });
  const ids: number[] = [];
  for (const time of times) {
    const start = `${localDay(3)}T${time}`;
    const { data } = await booking.tool("book_appointment", { start, customer_name: "Sabine Maier" });
    ids.push(data.appointment_id as number);
  }
  await ctx.db
    .update(customers)
    .set({ birthdate: "1980-04-03" })
    .where(eq(customers.tenantId, ctx.tenant.id));
  return { ids, call: () => voiceCall({ toNumber: phoneNumber, fromNumber }) };
}

const callbacksOf = ({ ctx }: Business) =>
  ctx.db.select().from(callbacks).where(eq(callbacks.tenantId, ctx.tenant.id));
const statusesOf = async ({ ctx }: Business) =>
  (await appointmentsOf(ctx.tenant.id)).map(({ status }) => status);

const secrets = /Massage|Maier|Sabine|10 Uhr|Person 1|1980/;

describe("rules by phone", () => {
  test("a refusal says the rule, human numbers, the fee and the way out, before anything is asked", async () => {
    const business = await createBusiness();
    const { call } = await regular(business, "10:00");
    await business.ctx.db.insert(bookingRules).values({
      tenantId: business.ctx.tenant.id,
      scope: "tenant",
      moveHoursBefore: 96,
      cancelHoursBefore: 96,
      feeText: "Das kostet 30 Euro",
    });
    const { tool } = call();
    for (const [name, verb] of [
      ["cancel_appointment", "Absagen"],
      ["reschedule_appointment", "Verschieben"],
    ] as const) {
      const reply = await tool(name);
      expect(reply).toMatchObject({ success: false, code: "appointment.change_too_late" });
      expect(reply.message).toMatch(
        new RegExp(
          `^${verb} geht am Telefon bis 4 Tage vorher, und bis zu Ihrem Termin haben wir nur noch (knapp|gut|etwa)? ?\\S+ Tage\\. Das kostet 30 Euro\\. Soll Sie jemand zurückrufen\\?$`,
        ),
      );
    }
    expect(await statusesOf(business)).toEqual(["scheduled"]);
  });
});

describe.each([
  ["name", { caller_name: "Frau Meyer" }, { caller_name: "Peter Schulze" }],
  ["birthdate", { birthdate: "dritter vierter achtzig" }, { birthdate: "4.3.1980" }],
] as [CallerProof, Record<string, string>, Record<string, string>][])(
  "where the business wants the %s too",
  (callerProof, right, wrong) => {
    test("it is asked for before anything is said, and the right one opens the way for the whole call", async () => {
      const business = await createBusiness({ callerProof });
      const { ids, call } = await regular(business, "10:00");
      const { tool } = call();
      const { data } = await tool("get_context");
      expect(data).toMatchObject({ caller: { known: true, appointments_need: callerProof } });
      expect(JSON.stringify(data.caller)).not.toMatch(secrets);
      for (const name of ["find_appointments", "cancel_appointment", "reschedule_appointment"]) {
        const reply = await tool(name, { appointment_id: ids[0] });
        expect(reply).toMatchObject({ success: false, code: "caller.proof_missing" });
        expect(reply.message).not.toMatch(secrets);
      }
      expect(await tool("find_appointments", right)).toMatchObject({
        success: true,
        data: { appointments: [{ appointment_id: ids[0] }] },
      });
      expect((await tool("cancel_appointment")).message).toMatch(/^Ihr Termin ist abgesagt/);
      expect(await callbacksOf(business)).toEqual([]);
    });

    test("a wrong one sounds like none being there, notes a callback, and changes nothing", async () => {
      const business = await createBusiness({ callerProof });
      const { ids, call } = await regular(business, "10:00");
      const stranger = voiceCall({ toNumber: business.phoneNumber, fromNumber: uniquePhone() });
      const replies = [
        await call().tool("cancel_appointment", wrong),
        await call().tool("cancel_appointment", { ...wrong, appointment_id: ids[0] }),
        await call().tool("cancel_appointment", { ...right, appointment_id: 999_999_999 }),
        await stranger.tool("cancel_appointment", right),
        await call().tool("cancel_appointment", wrong),
      ];
      expect(
        new Set(replies.map(({ data, ...said }) => JSON.stringify([said, Object.keys(data)]))).size,
      ).toBe(1);
      expect(replies[0]).toMatchObject({ success: false, code: "caller.not_matched" });
      expect(replies[0]?.message).not.toMatch(secrets);
      expect(await statusesOf(business)).toEqual(["scheduled"]);
      expect(await callbacksOf(business)).toHaveLength(5);
    });

    test("three guesses a call: then even the right one is not heard any more", async () => {
      const business = await createBusiness({ callerProof });
      const { call } = await regular(business, "10:00");
      const { tool } = call();
      const [key, value] = Object.entries(wrong)[0] as [string, string];
      for (let i = 0; i < 3; i++) await tool("find_appointments", { [key]: `${value}${i}` });
      for (const said of [right, {}, right])
        expect(await tool("cancel_appointment", said)).toMatchObject({ code: "caller.not_matched" });
      expect(await statusesOf(business)).toEqual(["scheduled"]);
      expect(await callbacksOf(business)).toHaveLength(1);
      // The control: another call with the right one goes through.
      expect(await call().tool("cancel_appointment", right)).toMatchObject({ success: true });
    });

    test("guesses sent all at once are counted together", async () => {
      const business = await createBusiness({ callerProof });
      const { call } = await regular(business, "10:00");
      const { tool } = call();
      const [key, value] = Object.entries(wrong)[0] as [string, string];
      const guesses = Array.from({ length: 8 }, (_, i) => ({ [key]: `${value}${i}` }));
      await Promise.all(guesses.map((guess) => tool("find_appointments", guess)));
      expect(await tool("find_appointments", right)).toMatchObject({ code: "caller.not_matched" });
    });

    test("the last of three guesses may be the right one", async () => {
      const business = await createBusiness({ callerProof });
      const { call } = await regular(business, "10:00", "11:00");
      const { tool } = call();
      const again = await tool("cancel_appointment", wrong);
      expect(again.message).toMatch(/noch einmal nennen\?$/);
      await tool("cancel_appointment", wrong);
      const several = await tool("cancel_appointment", right);
      expect(several).toMatchObject({ code: "appointment.several" });
    });

    test("a hidden number hears nothing, whatever it names", async () => {
      const business = await createBusiness({ callerProof });
      const { ids } = await regular(business, "10:00");
      const { tool } = voiceCall({ toNumber: business.phoneNumber });
      const reply = await tool("cancel_appointment", { ...right, appointment_id: ids[0] });
      expect(reply).toMatchObject({ success: false, code: "caller.hidden" });
      expect(reply.message).not.toMatch(secrets);
    });
  },
);

test("a name that is only on one of the appointments opens that one alone", async () => {
  const business = await createBusiness({ callerProof: "name" });
  const { ids, call } = await regular(business, "10:00");
  const booking = call();
  const { data } = await booking.tool("book_appointment", {
    start: `${localDay(4)}T12:00`,
    customer_name: "Tobias Kranz",
  });
  const { tool } = call();
  const { data: found } = await tool("find_appointments", { caller_name: "Tobias Kranz" });
  expect(found.appointments?.map((a) => a.appointment_id)).toEqual([data.appointment_id]);
  expect(await tool("cancel_appointment", { appointment_id: ids[0] })).toMatchObject({
    code: "caller.not_matched",
  });
});
