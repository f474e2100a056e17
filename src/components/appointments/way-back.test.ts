import { expect, test } from "vitest";
import { type Place, wayBack } from "./way-back";

const at = (hour: number) => new Date(Date.UTC(2026, 10, 24, hour));
const place = (hour: number, staffId = 1): Place => ({
  start: at(hour),
  staff: { id: staffId, name: `Person ${staffId}` },
  branch: null,
});
const move = (from: Place, to: Place) => ({ from, to, overrideReason: null });
const other = { from: undefined, to: undefined, overrideReason: null };
const now = at(7);
const standing = (hour: number, status = "scheduled") => ({ status, startTime: at(hour) });

test("leads to where the last move took it from, whatever else was noted since", () => {
  const [first, last] = [move(place(9), place(10)), move(place(10), place(11, 2))];
  expect(wayBack([other, first, last, other], standing(11), now)).toBe(last);
});

test("a move that was put back counts no more: it leads back before what still stands", () => {
  const [there, back] = [move(place(9), place(10)), move(place(10), place(9))];
  expect(wayBack([there, back, there], standing(10), now)).toBe(there);
  const before = move(place(8), place(9));
  expect(wayBack([before, there, back], standing(9), now)).toBe(before);
});

test.each([
  ["nothing was moved", [other], standing(9)],
  ["the last move was the way back", [move(place(9), place(10)), move(place(10), place(9))], standing(9)],
  ["it stands elsewhere by now", [move(place(9), place(10))], standing(12)],
  ["that time is over", [move(place(6), place(10))], standing(10)],
  ["it is cancelled", [move(place(9), place(10))], standing(10, "cancelled")],
])("there is none where %s", (_, history, appointment) => {
  expect(wayBack<(typeof history)[number]>(history, appointment, now)).toBeUndefined();
});

test("another person at the same hours is no way back", () => {
  const last = move(place(10), place(9, 2));
  expect(wayBack([move(place(9), place(10)), last], standing(9), now)).toBe(last);
});
