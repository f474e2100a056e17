import fc from "fast-check";
import { expect, test } from "vitest";
import { layoutSlips, shortestSlipMinutes } from "./layout-slips";

const slip = (id: number, startMinute: number, endMinute: number) => ({ id, startMinute, endMinute });
const shape = (items: ReturnType<typeof slip>[]) =>
  Object.fromEntries(layoutSlips(items).map(({ item, lane, lanes, span }) => [item.id, [lane, lanes, span]]));

test("what stands alone has the whole width", () => {
  expect(shape([slip(1, 540, 570), slip(2, 570, 600)])).toEqual({ 1: [0, 1, 1], 2: [0, 1, 1] });
});

test("two at once share the width", () => {
  expect(shape([slip(1, 540, 600), slip(2, 540, 570)])).toEqual({ 1: [0, 2, 1], 2: [1, 2, 1] });
});

test("a chain of overlaps shares its lanes, and a freed lane is used again", () => {
  expect(shape([slip(1, 540, 600), slip(2, 560, 640), slip(3, 600, 660)])).toEqual({
    1: [0, 2, 1],
    2: [1, 2, 1],
    3: [0, 2, 1],
  });
});

test("a slip widens to its right where nobody stands", () => {
  const items = [slip(1, 540, 600), slip(2, 540, 600), slip(3, 540, 720), slip(4, 600, 720)];
  expect(shape(items)).toMatchObject({ 3: [0, 3, 1], 4: [1, 3, 2] });
});

test("very short ones are laid out as long as they are drawn", () => {
  expect(shape([slip(1, 540, 545), slip(2, 550, 580)])).toEqual({ 1: [0, 2, 1], 2: [1, 2, 1] });
});

test("no two slips ever cover each other, and none leaves its column", () => {
  const items = fc.array(
    fc.record({ startMinute: fc.integer({ min: 0, max: 600 }), length: fc.integer({ min: 5, max: 200 }) }),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(items, (drawn) => {
      const placed = layoutSlips(drawn.map((d, id) => slip(id, d.startMinute, d.startMinute + d.length)));
      expect(placed).toHaveLength(drawn.length);
      for (const a of placed) {
        expect(a.span).toBeGreaterThanOrEqual(1);
        expect(a.lane + a.span).toBeLessThanOrEqual(a.lanes);
        for (const b of placed) {
          if (a === b) continue;
          const end = (i: typeof a.item) => Math.max(i.endMinute, i.startMinute + shortestSlipMinutes);
          const meets = a.item.startMinute < end(b.item) && b.item.startMinute < end(a.item);
          const [left, right] = [a.lane / a.lanes, (a.lane + a.span) / a.lanes];
          if (meets) expect(right <= b.lane / b.lanes || (b.lane + b.span) / b.lanes <= left).toBe(true);
        }
      }
    }),
  );
});
