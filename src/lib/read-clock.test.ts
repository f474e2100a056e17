import { expect, test } from "vitest";
import { readClock } from "./read-clock";

test.each([
  ["8", "08:00"],
  ["08", "08:00"],
  ["830", "08:30"],
  ["0830", "08:30"],
  ["8:30", "08:30"],
  ["8.30", "08:30"],
  [" 8,30 Uhr ", "08:30"],
  ["18 h", "18:00"],
  ["24", "00:00"],
  ["24:00", "00:00"],
  ["0:05", "00:05"],
  ["", undefined],
  ["25", undefined],
  ["24:30", undefined],
  ["8:60", undefined],
  ["8:3", undefined],
  ["acht", undefined],
  ["-8", undefined],
])("%j is %j", (text, time) => expect(readClock(text)).toBe(time));
