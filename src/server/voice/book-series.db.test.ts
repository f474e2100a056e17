import { and, eq, isNotNull } from "drizzle-orm";
import { expect, test } from "vitest";
import { offers, spokenConfirmations } from "@/server/db/schema";
import { createBusiness, uniquePhone } from "@/test/factories";
import { localDay, localTime } from "@/test/local-time";
import { appointmentsOf, voiceCall } from "@/test/voice";

const course = {
  service: "Massage",
  date: localDay(3),
  time: "10:00",
  times: 6,
  customer_name: "Erika Beispiel",
};
const weekly = Array.from({ length: 6 }, (_, week) => localTime(3 + 7 * week, "10:00"));

test("six appointments are read back as one, booked all at once after one yes, and once", async () => {
  const { ctx, phoneNumber } = await createBusiness();
  const { ask, caller } = voiceCall({ toNumber: phoneNumber, fromNumber: uniquePhone() });
  const asked = await ask("book_series", course);
  expect(asked).toMatchObject({ success: false, code: "confirmation.required", data: { booked: false } });
  expect(asked.message).toMatch(
    /^6 Termine Massage bei Person 1: (?:\p{L}+, der \d+\. \p{L}+(?: \d{4})?, um 10 Uhr(?:; )?){6}\. Soll ich alle so eintragen\?$/u,
  );
  expect(await appointmentsOf(ctx.tenant.id)).toEqual([]);
  caller("Ja, bitte alle.");
  const booked = await ask("book_series", course);
  expect(booked.message).toMatch(/^Alle Termine sind gebucht: 6 Termine Massage bei Person 1: /);
  const again = await ask("book_series", course);
  expect(again.message).toBe(booked.message);
  const rows = await appointmentsOf(ctx.tenant.id);
  expect(rows.map((row) => row.startTime).sort()).toEqual([...weekly].sort());
  expect(new Set(rows.map((row) => row.seriesId)).size).toBe(1);
  expect(await ctx.db.$count(spokenConfirmations)).toBeGreaterThanOrEqual(2);
});

test("a time that is taken is named, with the nearest instead; a no books nothing", async () => {
  const { ctx, phoneNumber } = await createBusiness();
  const other = voiceCall({ toNumber: phoneNumber });
  await other.tool("book_appointment", { start: `${localDay(10)}T10:00`, customer_name: "Otto Beispiel" });
  const { ask, caller } = voiceCall({ toNumber: phoneNumber, fromNumber: uniquePhone() });
  const asked = await ask("book_series", course);
  expect(asked.message).toMatch(
    /^Am .*, um 10 Uhr ist leider schon vergeben\. 6 Termine Massage bei Person 1: /,
  );
  expect(asked.data.appointments).toHaveLength(6);
  caller("Nein, das ist mir zu viel durcheinander.");
  expect(await ask("book_series", course)).toMatchObject({ code: "confirmation.declined" });
  expect(await appointmentsOf(ctx.tenant.id)).toHaveLength(1);
  caller("Na gut, ja, machen Sie das so.");
  expect(await ask("book_series", course)).toMatchObject({ success: true });
  expect(await appointmentsOf(ctx.tenant.id)).toHaveLength(7);
});

test("while it is read back nobody else gets one of its times; what is booked is what was read back", async () => {
  const { ctx, phoneNumber } = await createBusiness({}, 2);
  const { ask, caller } = voiceCall({ toNumber: phoneNumber, fromNumber: uniquePhone() });
  const asked = await ask("book_series", course);
  const other = voiceCall({ toNumber: phoneNumber, fromNumber: uniquePhone() });
  const wish = { service: "Massage", date: localDay(17), time: "10:00" };
  const person = asked.data.appointments?.[2]?.staff as string;
  expect(await other.ask("check_availability", { ...wish, staff: person })).toMatchObject({
    data: { available: false, reason: "taken" },
  });
  // Somebody books the same person in between, so that it would be another one's turn.
  const afterwards = { start: `${localDay(17)}T15:00`, staff: person, customer_name: "Otto Beispiel" };
  expect(await other.tool("book_appointment", afterwards)).toMatchObject({ data: { booked: true } });
  caller("Ja, bitte alle.");
  const booked = await ask("book_series", course);
  expect(booked).toMatchObject({ success: true, data: { booked: true } });
  expect(booked.message).toContain(`6 Termine Massage bei ${person}: `);
  expect(await appointmentsOf(ctx.tenant.id)).toHaveLength(7);
  await ask("book_series", course);
  expect(
    await ctx.db.$count(
      offers,
      and(eq(offers.tenantId, ctx.tenant.id), isNotNull(offers.groupKey), isNotNull(offers.heldUntil)),
    ),
  ).toBe(0);
});

test("a half-said time and a missing name are asked for", async () => {
  const { phoneNumber } = await createBusiness();
  const { ask } = voiceCall({ toNumber: phoneNumber });
  expect(await ask("book_series", { ...course, time: undefined })).toMatchObject({ code: "time.missing" });
  expect(await ask("book_series", { ...course, times: undefined })).toMatchObject({
    code: "series.times_missing",
  });
  expect(await ask("book_series", { ...course, customer_name: "" })).toMatchObject({
    code: "customer.name_required",
  });
  expect(await ask("book_series", { ...course, times: 1 })).toMatchObject({ code: "arguments.unreadable" });
});
