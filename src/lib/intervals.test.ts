import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { covers, type Interval, intersect, lengthWithin, subtract, union } from "./intervals";

const span = 60;
const intervals = fc.array(
  fc.tuple(fc.integer({ min: 0, max: span }), fc.integer({ min: 0, max: 12 })).map(([start, length]) => ({
    start,
    end: start + length,
  })),
  { maxLength: 8 },
);
/** The same thing said without intervals: the set of whole milliseconds. */
const points = (list: readonly Interval[]) =>
  new Set(list.flatMap((i) => Array.from({ length: Math.max(0, i.end - i.start) }, (_, n) => i.start + n)));

const isTidy = (list: readonly Interval[]) =>
  list.every((i, n) => i.start < i.end && (n === 0 || (list[n - 1] as Interval).end < i.start));

describe("intervals", () => {
  test("mean the same as sets of instants", () => {
    fc.assert(
      fc.property(intervals, intervals, (a, b) => {
        const [inA, inB] = [points(a), points(b)];
        expect(points(union([...a, ...b]))).toEqual(new Set([...inA, ...inB]));
        expect(points(intersect(a, b))).toEqual(new Set([...inA].filter((p) => inB.has(p))));
        expect(points(subtract(a, b))).toEqual(new Set([...inA].filter((p) => !inB.has(p))));
        expect([union(a), intersect(a, b), subtract(a, b)].every(isTidy)).toBe(true);
      }),
    );
  });

  test("are half open: what ends at ten leaves ten free", () => {
    expect(intersect([{ start: 0, end: 10 }], [{ start: 10, end: 20 }])).toEqual([]);
    expect(subtract([{ start: 0, end: 20 }], [{ start: 5, end: 10 }])).toEqual([
      { start: 0, end: 5 },
      { start: 10, end: 20 },
    ]);
  });

  test("cover a wish only without a gap", () => {
    const open = [
      { start: 0, end: 10 },
      { start: 11, end: 20 },
    ];
    expect(covers(open, { start: 2, end: 10 })).toBe(true);
    expect(covers(open, { start: 2, end: 12 })).toBe(false);
    expect(lengthWithin(open, { start: 8, end: 13 })).toBe(4);
  });
});
