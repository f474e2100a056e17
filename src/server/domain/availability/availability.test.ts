import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test, vi } from "vitest";
import { dayMs, minuteMs } from "@/lib/calendar-time";
import type { Calendar, CalendarBranch, CalendarPerson, WeeklyHours } from "./calendar";
import { judgeStart } from "./judge-start";
import { offerSlots, suggestAlternatives } from "./offer-slots";
import { peopleTime } from "./service-time";

// Hundreds of calendars take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const berlin = "Europe/Berlin";
const everyDay = [1, 2, 3, 4, 5, 6, 7];
const hours = (startsMinute: number, endsMinute: number, weekdays = everyDay) =>
  weekdays.map((weekday) => ({ weekday, startsMinute, endsMinute }));
/** An instant of the Berlin wall clock. */
const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime(berlin).epochMilliseconds;
const wall = (instant: Date) =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(berlin)
    .toPlainDateTime()
    .toString();
const branch = (values: Partial<CalendarBranch> = {}): CalendarBranch => ({
  id: 1,
  name: "Mitte",
  timeZone: berlin,
  hours: hours(8 * 60, 18 * 60),
  specialHours: [],
  closedDays: [],
  ...values,
});
const person = (id: number, values: Partial<CalendarPerson> = {}): CalendarPerson => ({
  id,
  name: `Person ${id}`,
  qualified: true,
  hours: hours(8 * 60, 18 * 60).map((h) => ({ ...h, branchId: 1 })),
  specialHours: [],
  timeOff: [],
  busy: [],
  lastBookedAt: null,
  ...values,
});
const calendar = (from: string, days: number, values: Partial<Calendar> = {}): Calendar => ({
  now: at(from) - dayMs,
  range: { start: at(from), end: at(from) + days * dayMs },
  minNoticeMinutes: 0,
  bookingWindowDays: 90,
  slotStepMinutes: 15,
  calendarSource: "own",
  service: {
    id: 1,
    name: "Massage",
    durationMinutes: 30,
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
    gaps: [],
    staffNeeded: 1,
    priceCents: 3900,
  },
  branches: [branch()],
  staff: [person(1)],
  resources: null,
  ...values,
});
const verdict = (c: Calendar, local: string, staffId?: number) => {
  const result = judgeStart(c, at(local), staffId);
  return result.free ? "free" : result.reason;
};

const awkwardDays = ["2026-03-28", "2026-10-24", "2028-02-28", "2026-12-30", "2026-05-04"];
const fiveMinutes = (max: number) => fc.integer({ min: 0, max: max / 5 }).map((n) => n * 5);
const someHours = fc
  .tuple(fiveMinutes(1200), fiveMinutes(600))
  .map(([start, length]) => hours(start, Math.min(1440, start + length + 5)));
