"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { isPlainDate, wallTimeOf } from "@/lib/plain-date";
import { type DayExpected, readDay, writeDay } from "@/lib/written-day";
import { useZone } from "../business-context";

export interface DayEntryOptions {
  /** YYYY-MM-DD, empty, or whatever was typed as long as it is no day. */
  value: string;
  onChange: (value: string) => void;
  /** Which day is meant where the year is left out; also how far one may go. */
  expects?: DayExpected;
  min?: string;
  max?: string;
}

/** The text of a day field, what is wrong with it, and the bounds of what may be chosen. */
export function useDayEntry({ value, onChange, expects = "ahead", ...bounds }: DayEntryOptions) {
  const t = useTranslations("form.day");
  const zone = useZone();
  const [text, setText] = useState(() => shown(value));
  const [judged, setJudged] = useState(false);
  useEffect(() => setText(shown(value)), [value]);

  const today = wallTimeOf(new Date(), zone).date;
  const min = bounds.min ?? (expects === "birth" ? "1880-01-01" : "2000-01-01");
  const max = bounds.max ?? (expects === "birth" ? today : "2099-12-31");
  const read = (typed: string) => readDay(typed, today, expects);

  const problemOf = (typed: string) => {
    if (typed.trim() === "") return undefined;
    const reading = read(typed);
    if ("problem" in reading) return t(`problem.${reading.problem}`);
    if (reading.day < min) return t("problem.tooEarly", { day: writeDay(min) });
    if (reading.day > max) return t("problem.tooLate", { day: writeDay(max) });
    return undefined;
  };
  const problem = judged ? problemOf(text) : undefined;

  const enter = (next: string) => {
    setText(shown(next));
    setJudged(true);
    if (next !== value) onChange(next);
  };
  return {
    // Emptied where the day may not be left open, it is there again.
    text: judged && text === "" ? shown(value) : text,
    value,
    problem,
    today,
    expects,
    min,
    max,
    /** Nothing complains while somebody types, but what was wrong says at once when it is right. */
    type: (typed: string) => {
      setText(typed);
      setJudged(problem !== undefined && typed !== "");
      const reading = read(typed);
      const isWhole = "day" in reading && [reading.day, writeDay(reading.day)].includes(typed);
      if (isWhole) onChange(reading.day);
    },
    /** Takes what is typed as it stands. */
    settle: () => {
      const reading = read(text);
      enter("day" in reading ? reading.day : text.trim());
    },
    enter,
  };
}

export type DayEntry = ReturnType<typeof useDayEntry>;

const shown = (value: string) => (isPlainDate(value) ? writeDay(value) : value);
