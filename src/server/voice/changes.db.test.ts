import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { branches, branchSpecialHours, callbacks, customers } from "@/server/db/schema";
import { createBusiness, uniquePhone } from "@/test/factories";
import { localDay, localTime } from "@/test/local-time";
import { appointmentsOf, voiceCall } from "@/test/voice";

type Business = Awaited<ReturnType<typeof createBusiness>>;

/** A caller with a number and appointments at these hours in three days. */
async function regular({ phoneNumber }: Business, ...times: string[]) {
  const fromNumber = uniquePhone();
  const call = voiceCall({ toNumber: phoneNumber, fromNumber });
  const ids: number[] = [];
  for (const time of times) {
    const { data } = await call.tool("book_appointment", {
      start: `${localDay(3)}T${time}`,
      customer_name: "Erika Beispiel",
    });
    ids.push(data.appointment_id as number);
  }
  return { fromNumber, ids, call: voiceCall({ toNumber: phoneNumber, fromNumber }) };
}

const callbacksOf = ({ ctx }: Business) =>
  ctx.db.select().from(callbacks).where(eq(callbacks.tenantId, ctx.tenant.id));
const statusOf = async ({ ctx }: Business, id: number | undefined) =>
  (await appointmentsOf(ctx.tenant.id)).find((row) => row.id === id)?.status;

describe("finding appointments", () => {
  test("the calling number hears its own, with ids", async () => {
    const { call, ids } = await regular(await createBusiness(), "10:00", "11:30");
    const { message, data } = await call.tool("find_appointments");
    expect(message).toMatch(
      /^Sie haben 2 Termine: Massage am .*, um 10 Uhr bei Person 1; Massage am .*, um 11 Uhr 30 bei Person 1\.$/,
    );
    expect(data.appointments?.map((a) => a.appointment_id)).toEqual(ids);
  });

  test("a hidden number hears nothing about anybody, whatever name it gives", async () => {
    const business = await createBusiness();
    await regular(business, "10:00");
    const reply = await voiceCall({ toNumber: business.phoneNumber }).tool("find_appointments", {
      customer_name: "Erika Beispiel",
    });
    expect(reply).toMatchObject({ success: false, code: "caller.hidden", data: {} });
    expect(reply.message).not.toMatch(/Massage|Erika|10 Uhr/);
  });

  test("an unknown number has none, and another tenant's are not there", async () => {
    const [a, b] = [await createBusiness(), await createBusiness()];
    const { fromNumber } = await regular(a, "10:00");
    const reply = await voiceCall({ toNumber: b.phoneNumber, fromNumber }).tool("find_appointments");
    expect(reply).toMatchObject({ success: true, data: { appointments: [] } });
    expect(reply.message).toBe("Zu Ihrer Rufnummer finde ich keinen kommenden Termin.");
  });
});

