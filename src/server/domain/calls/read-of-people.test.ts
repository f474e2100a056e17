import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type Place, readOfPeople } from "./read-of-people";

interface Call {
  id: number;
  customerId: number;
  startTimestamp: Date;
}

const sorted = (calls: Call[], sign: number) =>
  [...calls].sort((a, b) => sign * (a.startTimestamp.getTime() - b.startTimestamp.getTime() || a.id - b.id));

/** A database of these calls that counts what it reads. */
function reader(calls: Call[], towards: "older" | "newer") {
  const sign = towards === "older" ? -1 : 1;
  const state = { read: 0 };
  const ask = async (places: Place[], most: number) => {
    const rows = places.flatMap(({ person, after }) => {
      const own = sorted(calls, sign).filter(({ customerId }) => customerId === person);
      const from = after ? own.findIndex(({ id }) => id === after.id) + 1 : 0;
      return own.slice(from, from + most);
    });
    state.read += rows.length + places.length;
    return rows;
  };
  return { ask, state };
}

const someCalls = fc.array(fc.tuple(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 0, max: 40 })), {
  maxLength: 300,
});

test("the calls of several people come as if they were one list, in both directions", async () => {
  await fc.assert(
    fc.asyncProperty(
      someCalls,
      fc.constantFrom("older" as const, "newer" as const),
      fc.integer({ min: 1, max: 60 }),
      async (pairs, towards, limit) => {
        const calls = pairs.map(([customerId, minute], id) => ({
          id,
          customerId,
          startTimestamp: new Date(minute * 60_000),
        }));
        const people = [...new Set(calls.map(({ customerId }) => customerId))];
        const { ask } = reader(calls, towards);
        const rows = await readOfPeople({ people, after: undefined, towards, limit }, ask);
        expect(rows).toEqual(sorted(calls, towards === "older" ? -1 : 1).slice(0, limit));
      },
    ),
  );
});

test("of ten people with thousands of calls, hardly more is read than is shown, also where one called all day", async () => {
  const calls = Array.from({ length: 5_000 }, (_, id) => ({
    id,
    customerId: id > 4_900 ? 1 : 1 + (id % 10),
    startTimestamp: new Date(id * 60_000),
  }));
  const people = Array.from({ length: 10 }, (_, i) => i + 1);
  const { ask, state } = reader(calls, "older");
  const rows = await readOfPeople({ people, after: undefined, towards: "older", limit: 51 }, ask);
  expect(rows.map(({ id }) => id)).toEqual(Array.from({ length: 51 }, (_, i) => 4_999 - i));
  expect(state.read).toBeLessThan(2.5 * 51);
});
