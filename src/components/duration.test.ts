import { expect, test } from "vitest";
import { formatDuration } from "./duration";

test.each([
  [0, "0:00"],
  [9.9, "0:09"],
  [252, "4:12"],
  [3852, "1:04:12"],
  [-3, "0:00"],
])("a call of %d seconds reads %s", (seconds, shown) => expect(formatDuration(seconds)).toBe(shown));