describe("moving", () => {
  test("the only appointment moves to an offered time", async () => {
    const business = await createBusiness();
    const { call, ids } = await regular(business, "10:00");
    const { data } = await call.tool("check_availability", { date: localDay(4), time: "14:30" });
    const reply = await call.tool("reschedule_appointment", { offer_id: data.offers?.[0]?.offer_id });
    expect(reply.message).toMatch(
      /^Ihr Termin für Massage ist verschoben auf \p{L}+, den .*, um 14 Uhr 30 bei Person 1\.$/u,
    );
    const [row] = await appointmentsOf(business.ctx.tenant.id);
    expect(row).toMatchObject({ id: ids[0], startTime: localTime(4, "14:30") });
  });

  test("with two appointments they are read out, and only the named one moves", async () => {
    const business = await createBusiness();
    const { call, ids } = await regular(business, "10:00", "11:30");
    const wish = { date: localDay(4), time: "14:00" };
    const asked = await call.tool("reschedule_appointment", wish);
    expect(asked).toMatchObject({ success: false, code: "appointment.several" });
    expect(asked.message).toMatch(/Um welchen geht es\?$/);
    const moved = await call.tool("reschedule_appointment", {
      ...wish,
      appointment_id: String(asked.data.appointments?.[1]?.appointment_id),
    });
    expect(moved.success).toBe(true);
    const rows = await appointmentsOf(business.ctx.tenant.id);
    expect(rows.find((row) => row.id === ids[0])?.startTime).toEqual(localTime(3, "10:00"));
    expect(rows.find((row) => row.id === ids[1])?.startTime).toEqual(localTime(4, "14:00"));
  });

  test("a taken time is refused with what is free instead, and nothing moves", async () => {
    const business = await createBusiness();
    await regular(business, "10:00");
    const { call, ids } = await regular(business, "11:30");
    const reply = await call.tool("reschedule_appointment", { date: localDay(3), time: "10:00" });
    expect(reply).toMatchObject({ success: false, code: "appointment.slot_taken" });
    expect(reply.data.offers).not.toHaveLength(0);
    const rows = await appointmentsOf(business.ctx.tenant.id);
    expect(rows.find((row) => row.id === ids[0])?.startTime).toEqual(localTime(3, "11:30"));
  });

  test.each([
    [{}, "time.missing"],
    [{ date: "übermorgen" }, "time.missing"],
    [{ time: "14:00" }, "time.day_missing"],
    [{ date: "04.10.2023", time: "10:00" }, "time.past"],
    [{ offer_id: "3-1-1-abc-0000000000000000" }, "offer.not_found"],
  ])("%j is asked back (%s)", async (args, code) => {
    const { call } = await regular(await createBusiness(), "10:00");
    expect(await call.tool("reschedule_appointment", args)).toMatchObject({ success: false, code });
  });

  test("a hidden number gets a callback noted, kindly, and nothing moves", async () => {
    const business = await createBusiness();
    const call = voiceCall({ toNumber: business.phoneNumber });
    await call.tool("book_appointment", { start: `${localDay(3)}T10:00`, customer_name: "Erika Beispiel" });
    const reply = await call.tool("reschedule_appointment", { date: localDay(4), time: "14:00" });
    expect(reply).toMatchObject({ success: false, code: "caller.hidden" });
    expect(reply.message).not.toMatch(/Massage|Erika|technisch/);
    const number = await call.tool("request_callback", { name: "Erika Beispiel", phone: "0176 12345678" });
    expect(number.data.callback_id).toBe(reply.data.callback_id);
    expect(await callbacksOf(business)).toMatchObject([
      { id: reply.data.callback_id, name: "Erika Beispiel", phone: "+4917612345678", status: "open" },
    ]);
    const [row] = await appointmentsOf(business.ctx.tenant.id);
    expect(row?.startTime).toEqual(localTime(3, "10:00"));
  });
});

describe("cancelling", () => {
  test("cancels the caller's own, once and truthfully twice", async () => {
    const business = await createBusiness();
    const { call, ids } = await regular(business, "10:00");
    const first = await call.tool("cancel_appointment", { reason: "krank" });
    expect(first.message).toMatch(/^Ihr Termin ist abgesagt: Massage am .*\.$/);
    expect(await statusOf(business, ids[0])).toBe("cancelled");
    expect((await call.tool("cancel_appointment", { appointment_id: ids[0] })).message).toBe(first.message);
    expect((await call.tool("cancel_appointment")).code).toBe("appointment.not_found");
  });

  test("somebody else's appointment is as unknown as one that does not exist", async () => {
    const business = await createBusiness();
    const other = await createBusiness();
    const { ids } = await regular(business, "10:00");
    const foreign = await regular(other, "10:00");
    const { call } = await regular(business, "11:00");
    const replies = [];
    for (const appointment_id of [ids[0], foreign.ids[0], 999_999_999])
      for (const name of ["cancel_appointment", "reschedule_appointment"])
        replies.push(await call.tool(name, { appointment_id, date: localDay(5), time: "10:00" }));
    expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1);
    expect(replies[0]).toMatchObject({ success: false, code: "appointment.not_found" });
    expect(await statusOf(business, ids[0])).toBe("scheduled");
    expect(await statusOf(other, foreign.ids[0])).toBe("scheduled");
  });
});

