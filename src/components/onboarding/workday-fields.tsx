"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useController } from "react-hook-form";
import type { TimeRange } from "@/contracts/weekly-hours";
import { Field } from "../form/field";
import { TimeInput } from "../form/time-input";
import { Checkbox } from "../ui/checkbox";

interface DayRange extends TimeRange {
  weekday: number;
}

const workdays = [1, 2, 3, 4, 5];

/** What most weeks are: the same hours on five days, with or without a break. A change puts them into `ranges` at once. */
export function WorkdayFields() {
  const t = useTranslations("onboarding.hours");
  const { field } = useController({ name: "ranges" });
  const ranges = field.value as DayRange[];
  const [day, setDay] = useState(() => patternOf(ranges));
  const change = (patch: Partial<typeof day>) => {
    const changed = { ...day, ...patch };
    setDay(changed);
    field.onChange([
      ...workdays.flatMap((weekday) => rangesOf(changed).map((range) => ({ weekday, ...range }))),
      ...ranges.filter(({ weekday }) => !workdays.includes(weekday)),
    ]);
  };
  const time = (name: "from" | "to" | "breakFrom" | "breakTo") => (
    <Field label={t(name)}>
      {(control) => (
        <TimeInput {...control} value={day[name]} onChange={(value) => change({ [name]: value })} />
      )}
    </Field>
  );
  return (
    <fieldset className="rounded-surface bg-muted px-4 pt-3 pb-4">
      <legend className="float-left w-full pb-2 font-medium">{t("workdays")}</legend>
      <div className="clear-both flex flex-wrap items-end gap-x-3 gap-y-3">
        {time("from")}
        {time("to")}
        {day.hasBreak && time("breakFrom")}
        {day.hasBreak && time("breakTo")}
      </div>
      <div className="pt-2">
        <Checkbox checked={day.hasBreak} onChange={(event) => change({ hasBreak: event.target.checked })}>
          {t("hasBreak")}
        </Checkbox>
      </div>
    </fieldset>
  );
}

/** As on the first working day that has hours. */
function patternOf(ranges: DayRange[]) {
  const first = Math.min(...ranges.map(({ weekday }) => weekday));
  const [morning, afternoon] = ranges.filter(({ weekday }) => weekday === first);
  return {
    from: morning?.from ?? "08:00",
    to: afternoon?.to ?? morning?.to ?? "17:00",
    hasBreak: afternoon !== undefined,
    breakFrom: afternoon ? (morning?.to ?? "") : "12:00",
    breakTo: afternoon?.from ?? "13:00",
  };
}

function rangesOf(day: ReturnType<typeof patternOf>): TimeRange[] {
  const { from, to, breakFrom, breakTo } = day;
  if (!day.hasBreak) return [{ from, to }];
  return [
    { from, to: breakFrom },
    { from: breakTo, to },
  ];
}
