import type { Day } from "./calendar";
import type { Trace } from "./trace";

/** Opening hours per weekday, `[]` where closed; `["09:00-12:00", "14:00-18:00"]`. */
export type Hours = Partial<Record<"mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun", string[]>>;

/** The same of single days, `YYYY-MM-DD`, whose hours are not those of their weekday. */
export type SpecialHours = Readonly<Record<string, string[]>>;

/** Where "viertel drei" is a quarter past two, and where it is not said. */
export type Region = "ost" | "sued" | "standard";

/** Dates `YYYY-MM-DD` of the public holidays of a Bundesland in a year. */
export type HolidayCalendar = (land: string, year: number) => string[];

/** Everything the grammar knows besides the words. */
export interface Context {
  today: Day;
  /** Minutes since midnight on the wall, seconds cut off. */
  minute: number;
  now: Date;
  zone: string;
  land: string | undefined;
  region: Region | undefined;
  /** Per weekday (index 0 = Monday) the open intervals in minutes; undefined = unknown. */
  open: [number, number][][] | undefined;
  /** By date, of days with other hours than their weekday. */
  openSpecially: Readonly<Record<string, [number, number][]>>;
  isHoliday: (day: Day) => boolean;
  /** Times offered earlier in the conversation, in the order they were said. */
  offered: Date[];
  /** Takes down how the words are read, for people who want to see it. */
  trace?: Trace;
}
