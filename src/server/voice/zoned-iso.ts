import { Temporal } from "temporal-polyfill";

/** "2026-11-24T14:30:00+01:00": the instant as the wall clock of the zone shows it. */
export const zonedIso = (instant: Date, timeZone: string) =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toString({ timeZone, smallestUnit: "second" });
