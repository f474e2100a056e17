import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test, vi } from "vitest";
import { dayMs, minuteMs } from "@/lib/calendar-time";
import { type Interval, intersect, union } from "@/lib/intervals";
import { cellsOf } from "./busy-time";
import type { Calendar, CalendarPerson, CalendarResource, CalendarService } from "./calendar";
import { judgeStart } from "./judge-start";
import { offerSlots } from "./offer-slots";
import { peopleTime, roomTime, type ServiceTime } from "./service-time";

// Hundreds of calendars take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const berlin = "Europe/Berlin";
const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime(berlin).epochMilliseconds;
const everyDay = [1, 2, 3, 4, 5, 6, 7];
const day = (startsMinute: number, endsMinute: number) =>
  everyDay.map((weekday) => ({ weekday, startsMinute, endsMinute, branchId: 1 }));
const person = (id: number): CalendarPerson => ({
  id,
  name: `Person ${id}`,
  qualified: true,
  hours: day(0, 1440),
  specialHours: [],
  timeOff: [],
  busy: [],
  lastBookedAt: null,
});
const room = (id: number): CalendarResource => ({ id, name: `Raum ${id}`, branchId: 1, busy: [] });

/** Clocks change, a leap day, a year ends: the days on which wrong arithmetic shows. */
const awkwardDays = ["2026-03-28", "2026-10-24", "2028-02-28", "2026-12-30"];
const fives = (min: number, max: number) => fc.integer({ min: min / 5, max: max / 5 }).map((n) => n * 5);

const someService = fc
  .record({
    id: fc.constantFrom(1, 2, 3),
    name: fc.constant("Dauerwelle"),
    priceCents: fc.constant(9900),
    durationMinutes: fives(20, 180),
    bufferBeforeMinutes: fives(0, 15),
    bufferAfterMinutes: fives(0, 15),
    staffNeeded: fc.constantFrom(1, 1, 2),
    gaps: fc.array(fc.tuple(fives(5, 120), fives(5, 60)), { maxLength: 2 }),
    needsRoom: fc.boolean(),
  })
  .map(({ gaps, needsRoom, ...service }) => ({
    needsRoom,
    service: {
      ...service,
      gaps: gaps
        .map(([startsMinute, length]) => ({ startsMinute, endsMinute: startsMinute + length }))
        .filter(({ endsMinute }) => endsMinute < service.durationMinutes),
    },
  }));

/** A business, and a sequence of wishes; each is a service and how many of its offers to skip. */
const someDay = fc.record({
  from: fc.constantFrom(...awkwardDays),
  people: fc.constantFrom(1, 2, 3),
  rooms: fc.constantFrom(1, 2),
  wishes: fc.array(fc.tuple(someService, fc.nat(40)), { minLength: 1, maxLength: 12 }),
});
type Day = typeof someDay extends fc.Arbitrary<infer T> ? T : never;

const calendarOf = (
  { from }: Day,
  { service, needsRoom }: { service: CalendarService; needsRoom: boolean },
  staff: CalendarPerson[],
  rooms: CalendarResource[],
): Calendar => ({
  now: at(from) - dayMs,
  range: { start: at(from), end: at(from) + 3 * dayMs },
  minNoticeMinutes: 0,
  bookingWindowDays: 90,
  slotStepMinutes: 15,
  calendarSource: "own",
  service,
  branches: [
    { id: 1, name: "Mitte", timeZone: berlin, hours: day(60, 480), specialHours: [], closedDays: [] },
  ],
  staff,
  resources: needsRoom ? rooms : null,
});

interface Placed {
  people: { id: number; time: Interval[] }[];
  room: { id: number; time: Interval[] } | null;
}

/** Books one offer after the other, as the cells of the database would keep them. */
function fill(business: Day, own = { peopleTime, roomTime }): Placed[] {
  const staff = Array.from({ length: business.people }, (_, i) => person(i + 1));
  const rooms = Array.from({ length: business.rooms }, (_, i) => room(i + 1));
  const placed: Placed[] = [];
  for (const [wish, skip] of business.wishes) {
    const calendar = calendarOf(business, wish, staff, rooms);
    const slots = offerSlots(calendar);
    const slot = slots[skip % Math.max(1, slots.length)];
    if (!slot) continue;
    const start = slot.start.getTime();
    const verdict = judgeStart(calendar, start, slot.staffId);
    if (!verdict.free) throw new Error("offered, and not bookable");
    expect(verdict.choice.team.map(({ id }) => id)).toEqual([slot.staffId, ...slot.furtherStaffIds]);
    expect(verdict.choice.resource?.id ?? null).toBe(slot.resourceId);
    const { team, resource } = verdict.choice;
    for (const member of team) member.busy = union([...member.busy, ...own.peopleTime(wish.service, start)]);
    if (resource) resource.busy = union([...resource.busy, ...own.roomTime(wish.service, start)]);
    placed.push({
      people: team.map(({ id }) => ({ id, time: peopleTime(wish.service, start) })),
      room: resource && { id: resource.id, time: roomTime(wish.service, start) },
    });
  }
  return placed;
}

