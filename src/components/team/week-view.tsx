"use client";

import { useTranslations } from "next-intl";
import { useWeekdays } from "../weekdays";

interface Range {
  weekday: number;
  from: string;
  to: string;
  branchId?: number;
}

interface WeekViewProps {
  ranges: readonly Range[];
  emptyDay: string;
  /** Named beside each range where there is more than one. */
  branches?: readonly { id: number; name: string }[];
}

/** A usual week to read: days that are alike stand in one line. */
export function WeekView({ ranges, emptyDay, branches = [] }: WeekViewProps) {
  const { several } = useWeekdays();
  const rangeText = useRangeText(branches);
  const groups = new Map<string, number[]>();
  for (let weekday = 1; weekday <= 7; weekday++) {
    const lines = ranges.filter((range) => range.weekday === weekday).map(rangeText);
    const key = lines.join("\n");
    groups.set(key, [...(groups.get(key) ?? []), weekday]);
  }
  return (
    <dl>
      {[...groups].map(([text, weekdays]) => (
        <div key={text} className="flex min-h-10 gap-4 border-t py-2.5 first:border-t-0">
          <dt className="w-28 shrink-0 text-muted-foreground">{several(weekdays)}</dt>
          <dd className={text === "" ? "text-muted-foreground" : "whitespace-pre-line tabular-nums"}>
            {text || emptyDay}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** "08:00–12:30", and where if that is a question; the end of the day reads 24:00. */
export function useRangeText(branches: readonly { id: number; name: string }[]) {
  const t = useTranslations("common.time");
  return ({ from, to, branchId }: Omit<Range, "weekday">) => {
    const time = t("range", { start: from, end: to === "00:00" ? "24:00" : to });
    const branch = branches.length > 1 && branches.find(({ id }) => id === branchId)?.name;
    return branch ? `${time} · ${branch}` : time;
  };
}
