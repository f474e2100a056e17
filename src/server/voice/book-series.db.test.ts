import { expect, test } from "vitest";
import { spokenConfirmations } from "@/server/db/schema";
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
  expect(await ctx.db.$count(spokenConfirmations)).toBeGreaterThanOrEqual(3);
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
