import type { Hours, Region, SpecialHours } from "./context";

/** A reading that could go into a calendar or narrows one down. Dates and clock times are local to the clock's zone. */
export type Reading =
  /** Day and clock time, as the instant they denote. */
  | { kind: "instant"; start: Date }
  /** One calendar day `YYYY-MM-DD`, no time. */
  | { kind: "day"; date: string }
  /** Several days, sorted, with one clock time `HH:MM` or one part of the day for all of them. */
  | { kind: "days"; dates: string[]; time?: string; from?: string; to?: string }
  /** One stretch, e.g. "Dienstag vormittags"; without an end it is open ("ab Mittwoch"). */
  | { kind: "window"; start: Date; end?: Date }
  /** A clock time `HH:MM` without a day. */
  | { kind: "time"; time: string }
  /** A part of the day without a day, `HH:MM` to `HH:MM`. */
  | { kind: "daypart"; from: string; to: string };

export type InvalidReason = "no_such_date" | "no_such_time" | "unreadable_date" | "unreadable_time";

/** A definite reading, or an honest account of why there is none. Never a silent guess. */
export type Understanding =
  | Reading
  | { kind: "ambiguous"; candidates: Reading[] }
  | { kind: "past"; reading: Reading }
  | { kind: "invalid"; reason: InvalidReason }
  | { kind: "none" };

export interface Clock {
  now: Date;
  /** IANA zone in which "heute" and "14 Uhr" are meant. */
  timeZone: string;
  /** Bundesland code such as "NW", for "Feiertag" and "werktags". */
  land?: string;
  /** Opening hours; they only choose between three and fifteen o'clock. */
  hours?: Hours;
  specialHours?: SpecialHours;
  region?: Region;
  /** Times offered just before, in the order they were said. */
  offered?: Date[];
}

/** What the caller said, or what the voice agent put into its date and time fields. */
export interface Input {
  text?: string;
  date?: string;
  time?: string;
}
