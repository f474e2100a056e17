import { expect, test } from "vitest";
import { testDatabase } from "@/test/database";
import { runControls } from "../../../../scripts/prove/calcom/controls";
import { runMatrixCell } from "../../../../scripts/prove/calcom/matrix";
import { runSchedule } from "../../../../scripts/prove/calcom/schedules";
import { randomFrom } from "../../../../scripts/prove/random";

/** The smaller sister of `npm run prove:calcom`. */
test.each([
  ["book", "timeout after success"],
  ["book", "slow"],
  ["book", "slot taken"],
  ["reserve", "reset after success"],
  ["reschedule", "reset after success"],
  ["reschedule", "slot taken"],
  ["cancel", "half a JSON"],
  ["get", "429"],
  ["list", "HTML"],
  ["slots", "500"],
] as const)("both calendars agree after %s met %s", async (step, fault) => {
  const { wrong } = await runMatrixCell(testDatabase(), step, fault, randomFrom(3));
  expect(wrong).toEqual([]);
});

test.each([11, 12])(
  "both calendars agree after everybody did as they liked (%i)",
  async (seed) => {
    const { wrong, bookings } = await runSchedule(testDatabase(), seed, 12);
    expect(wrong).toEqual([]);
    expect(bookings).toBeGreaterThan(0);
  },
  40_000,
);

test("control: the checker sees doubles, orphans and missing bookings", async () => {
  for (const { name, found } of await runControls(testDatabase())) expect(found, name).toBeGreaterThan(0);
});
