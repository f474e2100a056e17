import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import {
  branchClosures,
  branches,
  calcomEventTypes,
  customers,
  openingHours,
  publicHolidays,
  services,
  staff,
  staffServices,
  staffWorkingHours,
  tenants,
} from "@/server/db/schema";
import { connectCalcom } from "@/server/domain/calcom/connect-calcom";
import { createBusiness, uniquePhone } from "@/test/factories";
import { localDay, localTime } from "@/test/local-time";
import { appointmentsOf, voiceCall } from "@/test/voice";

type Business = Awaited<ReturnType<typeof createBusiness>>;

const weekdayOf = (date: string) => ((new Date(`${date}T12:00:00Z`).getUTCDay() + 6) % 7) + 1;

async function addService({ ctx, staffIds }: Business, name: string, by: number[] = staffIds) {
  const tenantId = ctx.tenant.id;
  const [row] = await ctx.db
    .insert(services)
    .values({ tenantId, name, durationMinutes: 60, priceCents: 8_950, synonyms: [] })
    .$returningId();
  const serviceId = (row as { id: number }).id;
  if (by.length > 0)
    await ctx.db.insert(staffServices).values(by.map((staffId) => ({ tenantId, staffId, serviceId })));
  return serviceId;
}

async function addBranch({ ctx, staffIds }: Business, name: string) {
  const tenantId = ctx.tenant.id;
  const [row] = await ctx.db.insert(branches).values({ tenantId, name, federalState: "BE" }).$returningId();
  const branchId = (row as { id: number }).id;
  const hours = { tenantId, branchId, startsMinute: 480, endsMinute: 1080 };
  const week = [1, 2, 3, 4, 5, 6, 7];
  await ctx.db.insert(openingHours).values(week.map((weekday) => ({ ...hours, weekday })));
  return { branchId, staffId: staffIds[0] as number };
}

const closeOn = ({ ctx }: Business, weekday: number) =>
  ctx.db
    .delete(openingHours)
    .where(and(eq(openingHours.tenantId, ctx.tenant.id), eq(openingHours.weekday, weekday)));