/** How many pairs hold the same person or the same room at the same time. */
function overlaps(placed: readonly Placed[]): number {
  const owned = placed.flatMap(({ people, room }) => [
    ...people.map(({ id, time }) => ({ who: `person ${id}`, time })),
    ...(room ? [{ who: `room ${room.id}`, time: room.time }] : []),
  ]);
  return owned.reduce(
    (sum, a, i) =>
      sum + owned.slice(i + 1).filter((b) => a.who === b.who && intersect(a.time, b.time).length > 0).length,
    0,
  );
}

describe("whatever is booked in whatever order", () => {
  test("what is offered can be booked, and nobody and no room is there twice", () => {
    fc.assert(
      fc.property(someDay, (business) => {
        expect(overlaps(fill(business))).toBe(0);
      }),
      { numRuns: 150 },
    );
  });

  test.each([
    [
      "the second half of a service with a gap",
      { peopleTime: (s: ServiceTime, t: number) => peopleTime(s, t).slice(0, 1), roomTime },
    ],
    ["the room", { peopleTime, roomTime: () => [] }],
    [
      "the buffers",
      {
        peopleTime: (s: ServiceTime, t: number) =>
          peopleTime({ ...s, bufferAfterMinutes: 0, bufferBeforeMinutes: 0 }, t),
        roomTime,
      },
    ],
  ])("control: who forgets %s books somebody twice", (_, wrong) => {
    const run = fc.check(
      fc.property(someDay, (business) => overlaps(fill(business, wrong)) === 0),
      { numRuns: 400 },
    );
    expect(run.failed).toBe(true);
  });
});

describe("a gap", () => {
  const perm: ServiceTime = {
    durationMinutes: 135,
    bufferBeforeMinutes: 5,
    bufferAfterMinutes: 10,
    gaps: [
      { startsMinute: 50, endsMinute: 65 },
      { startsMinute: 70, endsMinute: 80 },
    ],
  };
  const start = at("2026-05-04T10:00");
  const minutes = (time: Interval[]) =>
    time.map((i) => [(i.start - start) / minuteMs, (i.end - start) / minuteMs]);

  test("frees the person and keeps the room", () => {
    expect(minutes(peopleTime(perm, start))).toEqual([
      [-5, 50],
      [65, 70],
      [80, 145],
    ]);
    expect(minutes(roomTime(perm, start))).toEqual([[-5, 145]]);
  });

  test("is really used: a short service fits in, one that is five minutes longer does not", () => {
    const busy = peopleTime(perm, start);
    const short = (durationMinutes: number): Calendar => ({
      ...calendarOf(
        { from: "2026-05-04", people: 1, rooms: 1, wishes: [] },
        {
          needsRoom: false,
          service: {
            id: 2,
            name: "Pony",
            priceCents: 900,
            durationMinutes,
            bufferBeforeMinutes: 0,
            bufferAfterMinutes: 0,
            staffNeeded: 1,
            gaps: [],
          },
        },
        [{ ...person(1), busy }],
        [],
      ),
      branches: [
        { id: 1, name: "Mitte", timeZone: berlin, hours: day(480, 1080), specialHours: [], closedDays: [] },
      ],
    });
    const inGap = start + 50 * minuteMs;
    expect(judgeStart(short(15), inGap)).toMatchObject({ free: true });
    expect(judgeStart(short(20), inGap)).toEqual({ free: false, reason: "taken" });
    expect(judgeStart(short(15), inGap - 5 * minuteMs)).toEqual({ free: false, reason: "taken" });
  });

  test("and the time around it own different cells, even when the start is no multiple of five", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9 }), someService, (minute, { service }) => {
        const cells = cellsOf(peopleTime(service, start + minute * minuteMs)).map((cell) => cell.getTime());
        expect(new Set(cells).size).toBe(cells.length);
      }),
    );
  });

  test("that reaches beyond a shortened service ends with it: the buffer after it stays owned", () => {
    const shortened = { ...perm, durationMinutes: 75 };
    expect(minutes(peopleTime(shortened, start))).toEqual([
      [-5, 50],
      [65, 70],
      [75, 85],
    ]);
  });
});

test("a person with hours of a single day works these and not the weekly ones", () => {
  const wish = {
    needsRoom: false,
    service: {
      id: 1,
      name: "Massage",
      priceCents: 1,
      durationMinutes: 30,
      bufferBeforeMinutes: 0,
      bufferAfterMinutes: 0,
      staffNeeded: 1,
      gaps: [],
    },
  };
  const business: Day = { from: "2026-05-04", people: 1, rooms: 1, wishes: [] };
  const special = { day: "2026-05-05", branchId: 1, startsMinute: 120, endsMinute: 180 };
  const starts = offerSlots(calendarOf(business, wish, [{ ...person(1), specialHours: [special] }], []))
    .map((slot) => slot.start.getTime())
    .filter((start) => at("2026-05-05T00:00") <= start && start < at("2026-05-06T00:00"));
  expect(starts).toEqual([at("2026-05-05T02:00"), at("2026-05-05T02:15"), at("2026-05-05T02:30")]);
});
