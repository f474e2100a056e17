import { expect, test } from "vitest";
import { runsOf } from "./weekdays";

test.each([
  [[], []],
  [[3], [[3, 3]]],
  [[1, 2, 3, 4, 5], [[1, 5]]],
  [
    [5, 1, 3],
    [
      [1, 1],
      [3, 3],
      [5, 5],
    ],
  ],
  [
    [1, 2, 4, 5],
    [
      [1, 1],
      [2, 2],
      [4, 4],
      [5, 5],
    ],
  ],
  [
    [1, 2, 3, 7],
    [
      [1, 3],
      [7, 7],
    ],
  ],
])("%j stands as %j", (weekdays, runs) => expect(runsOf(weekdays)).toEqual(runs));