describe("asking for a time", () => {
  test("the wished time is offered with everything that booking it needs", async () => {
    const { phoneNumber, serviceId, staffIds, branchId } = await createBusiness();
    const { tool } = voiceCall({ toNumber: phoneNumber });
    const reply = await tool("check_availability", {
      service: "massage",
      date: localDay(3),
      time: "14 Uhr 30",
    });
    expect(reply.message).toMatch(
      /^Ja, am .*, dem .*, um 14 Uhr 30 ist ein Termin für Massage bei Person 1 frei\./,
    );
    expect(reply.data).toMatchObject({ available: true });
    const [offer] = reply.data.offers ?? [];
    expect(offer).toMatchObject({
      service: "Massage",
      service_id: serviceId,
      staff: "Person 1",
      staff_id: staffIds[0],
      branch: "Mitte",
      branch_id: branchId,
      price_cents: 3_900,
    });
    expect(new Date(offer?.start ?? "")).toEqual(localTime(3, "14:30"));
  });

  test("a day without a time gets three times of that day, early to late", async () => {
    const { phoneNumber } = await createBusiness();
    const { tool } = voiceCall({ toNumber: phoneNumber });
    const { data, message } = await tool("check_availability", { service: "Massage", date: localDay(3) });
    expect(data.offers?.map((offer) => offer.start.slice(0, 10))).toEqual(Array(3).fill(localDay(3)));
    expect(data.offers?.[0]?.start).toContain("T08:00");
    expect(message).toMatch(/um 8 Uhr, um 12 Uhr 45 oder um 17 Uhr 30 etwas frei\. Was passt Ihnen\?$/);
  });

  test("no day at all gets the next free times, and a part of the day is respected", async () => {
    const { phoneNumber } = await createBusiness();
    const { tool } = voiceCall({ toNumber: phoneNumber });
    expect((await tool("check_availability", { service: "Massage" })).data.offers).toHaveLength(3);
    const late = await tool("check_availability", {
      service: "Massage",
      date: localDay(3),
      time: "nachmittags",
    });
    expect(late.data.offers?.map((offer) => offer.start.slice(11, 16))).toEqual(["12:00", "14:45", "17:30"]);
    const soon = await tool("check_availability", { time: "vormittags" });
    for (const offer of soon.data.offers ?? []) expect(offer.start.slice(11, 13) < "12").toBe(true);
  });

  test("a closed weekday is named as closed, and the next open day with its date", async () => {
    const business = await createBusiness();
    const date = localDay(4);
    await closeOn(business, weekdayOf(date));
    const { tool } = voiceCall({ toNumber: business.phoneNumber });
    for (const time of [undefined, "15:00"]) {
      const { message, data } = await tool("check_availability", { service: "Massage", date, time });
      expect(message).toMatch(/^Am \p{L}+, dem \d+\. \p{L}+, haben wir geschlossen\. Frei wäre es /u);
      expect(data).toMatchObject({ available: false, reason: "closed" });
      for (const offer of data.offers ?? []) expect(offer.start.slice(0, 10)).not.toBe(date);
      expect(data.offers).not.toHaveLength(0);
    }
  });

  test("a public holiday is named", async () => {
    const business = await createBusiness();
    const day = localDay(5);
    await business.ctx.db
      .insert(publicHolidays)
      .ignore()
      .values({ federalState: "HH", day, name: "Tag der Probe" });
    await business.ctx.db
      .update(branches)
      .set({ federalState: "HH" })
      .where(eq(branches.tenantId, business.ctx.tenant.id));
    const { tool } = voiceCall({ toNumber: business.phoneNumber });
    for (const time of [undefined, "10:00"]) {
      const { message, data } = await tool("check_availability", { date: day, time });
      expect(message).toContain("ist Feiertag, Tag der Probe, da haben wir geschlossen.");
      expect(data.reason).toBe("holiday");
    }
  });

  test("an hour outside opening is not a closed day", async () => {
    const { phoneNumber } = await createBusiness();
    const { tool } = voiceCall({ toNumber: phoneNumber });
    const { message, data } = await tool("check_availability", { date: localDay(3), time: "20:00" });
    expect(message).toMatch(/um 20 Uhr haben wir nicht geöffnet\./);
    expect(data).toMatchObject({ available: false, reason: "closed" });
  });

  test("too soon, too far and over are said, with something to offer instead", async () => {
    const business = await createBusiness({ minNoticeMinutes: 3 * 24 * 60, bookingWindowDays: 30 });
    const { tool } = voiceCall({ toNumber: business.phoneNumber });
    const soon = await tool("check_availability", { date: "morgen", time: "10:00" });
    expect(soon.message).toMatch(/^So kurzfristig geht es leider nicht\. Frei wäre es am /);
    expect(soon.data.reason).toBe("too_soon");
    const far = await tool("check_availability", { date: localDay(60), time: "10:00" });
    expect(far.message).toMatch(/^So weit im Voraus vergeben wir noch keine Termine\. Frei wäre es am /);
    const farDay = await tool("check_availability", { date: localDay(60) });
    expect(farDay.message).toBe(far.message);
    const over = await tool("check_availability", { date: "heute", time: "00:00" });
    expect(over.message).toMatch(/ist schon vorbei\./);
  });

  test("a full day says so and goes on to the next", async () => {
    const business = await createBusiness();
    const date = localDay(3);
    const rest = voiceCall({ toNumber: business.phoneNumber });
    await business.ctx.db.update(services).set({ durationMinutes: 600 });
    const book = { service: "Massage", start: `${date}T08:00`, customer_name: "Erika Beispiel" };
    expect((await rest.tool("book_appointment", book)).success).toBe(true);
    const { message, data } = await rest.tool("check_availability", { date });
    expect(message).toMatch(/^Am \p{L}+, dem \d+\. \p{L}+, ist leider nichts mehr frei\. Frei wäre es /u);
    expect(data.offers?.[0]?.start.slice(0, 10)).toBe(localDay(4));
  });

  test.each([
    [
      "04.10.2023",
      "16:00",
      "time.past",
      "Mittwoch, der 4. Oktober 2023, um 16 Uhr ist schon vorbei. Welchen Tag und welche Uhrzeit meinen Sie?",
    ],
    [
      "31.04.",
      undefined,
      "time.no_such_date",
      "Diesen Tag gibt es im Kalender nicht. Welchen Tag meinen Sie?",
    ],
    [
      "wenn die Schwalben wiederkommen",
      undefined,
      "time.unreadable_date",
      "Den Tag habe ich nicht verstanden. Welchen Tag meinen Sie?",
    ],
    [
      "morgen",
      "25:70",
      "time.no_such_time",
      "Diese Uhrzeit gibt es nicht. Um wie viel Uhr möchten Sie kommen?",
    ],
    [undefined, "14:30", "time.day_missing", "An welchem Tag möchten Sie um 14 Uhr 30 kommen?"],
  ])("%s %s is asked back (%s)", async (date, time, code, message) => {
    const { phoneNumber } = await createBusiness();
    const { tool } = voiceCall({ toNumber: phoneNumber });
    expect(await tool("check_availability", { service: "Massage", date, time })).toMatchObject({
      success: false,
      code,
      message,
    });
  });

  test("a weekday that is today is asked back with both days", async () => {
    const { phoneNumber } = await createBusiness();
    const today = new Date().toLocaleDateString("de", { weekday: "long", timeZone: "Europe/Berlin" });
    const { tool } = voiceCall({ toNumber: phoneNumber });
    const { code, message } = await tool("check_availability", { date: today });
    expect(code).toBe("time.ambiguous");
    expect(message).toMatch(/^Meinen Sie heute, oder \p{L}+, den \d+\. \p{L}+\?$/u);
  });
});

