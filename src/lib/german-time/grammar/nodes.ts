import type { Day } from "../calendar";

/** What the cascade of rules works on: words, which one level after the other turns into time expressions. */
export type Node =
  | Word
  | Cardinal
  | Ordinal
  | Digits
  | DigitDate
  | Weekday
  | Weekdays
  | Month
  | Week
  | Days
  | Offset
  | Feast
  | DayBound
  | Clock
  | Interval
  | Daypart
  | Elapsed
  | Anytime
  | Reference
  | Nothing
  | Conjunction
  | Repair
  | Rejection;

export interface Word {
  type: "word";
  text: string;
}
/** "drei", "14"; `digits` as they were written, where they were. */
export interface Cardinal {
  type: "n";
  value: number;
  digits?: string;
}
/** "dritten", "3." */
export interface Ordinal {
  type: "nth";
  value: number;
}
/** "11.30": a clock time or the day of a month, which only the words around it tell. */
export interface Digits {
  type: "dotted";
  first: string;
  second: string;
}
/** "11.11.", "3.9.26", "2026-11-24" */
export interface DigitDate {
  type: "digitdate";
  day: number;
  month: number;
  year?: number;
}
export interface Weekday {
  type: "weekday";
  value: number;
  /** How it was pointed at: "Dienstag" / "kommenden" / "nächsten" / "übernächsten". */
  mode: "bare" | "coming" | "next" | "afternext";
  /** Mondays of the weeks it may belong to, where a week was named. */
  mondays?: Day[];
  /** The week was named behind ("Mittwoch nächster Woche") and so belongs to the weekdays before, too. */
  behind?: boolean;
}
/** "dienstags" */
export interface Weekdays {
  type: "weekdays";
  values: number[];
}
export interface Month {
  type: "month";
  value: number;
}
export interface Week {
  type: "week";
  monday: Day;
  /** "diese Woche" starts today. */
  running?: boolean;
}
/** One or more readings, each a set of days; none at all is a date that does not exist. */
export interface Days {
  type: "days";
  readings: Day[][];
  /** "am dritten" of a named month, so that a correction of the number keeps the month. */
  month?: { month: number; year: number | undefined };
  /** Only the number of the day was said. */
  dayNumber?: number;
  /** "heute": its night ends tomorrow. */
  today?: boolean;
  /** A stretch such as a month that a weekday narrows down, rather than contradicts. */
  span?: boolean;
  /** Of a month that is running: where it begins the next time. */
  again?: Day;
}
/** "in zwei Wochen", which may count from another day ("morgen in zwei Wochen"). */
export interface Offset {
  type: "offset";
  days: number;
}
/** A named day or block of days, next occurrence. */
export interface Feast {
  type: "feast";
  first: Day;
  last: Day;
}
export interface BoundReading {
  from?: Day;
  until?: Day;
  /** The day that was said, where it is neither `from` nor the last one. */
  named?: Day;
  /** A feast or a week: a part of the day behind it is not that of its edge. */
  whole?: boolean;
  /** A stretch from now: a time beside it is one of each of its days, not of its edge. */
  each?: boolean;
}
/** Days from `from` (now, if undefined) until before `until` (open, if undefined); several readings as of days. */
export interface DayBound {
  type: "daybound";
  readings: BoundReading[];
}
/** Minutes since midnight, up to 1440. */
export interface Clock {
  type: "clock";
  minutes: number;
  /** A value of the twelve-hour clock, whose half of the day is open. */
  twelve: boolean;
  /** "viertel drei" where nobody knows which: the other reading. */
  other?: number;
  /** "kurz nach": how far the interval reaches before and after. */
  spread?: { before: number; after: number };
  /** "gleiche Uhrzeit": now's, unless another one was said. */
  same?: boolean;
  /** Midnight, which belongs to two days. */
  midnight?: boolean;
  invalid?: boolean;
}
/** Between two clock times; open where one is missing. */
export interface Interval {
  type: "interval";
  from?: Clock;
  to?: Clock;
  /** Only told ("vor zehn kann ich nicht"), so that a time that is wished for goes before it. */
  remark?: boolean;
  /** Who leaves then, or comes home, is free on that side of it and on no other. */
  free?: boolean;
  /** Its bounds were said apart, each for itself. */
  joined?: boolean;
}
/** Minutes since midnight; the night ends on the next day. */
export interface Daypart {
  type: "part";
  from: number;
  to: number;
  half: "am" | "pm" | "noon" | "night";
}
/** An instant by elapsed time. */
export interface Elapsed {
  type: "elapsed";
  minutes: number;
}
/** "egal wann" */
export interface Anytime {
  type: "anytime";
}
/** Words that look like a time and are none. */
export interface Nothing {
  type: "nothing";
}
/** What only makes sense beside times that were offered before: which of them, and how far from it. */
export interface Reference {
  type: "reference";
  /** 1 = the first that was offered, 0 = the last; undefined = whichever it was. */
  pick?: number;
  minutes?: number;
  days?: number;
}
export interface Conjunction {
  type: "or";
  /** "und", which links words and clauses as well. */
  and?: boolean;
}
export interface Repair {
  type: "repair";
  /** "nein, das geht nicht": with nothing behind it, it takes back what was said. */
  refuses?: boolean;
  /** "am Montag meinte ich": what stands before it is the correction. */
  behind?: boolean;
  /** "Pardon" stands before or behind the correction. */
  either?: boolean;
}
export interface Rejection {
  type: "rejection";
  rejected: Node;
  /** "außer" takes something out of a set, and says nothing where none was named. */
  excludes?: boolean;
  /** "nicht Dienstag", so that what follows may be refused with it. */
  ahead?: boolean;
  /** "Nächste Woche geht es nicht am Montag", "Freitag habe ich Urlaub, um zehn": whether it is refused is not said. */
  open?: boolean;
}

export type NodeType = Node["type"];