const someCalendar = fc
  .record({
    from: fc.constantFrom(...awkwardDays),
    open: someHours,
    staff: fc.array(
      fc.record({
        work: someHours,
        busy: fc.array(fc.tuple(fiveMinutes(4320), fiveMinutes(180)), { maxLength: 6 }),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    timeOff: fc.tuple(fiveMinutes(4320), fiveMinutes(600)),
    closed: fc.option(fc.constantFrom("closure" as const, "holiday" as const), { nil: undefined }),
    special: fc.option(someHours, { nil: undefined }),
    durationMinutes: fiveMinutes(240).map((n) => n + 5),
    bufferBeforeMinutes: fiveMinutes(20),
    bufferAfterMinutes: fiveMinutes(20),
    slotStepMinutes: fc.constantFrom(5, 15, 20, 30, 60),
    minNoticeMinutes: fc.integer({ min: 0, max: 3000 }),
  })
  .map((v) => {
    const base = at(v.from);
    const stretch = ([start, length]: [number, number]) => ({
      start: base + start * minuteMs,
      end: base + (start + length + 5) * minuteMs,
    });
    return calendar(v.from, 3, {
      minNoticeMinutes: v.minNoticeMinutes,
      slotStepMinutes: v.slotStepMinutes,
      service: { ...calendar(v.from, 1).service, ...v },
      branches: [
        branch({
          hours: v.open,
          specialHours: (v.special ?? []).slice(0, 1).map((range) => ({ ...range, day: v.from })),
          closedDays: v.closed
            ? [{ kind: v.closed, startsOn: v.from, endsOn: v.from, label: "Betriebsausflug" }]
            : [],
        }),
      ],
      staff: v.staff.map(({ work, busy }, i) =>
        person(i + 1, {
          hours: work.map((h) => ({ ...h, branchId: 1 })),
          busy: busy.map(stretch),
          timeOff: i === 0 ? [stretch(v.timeOff)] : [],
        }),
      ),
    });
  });

describe("what is offered", () => {
  test("can be booked, lies within hours, meets nobody else, and ends in time", () => {
    fc.assert(
      fc.property(someCalendar, (c) => {
        const open = c.branches[0] as CalendarBranch;
        for (const slot of offerSlots(c)) {
          const start = slot.start.getTime();
          const who = c.staff.find((p) => p.id === slot.staffId) as CalendarPerson;
          expect(judgeStart(c, start, who.id)).toMatchObject({ free: true });
          expect(start).toBeGreaterThanOrEqual(c.now + c.minNoticeMinutes * minuteMs);
          for (const own of peopleTime(c.service, start))
            expect(who.busy.every((b) => b.end <= own.start || own.end <= b.start)).toBe(true);
          expect(who.timeOff.every((t) => t.end <= start || slot.end.getTime() <= t.start)).toBe(true);
          // Every minute of the service, read off the wall, is inside opening and working hours.
          for (let t = start; t < slot.end.getTime(); t += 5 * minuteMs) {
            const local = Temporal.Instant.fromEpochMilliseconds(t).toZonedDateTimeISO(berlin);
            const minute = local.hour * 60 + local.minute;
            const within = (list: readonly { startsMinute: number; endsMinute: number }[]) =>
              list.some((h) => h.startsMinute <= minute && minute < h.endsMinute);
            const usual = (list: readonly WeeklyHours[]) => list.filter((h) => h.weekday === local.dayOfWeek);
            const today = local.toPlainDate().toString();
            const special = open.specialHours.filter(({ day }) => day === today);
            const closed = open.closedDays.find((d) => d.startsOn === today);
            expect(within(special.length > 0 ? special : usual(open.hours))).toBe(true);
            expect(within(usual(who.hours))).toBe(true);
            expect(closed === undefined || (closed.kind === "holiday" && special.length > 0)).toBe(true);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test("is everything on the grid that can be booked", () => {
    fc.assert(
      fc.property(someCalendar, (c) => {
        const offered = new Set(offerSlots(c).map((slot) => slot.start.getTime()));
        for (let t = c.range.start; t < c.range.end; t += 5 * minuteMs) {
          const local = Temporal.Instant.fromEpochMilliseconds(t).toZonedDateTimeISO(berlin);
          const onGrid = (local.hour * 60 + local.minute) % c.slotStepMinutes === 0;
          if (onGrid) expect(offered.has(t)).toBe(judgeStart(c, t).free);
        }
      }),
      { numRuns: 30 },
    );
  });

  test("skips the hour that is missing in March and gives both of the doubled hour in October", () => {
    const night = { branches: [branch({ hours: hours(0, 300) })], slotStepMinutes: 30 };
    const staff = [person(1, { hours: hours(0, 300).map((h) => ({ ...h, branchId: 1 })) })];
    const spring = offerSlots(calendar("2026-03-29", 1, { ...night, staff })).map((s) => wall(s.start));
    expect(spring.filter((t) => t < "2026-03-29T05")).toEqual(
      ["00:00", "00:30", "01:00", "01:30", "03:00", "03:30", "04:00", "04:30"].map(
        (t) => `2026-03-29T${t}:00`,
      ),
    );
    const autumn = offerSlots(calendar("2026-10-25", 1, { ...night, staff }));
    const twos = autumn.filter((s) => wall(s.start).startsWith("2026-10-25T02"));
    expect(twos.map((s) => s.start.toISOString())).toEqual([
      "2026-10-25T00:00:00.000Z",
      "2026-10-25T00:30:00.000Z",
      "2026-10-25T01:00:00.000Z",
      "2026-10-25T01:30:00.000Z",
    ]);
  });

  test("follows a day with hours of its own, on the days the clocks change too, and only on that day", () => {
    const special = (day: string) => ({
      branches: [branch({ specialHours: [{ day, startsMinute: 0, endsMinute: 240 }] })],
      staff: [person(1, { hours: hours(0, 1440).map((h) => ({ ...h, branchId: 1 })) })],
      slotStepMinutes: 60,
    });
    const times = (day: string, days = 1) =>
      offerSlots(calendar(day, days, special(day))).map(({ start }) => wall(start).slice(0, 13));
    const on = (day: string, ...of: number[]) => of.map((hour) => `${day}T${String(hour).padStart(2, "0")}`);
    expect(times("2026-03-29").filter((time) => time < "2026-03-30")).toEqual(on("2026-03-29", 0, 1, 3));
    expect(times("2026-10-25")).toEqual(on("2026-10-25", 0, 1, 2, 2, 3));
    expect(times("2026-05-09", 2).filter((time) => time >= "2026-05-10")[0]).toBe("2026-05-10T08");
  });

  test("an owner's word for one day opens a Sunday and a holiday; a closing day has the last word", () => {
    const sunday = "2026-05-10";
    const closed = (kind: "holiday" | "closure") => ({ kind, startsOn: sunday, endsOn: sunday, label: kind });
    const at10 = (values: Partial<CalendarBranch>) => {
      const hoursOfWeek = hours(8 * 60, 18 * 60, [1, 2, 3, 4, 5]);
      return judgeStart(
        calendar("2026-05-04", 7, { branches: [branch({ hours: hoursOfWeek, ...values })] }),
        at(`${sunday}T10:00`),
      );
    };
    const specialHours = [{ day: sunday, startsMinute: 600, endsMinute: 840 }];
    expect(at10({})).toEqual({ free: false, reason: "closed" });
    expect(at10({ specialHours })).toMatchObject({ free: true });
    expect(at10({ closedDays: [closed("holiday")] })).toMatchObject({ reason: "holiday" });
    expect(at10({ specialHours, closedDays: [closed("holiday")] })).toMatchObject({ free: true });
    expect(at10({ specialHours, closedDays: [closed("holiday"), closed("closure")] })).toMatchObject({
      reason: "closed",
      label: "closure",
    });
  });

  test("keeps buffers between appointments, not towards closing time", () => {
    const c = calendar("2026-05-04", 1, {
      service: { ...calendar("2026-05-04", 1).service, bufferAfterMinutes: 15, bufferBeforeMinutes: 5 },
      staff: [person(1, { busy: [{ start: at("2026-05-04T09:00"), end: at("2026-05-04T10:00") }] })],
    });
    expect(verdict(c, "2026-05-04T08:15")).toBe("free");
    expect(verdict(c, "2026-05-04T08:20")).toBe("taken");
    expect(verdict(c, "2026-05-04T10:00")).toBe("taken");
    expect(verdict(c, "2026-05-04T10:05")).toBe("free");
    expect(verdict(c, "2026-05-04T17:30")).toBe("free");
  });
});

describe("a refusal names its reason", () => {
  const c = calendar("2026-05-04", 7, {
    now: at("2026-05-04T07:00"),
    minNoticeMinutes: 120,
    branches: [
      branch({
        hours: hours(8 * 60, 18 * 60, [1, 2, 3, 4, 5]),
        closedDays: [
          { kind: "holiday", startsOn: "2026-05-14", endsOn: "2026-05-14", label: "Christi Himmelfahrt" },
          { kind: "closure", startsOn: "2026-05-11", endsOn: "2026-05-12", label: "Umbau" },
        ],
      }),
    ],
    staff: [
      person(1, { timeOff: [{ start: at("2026-05-06T00:00"), end: at("2026-05-07T00:00") }] }),
      person(2, { qualified: false }),
      person(3, { hours: [], busy: [] }),
    ],
  });

  test.each([
    ["2026-05-04T06:00", undefined, "past"],
    ["2026-05-04T08:30", undefined, "too_soon"],
    ["2026-09-04T10:00", undefined, "too_far"],
    ["2026-05-09T10:00", undefined, "closed"],
    ["2026-05-05T17:45", undefined, "closed"],
    ["2026-05-11T10:00", undefined, "closed"],
    ["2026-05-14T10:00", undefined, "holiday"],
    ["2026-05-06T10:00", undefined, "staff_off"],
    ["2026-05-05T10:00", 2, "staff_not_qualified"],
    ["2026-05-05T10:00", 3, "staff_off"],
    ["2026-05-05T10:03", undefined, "taken"],
    ["2026-05-05T10:05", undefined, "free"],
  ])("%s with %s: %s", (local, staffId, reason) => {
    expect(verdict(c, local, staffId)).toBe(reason);
  });

  test("with the holiday's or the closure's name", () => {
    expect(judgeStart(c, at("2026-05-14T10:00"))).toMatchObject({ label: "Christi Himmelfahrt" });
    expect(judgeStart(c, at("2026-05-11T10:00"))).toMatchObject({ label: "Umbau" });
    expect(judgeStart(c, at("2026-05-09T10:00"))).not.toHaveProperty("label");
  });
});

describe("whose turn it is", () => {
  const start = at("2026-05-04T12:00");
  const busy = (minutes: number) => [
    { start: at("2026-05-04T08:00"), end: at("2026-05-04T08:00") + minutes * minuteMs },
  ];
  const first = (staff: CalendarPerson[]) => {
    const c = calendar("2026-05-04", 1, { staff });
    const result = judgeStart(c, start);
    const offered = offerSlots(c).find((slot) => slot.start.getTime() === start);
    expect(result.free && result.choice.team[0].id).toBe(offered?.staffId);
    return offered?.staffId;
  };

  test("fewest minutes that day, then longest without a booking, then id", () => {
    expect(first([person(1, { busy: busy(60) }), person(2, { busy: busy(30) })])).toBe(2);
    expect(first([person(1, { lastBookedAt: 2000 }), person(2, { lastBookedAt: 1000 })])).toBe(2);
    expect(first([person(1, { lastBookedAt: 1000 }), person(2)])).toBe(2);
    expect(first([person(2), person(1)])).toBe(1);
  });

  test("yesterday's work does not count", () => {
    const yesterday = [{ start: at("2026-05-03T08:00"), end: at("2026-05-03T16:00") }];
    expect(first([person(1, { busy: yesterday }), person(2, { busy: busy(5) })])).toBe(1);
  });

  test("a wished person is the only choice, even when others are less busy", () => {
    const c = calendar("2026-05-04", 1, { staff: [person(1, { busy: busy(60) }), person(2)] });
    const result = judgeStart(c, start, 1);
    expect(result.free && result.choice.team.map(({ id }) => id)).toEqual([1]);
    expect(new Set(offerSlots(c, 1).map((slot) => slot.staffId))).toEqual(new Set([1]));
  });
});

describe("alternatives", () => {
  const taken = [{ start: at("2026-05-04T10:00"), end: at("2026-05-04T10:30") }];
  const weekdaysOnly = { branches: [branch({ hours: hours(8 * 60, 18 * 60, [1, 2, 3, 4, 5]) })] };
  const walls = (c: Calendar, local: string, staffId?: number) =>
    suggestAlternatives(c, { start: at(local), staffId }).map((slot) => wall(slot.start).slice(0, 16));

  test("two of the same day, nearest first, then the same time on the next open day", () => {
    const c = calendar("2026-05-04", 28, { ...weekdaysOnly, staff: [person(1, { busy: taken })] });
    expect(walls(c, "2026-05-04T10:00")).toEqual([
      "2026-05-04T09:30",
      "2026-05-04T10:30",
      "2026-05-05T10:00",
    ]);
  });

  test("of a closed day are open days, named absolutely", () => {
    const c = calendar("2026-05-09", 28, { ...weekdaysOnly, now: at("2026-05-08T12:00") });
    expect(walls(c, "2026-05-09T10:00")).toEqual([
      "2026-05-11T10:00",
      "2026-05-12T10:00",
      "2026-05-13T10:00",
    ]);
  });

  test("keep the time on the wall across the change of clocks", () => {
    const c = calendar("2026-03-28", 28, {
      now: at("2026-03-27T12:00"),
      staff: [person(1, { timeOff: [{ start: at("2026-03-28T00:00"), end: at("2026-03-29T00:00") }] })],
    });
    expect(walls(c, "2026-03-28T10:00")[0]).toBe("2026-03-29T10:00");
  });

  test("of a time long past or too far ahead begin with the next free time", () => {
    const c = calendar("2026-05-04", 28, { now: at("2026-05-04T12:10") });
    expect(walls(c, "2023-10-04T16:00")[0]).toBe("2026-05-04T12:15");
    expect(walls(c, "2027-10-04T16:00")[0]).toBe("2026-05-04T12:15");
  });

  test("name other people only when the wished person has nothing left", () => {
    const away = [{ start: at("2026-05-01T00:00"), end: at("2026-07-01T00:00") }];
    const c = calendar("2026-05-04", 28, { staff: [person(1, { timeOff: away }), person(2)] });
    expect(suggestAlternatives(c, { start: at("2026-05-04T10:00"), staffId: 1 })[0]).toMatchObject({
      staffId: 2,
    });
    const busy = calendar("2026-05-04", 28, { staff: [person(1, { busy: taken }), person(2)] });
    expect(
      suggestAlternatives(busy, { start: at("2026-05-04T10:00"), staffId: 1 }).map((slot) => slot.staffId),
    ).toEqual([1, 1, 1]);
  });

  test("are never more than three, all different, all bookable", () => {
    fc.assert(
      fc.property(someCalendar, fc.integer({ min: -2000, max: 8000 }), (c, minutes) => {
        const suggested = suggestAlternatives(c, { start: c.range.start + minutes * minuteMs });
        expect(suggested.length).toBeLessThanOrEqual(3);
        expect(new Set(suggested.map((s) => s.start.getTime())).size).toBe(suggested.length);
        for (const s of suggested)
          expect(judgeStart(c, s.start.getTime(), s.staffId)).toMatchObject({ free: true });
      }),
      { numRuns: 40 },
    );
  });
});