describe("what and whom the caller names", () => {
  test("an unknown service is asked back with the nearest names, never replaced", async () => {
    const business = await createBusiness();
    await addService(business, "Lymphdrainage");
    const { tool } = voiceCall({ toNumber: business.phoneNumber });
    const reply = await tool("check_availability", { service: "Herrenhaarschnitt", date: "morgen" });
    expect(reply).toMatchObject({ success: false, code: "service.unknown" });
    expect(reply.message).toMatch(
      /^Herrenhaarschnitt finde ich bei unseren Leistungen nicht\. Meinen Sie .* oder .*\?$/,
    );
    expect(reply.data.offers).toBeUndefined();
  });

  test("no service named: asked where there are several, clear where there is one", async () => {
    const business = await createBusiness();
    const { tool } = voiceCall({ toNumber: business.phoneNumber });
    expect((await tool("check_availability", { date: localDay(3) })).success).toBe(true);
    await addService(business, "Lymphdrainage");
    expect(await tool("check_availability", { date: localDay(3), service: "None" })).toMatchObject({
      code: "service.missing",
      message: "Wofür möchten Sie einen Termin? Wir bieten Lymphdrainage und Massage an.",
    });
  });

  test("somebody who does not do this: said, and who does is offered", async () => {
    const business = await createBusiness({}, 2);
    const [first, second] = business.staffIds as [number, number];
    await business.ctx.db.update(staff).set({ name: "Anna Weber" }).where(eq(staff.id, first));
    await business.ctx.db.update(staff).set({ name: "Ben Krause" }).where(eq(staff.id, second));
    await addService(business, "Dauerwelle", [second]);
    const { tool } = voiceCall({ toNumber: business.phoneNumber });
    const { message, data } = await tool("check_availability", {
      service: "Dauerwelle",
      date: localDay(3),
      staff: "Frau Weber",
    });
    expect(message).toMatch(
      /^Anna Weber bietet Dauerwelle leider nicht an\. Frei wäre es .* bei Ben Krause\./,
    );
    expect(data).toMatchObject({ available: false, reason: "staff_not_qualified" });
    expect(new Set(data.offers?.map((offer) => offer.staff))).toEqual(new Set(["Ben Krause"]));
  });

  test("a wished person is kept, an unknown one asked back", async () => {
    const business = await createBusiness({}, 2);
    const { tool } = voiceCall({ toNumber: business.phoneNumber });
    const { data } = await tool("check_availability", { date: localDay(3), staff: "Person 2" });
    expect(new Set(data.offers?.map((offer) => offer.staff))).toEqual(new Set(["Person 2"]));
    const unknown = await tool("check_availability", { date: localDay(3), staff: "Klaus" });
    expect(unknown).toMatchObject({ code: "staff.unknown" });
    expect((await tool("check_availability", { date: localDay(3), staff: "egal" })).success).toBe(true);
  });

  test("the called branch comes first, another one is found and named where only that helps", async () => {
    const business = await createBusiness();
    const { ctx, branchId, staffIds, serviceId } = business;
    const other = await addBranch(business, "Nordstadt");
    const { tool } = voiceCall({ toNumber: business.phoneNumber });
    const here = await tool("check_availability", { service: "Massage", date: localDay(3), time: "10:00" });
    expect(here.data.offers?.[0]).toMatchObject({ branch: "Mitte" });
    expect(here.message).toContain("in der Filiale Mitte");
    await ctx.db
      .update(staffWorkingHours)
      .set({ branchId: other.branchId })
      .where(and(eq(staffWorkingHours.tenantId, ctx.tenant.id), eq(staffWorkingHours.branchId, branchId)));
    const there = await tool("check_availability", { service: "Massage", date: localDay(3), time: "10:00" });
    expect(there.data.offers?.[0]).toMatchObject({
      branch: "Nordstadt",
      service_id: serviceId,
      staff_id: staffIds[0],
    });
    expect(there.message).toContain("in der Filiale Nordstadt");
    expect(await tool("check_availability", { date: localDay(3), branch: "Köln" })).toMatchObject({
      code: "branch.unknown",
    });
  });
});