describe("callbacks", () => {
  test("the calling number is the one to call back; a second request completes the first", async () => {
    const business = await createBusiness();
    const fromNumber = uniquePhone();
    const { tool } = voiceCall({ toNumber: business.phoneNumber, fromNumber });
    const first = await tool("request_callback", { reason: "Frage zur Rechnung", phone: "None" });
    expect(first.message).toBe("Ich habe notiert, dass Sie jemand zurückruft.");
    const second = await tool("request_callback", { reason: "dringend", preferred_time: "morgen früh" });
    expect(second.message).toBe(
      "Ich habe notiert, dass Sie jemand zurückruft. Ihren Zeitwunsch gebe ich weiter.",
    );
    expect(await callbacksOf(business)).toMatchObject([
      { phone: fromNumber, reason: "Frage zur Rechnung; dringend", preferredTime: "morgen früh" },
    ]);
  });

  test("eight requests of one call at once are one callback", async () => {
    const business = await createBusiness();
    const { tool } = voiceCall({ toNumber: business.phoneNumber, fromNumber: uniquePhone() });
    await Promise.all(
      Array.from({ length: 8 }, (_, i) => tool("request_callback", { reason: `Anliegen ${i}` })),
    );
    expect(await callbacksOf(business)).toHaveLength(1);
  });

  test("a hidden number is asked for one; an unreadable one is asked again", async () => {
    const business = await createBusiness();
    const { tool } = voiceCall({ toNumber: business.phoneNumber });
    expect((await tool("request_callback", { phone: "drei" })).code).toBe("callback.phone_invalid");
    expect((await tool("request_callback", { reason: "Termin" })).message).toMatch(/Unter welcher Nummer/);
    expect(await callbacksOf(business)).toHaveLength(1);
  });
});

describe("what the agent may know", () => {
  test("context names the day and the business; a known number gives no name away", async () => {
    const business = await createBusiness();
    const { call, ids } = await regular(business, "10:00");
    const { message, data } = await call.tool("get_context");
    expect(message).toMatch(
      /^Heute ist \p{L}+, der \d+\. \p{L}+ \d{4}, es ist \d+ Uhr( \d+)?\. Praxis Test ist /u,
    );
    expect(data).toMatchObject({
      business_name: "Praxis Test",
      current_date: localDay(0),
      branches: [{ name: "Mitte" }],
      caller: { known: true, number_hidden: false, appointments: [{ appointment_id: ids[0] }] },
    });
    const [customer] = await business.ctx.db
      .select()
      .from(customers)
      .where(eq(customers.tenantId, business.ctx.tenant.id));
    expect(JSON.stringify({ message, data })).not.toContain(customer?.name ?? "?");
    const stranger = await voiceCall({ toNumber: business.phoneNumber }).tool("get_context");
    expect(stranger.data.caller).toEqual({ known: false, number_hidden: true, appointments: [] });
  });

  test("address and opening hours, asked together, alone, or for one day", async () => {
    const { ctx, phoneNumber } = await createBusiness();
    const { tool } = voiceCall({ toNumber: phoneNumber });
    expect((await tool("get_business_info", { topic: "Adresse" })).message).toMatch(
      /^Die Anschrift liegt mir leider/,
    );
    await ctx.db
      .update(branches)
      .set({ address: "Parkstraße 7, 10115 Berlin" })
      .where(eq(branches.tenantId, ctx.tenant.id));
    expect((await tool("get_business_info", { topic: "Adresse" })).message).toBe(
      "Mitte finden Sie hier: Parkstraße 7, 10115 Berlin.",
    );
    expect((await tool("get_business_info")).message).toBe(
      "Mitte finden Sie hier: Parkstraße 7, 10115 Berlin. Mitte ist Montag bis Sonntag von 8 Uhr bis 18 Uhr geöffnet.",
    );
    expect((await tool("get_business_info", { topic: "Öffnungszeiten" })).message).toMatch(
      /^Mitte ist Montag bis Sonntag von 8 Uhr bis 18 Uhr geöffnet\. Heute haben wir von 8 Uhr bis 18 Uhr geöffnet\.$/,
    );
    expect((await tool("get_business_info", { date: localDay(2) })).message).toMatch(
      /^Am .*, haben wir von 8 Uhr bis 18 Uhr geöffnet\.$/,
    );
    expect((await tool("get_business_info", { branch: "Köln" })).code).toBe("branch.unknown");
  });

  test("a day with other hours is told with its hours, asked for it or for the week", async () => {
    const { ctx, branchId, phoneNumber } = await createBusiness();
    const { tool } = voiceCall({ toNumber: phoneNumber });
    const stretch = { startsMinute: 600, endsMinute: 840 };
    await ctx.db
      .insert(branchSpecialHours)
      .values({ tenantId: ctx.tenant.id, branchId, day: localDay(3), ...stretch });
    const thatDay = /^Am [^.]*\d\.[^.]* haben wir von 10 Uhr bis 14 Uhr geöffnet\.$/;
    expect((await tool("get_business_info", { date: localDay(3) })).message).toMatch(thatDay);
    const { message } = await tool("get_business_info", { topic: "Öffnungszeiten" });
    expect(message.replace(/^.*? geöffnet\. Heute haben wir von 8 Uhr bis 18 Uhr geöffnet\. /, "")).toMatch(
      thatDay,
    );
  });
});