describe("booking", () => {
  const offerFor = async (call: ReturnType<typeof voiceCall>, time = "10:00", days = 3) => {
    const { data } = await call.tool("check_availability", {
      service: "Massage",
      date: localDay(days),
      time,
    });
    return data.offers?.[0]?.offer_id;
  };

  test("books exactly the offered time and says so from the committed row", async () => {
    const { ctx, phoneNumber, staffIds } = await createBusiness();
    const fromNumber = uniquePhone();
    const call = voiceCall({ toNumber: phoneNumber, fromNumber });
    const offer_id = await offerFor(call);
    const reply = await call.tool("book_appointment", {
      offer_id,
      customer_name: "Mein Name ist Erika Beispiel",
    });
    expect(reply.message).toMatch(/^Ihr Termin ist gebucht: Massage am .*, um 10 Uhr bei Person 1\.$/);
    const [row] = await appointmentsOf(ctx.tenant.id);
    expect(row).toMatchObject({
      id: reply.data.appointment_id,
      startTime: localTime(3, "10:00"),
      status: "scheduled",
      staffId: staffIds[0],
      source: "phone",
    });
    const [customer] = await ctx.db.select().from(customers).where(eq(customers.tenantId, ctx.tenant.id));
    expect(customer).toMatchObject({ name: "Erika Beispiel", phone: fromNumber, email: null });
  });

  test("a calendar that has not answered yet is never called booked", async () => {
    const { ctx, phoneNumber, serviceId } = await createBusiness();
    const { tool } = voiceCall({ toNumber: phoneNumber });
    const { data } = await tool("check_availability", { date: localDay(3), time: "10:00" });
    await ctx.db.update(tenants).set({ calendarSource: "calcom" }).where(eq(tenants.id, ctx.tenant.id));
    await connectCalcom(ctx, { baseUrl: "http://127.0.0.1:1/v2", apiKey: "cal_test_nobody" });
    await ctx.db.insert(calcomEventTypes).values({
      tenantId: ctx.tenant.id,
      serviceId,
      calcomId: serviceId,
      title: "Massage",
      slug: "massage",
      length: 30,
    });
    const reply = await tool("book_appointment", {
      offer_id: data.offers?.[0]?.offer_id,
      customer_name: "Erika Beispiel",
    });
    expect(reply.message).toMatch(/vorgemerkt: .*\. Die Bestätigung folgt\.$/);
    expect(reply.message).not.toMatch(/gebucht/);
    expect(reply.data).toMatchObject({ booked: false, status: "pending" });
    expect((await appointmentsOf(ctx.tenant.id))[0]?.status).toBe("pending");
  });

  test("the second caller for one slot hears alternatives that can be booked", async () => {
    const { ctx, phoneNumber } = await createBusiness();
    const calls = [voiceCall({ toNumber: phoneNumber }), voiceCall({ toNumber: phoneNumber })] as const;
    const replies = await Promise.all(
      calls.map((call, i) =>
        call.tool("book_appointment", {
          start: `${localDay(3)}T10:00`,
          customer_name: `Erika Nummer${"ab"[i]}`,
        }),
      ),
    );
    expect(replies.filter((reply) => reply.success)).toHaveLength(1);
    const loser = replies.findIndex((reply) => !reply.success);
    const lost = replies[loser];
    expect(lost).toMatchObject({ code: "appointment.slot_taken" });
    expect(lost?.message).toMatch(/um 10 Uhr ist leider schon vergeben\. Frei wäre es /);
    expect(lost?.data.offers?.length).toBeGreaterThanOrEqual(2);
    const instead = await calls[loser]?.tool("book_appointment", {
      offer_id: lost?.data.offers?.[0]?.offer_id,
      customer_name: "Erika Nummerb",
    });
    expect(instead?.success).toBe(true);
    expect(await appointmentsOf(ctx.tenant.id)).toHaveLength(2);
  });

  test.each([
    ["Unbekannt", "customer.name_required"],
    ["", "customer.name_required"],
    ["None", "customer.name_required"],
    ["mir nicht", "customer.name_required"],
    ["bei Anna", "customer.name_is_staff"],
    ["Anna", "customer.name_is_staff"],
    ["Anna Weber", "customer.name_is_staff"],
    ["Clara", "customer.name_is_agent"],
  ])("%j is nobody to book for", async (customer_name, code) => {
    const { ctx, phoneNumber } = await createBusiness();
    await ctx.db.update(staff).set({ name: "Anna Weber" }).where(eq(staff.tenantId, ctx.tenant.id));
    const call = voiceCall({ toNumber: phoneNumber, agentName: "Clara" });
    const offer_id = await offerFor(call);
    const reply = await call.tool("book_appointment", { offer_id, customer_name });
    expect(reply).toMatchObject({ success: false, code });
    expect(reply.message).toMatch(/\?$/);
    expect(await appointmentsOf(ctx.tenant.id)).toHaveLength(0);
    expect((await call.tool("book_appointment", { offer_id, customer_name: "Anna Schulz" })).success).toBe(
      true,
    );
  });

  test("hidden callers of one name stay two customers without e-mail", async () => {
    const { ctx, phoneNumber } = await createBusiness();
    for (const time of ["10:00", "11:00"]) {
      const call = voiceCall({ toNumber: phoneNumber });
      const offer_id = await offerFor(call, time);
      await call.tool("book_appointment", { offer_id, customer_name: "Karl Peter" });
    }
    const rows = await ctx.db.select().from(customers).where(eq(customers.tenantId, ctx.tenant.id));
    expect(rows).toHaveLength(2);
    expect(rows.every((row) => row.phone === null && row.email === null)).toBe(true);
  });

  test("an e-mail with spaces from speech is understood, another phone number noted", async () => {
    const { ctx, phoneNumber } = await createBusiness();
    const call = voiceCall({ toNumber: phoneNumber, fromNumber: uniquePhone() });
    await call.tool("book_appointment", {
      offer_id: await offerFor(call),
      customer_name: "Max Muster",
      customer_email: "max muster@example.com",
      customer_phone: "0176 12345678",
    });
    const [customer] = await ctx.db.select().from(customers).where(eq(customers.tenantId, ctx.tenant.id));
    expect(customer?.email).toBe("maxmuster@example.com");
    expect((await appointmentsOf(ctx.tenant.id))[0]?.notes).toContain("+4917612345678");
  });

  test("an offer of another call, another tenant, or a changed one is not there", async () => {
    const [a, b] = [await createBusiness(), await createBusiness()];
    const callA = voiceCall({ toNumber: a.phoneNumber });
    const offer_id = (await offerFor(callA)) ?? "";
    const changed = offer_id.replace(/^[^-]+/, "zz");
    for (const [number, token] of [
      [b.phoneNumber, offer_id],
      [a.phoneNumber, offer_id],
      [a.phoneNumber, changed],
      [a.phoneNumber, "offer_1"],
    ] as const) {
      const other = voiceCall({ toNumber: number });
      expect(
        await other.tool("book_appointment", { offer_id: token, customer_name: "Erika Beispiel" }),
      ).toMatchObject({
        success: false,
        code: "offer.not_found",
      });
    }
    expect(
      (await callA.tool("book_appointment", { offer_id, customer_name: "Erika Beispiel" })).success,
    ).toBe(true);
    expect(await appointmentsOf(b.ctx.tenant.id)).toHaveLength(0);
  });

  test("an offer and a start, service or person that contradict it are asked back", async () => {
    const business = await createBusiness({}, 2);
    await addService(business, "Lymphdrainage");
    const call = voiceCall({ toNumber: business.phoneNumber });
    const offer_id = await offerFor(call);
    const base = { offer_id, customer_name: "Erika Beispiel" };
    const staffed = await call.tool("check_availability", {
      service: "Massage",
      date: localDay(3),
      time: "10:00",
      staff: "Person 1",
    });
    for (const said of [
      { start: `${localDay(3)}T11:00` },
      { service: "Lymphdrainage" },
      { offer_id: staffed.data.offers?.[0]?.offer_id, staff: "Person 2" },
    ]) {
      const reply = await call.tool("book_appointment", { ...base, ...said });
      expect(reply).toMatchObject({ success: false, code: "offer.mismatch" });
      expect(reply.message).toMatch(/^Meinen Sie .* oder .*\?$/);
    }
    expect(await appointmentsOf(business.ctx.tenant.id)).toHaveLength(0);
  });

  test("an absolute time without an offer needs the service; a half-said time is asked for", async () => {
    const business = await createBusiness();
    await addService(business, "Lymphdrainage");
    const { tool } = voiceCall({ toNumber: business.phoneNumber });
    const base = { customer_name: "Erika Beispiel" };
    const start = `${localDay(3)}T10:00:00`;
    expect((await tool("book_appointment", { ...base, start })).code).toBe("service.missing");
    const said = { ...base, service: "Massage" };
    expect((await tool("book_appointment", said)).code).toBe("time.missing");
    expect((await tool("book_appointment", { ...said, start: localDay(3) })).code).toBe("time.missing");
    expect((await tool("book_appointment", { ...said, start: "10 Uhr" })).code).toBe("time.day_missing");
    expect((await tool("book_appointment", { ...said, start: `${localDay(3)}T10:01` })).code).toBe(
      "appointment.start_not_aligned",
    );
    expect((await tool("book_appointment", { ...said, start: `${localDay(3)}T21:00` })).code).toBe(
      "appointment.closed",
    );
    expect((await tool("book_appointment", { ...said, start })).success).toBe(true);
  });

  test("what was cancelled or moved away in the call can be booked anew", async () => {
    const { ctx, phoneNumber } = await createBusiness();
    const call = voiceCall({ toNumber: phoneNumber, fromNumber: uniquePhone() });
    const book = { service: "Massage", start: `${localDay(3)}T10:00`, customer_name: "Erika Beispiel" };
    const first = await call.tool("book_appointment", book);
    await call.tool("cancel_appointment", { appointment_id: first.data.appointment_id });
    const second = await call.tool("book_appointment", book);
    expect(second.success).toBe(true);
    await call.tool("reschedule_appointment", { date: localDay(4), time: "11:00" });
    expect((await call.tool("book_appointment", book)).success).toBe(true);
    const rows = await appointmentsOf(ctx.tenant.id);
    expect(rows.map((row) => row.status).sort()).toEqual(["cancelled", "scheduled", "scheduled"]);
  });

  test("a closure of the branch is refused with what is free instead", async () => {
    const { ctx, phoneNumber, branchId } = await createBusiness();
    const day = localDay(3);
    await ctx.db
      .insert(branchClosures)
      .values({ tenantId: ctx.tenant.id, branchId, startsOn: day, endsOn: day, reason: "Betriebsausflug" });
    const { tool } = voiceCall({ toNumber: phoneNumber });
    const reply = await tool("book_appointment", { start: `${day}T10:00`, customer_name: "Erika Beispiel" });
    expect(reply).toMatchObject({ success: false, code: "appointment.closed" });
    expect(reply.data.offers).not.toHaveLength(0);
  });

  test("a business that no longer takes this far ahead says so", async () => {
    const business = await createBusiness();
    await business.ctx.db
      .update(tenants)
      .set({ bookingWindowDays: 10 })
      .where(eq(tenants.id, business.ctx.tenant.id));
    const { tool } = voiceCall({ toNumber: business.phoneNumber });
    const reply = await tool("book_appointment", {
      start: `${localDay(40)}T10:00`,
      customer_name: "Erika Beispiel",
    });
    expect(reply.code).toBe("appointment.too_far");
  });
});
