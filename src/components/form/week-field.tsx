"use client";

import { Copy, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useRef } from "react";
import { useController, useFormState } from "react-hook-form";
import { Button } from "../ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "../ui/dropdown-menu";
import { useWeekdays } from "../weekdays";
import { type EditedRange, isUnreadable, type RangeProblems, RangeRow } from "./range-row";

interface Branch {
  id: number;
  name: string;
}

export interface WeekRange extends EditedRange {
  weekday: number;
}

interface WeekFieldProps {
  /** Path of a list of ranges with weekday, from and to, and with a branch where `branches` are given. */
  name: string;
  /** What stands at a day without ranges: "frei", "geschlossen". */
  emptyDay: string;
  /** Where somebody can be; asked for only where there is a choice. */
  branches?: readonly Branch[];
  /** Of a new range, where the day has none to go by. */
  homeBranchId?: number;
  /** What is good to know about a range. */
  hintOf?: (range: WeekRange) => string | undefined;
}

const weekdays = [1, 2, 3, 4, 5, 6, 7];
const workdays = [1, 2, 3, 4, 5];

/** A usual week: any number of ranges a day, and a way to take one day's over to the others. */
export function WeekField({ name, emptyDay, branches, homeBranchId, hintOf }: WeekFieldProps) {
  const { field } = useController({ name });
  const { errors } = useFormState({ name });
  const ranges = field.value as WeekRange[];
  const problems = (errors[name] ?? []) as unknown as (RangeProblems | undefined)[];

  const add = (weekday: number) => {
    const before = ranges.filter((range) => range.weekday === weekday).at(-1);
    const branchId = before?.branchId ?? homeBranchId;
    const times = before ? { from: "", to: "" } : { from: "08:00", to: "17:00" };
    field.onChange([...ranges, { weekday, ...times, ...(branchId === undefined ? {} : { branchId }) }]);
  };
  const change = (index: number, patch: Partial<EditedRange>) =>
    field.onChange(ranges.map((range, at) => (at === index ? { ...range, ...patch } : range)));
  const remove = (index: number) => field.onChange(ranges.filter((_, at) => at !== index));
  const copy = (from: number, to: number[]) => {
    const others = to.filter((weekday) => weekday !== from);
    const source = ranges.filter((range) => range.weekday === from);
    field.onChange([
      ...ranges.filter((range) => !others.includes(range.weekday)),
      ...others.flatMap((weekday) => source.map((range) => ({ ...range, weekday }))),
    ]);
  };

  const firstWorked = Math.min(...ranges.map(({ weekday }) => weekday));

  return (
    <div className="flex flex-col">
      {weekdays.map((weekday) => (
        <Day
          key={weekday}
          weekday={weekday}
          ranges={ranges.flatMap((range, index) => (range.weekday === weekday ? [{ range, index }] : []))}
          problems={problems}
          emptyDay={emptyDay}
          branches={branches}
          hintOf={hintOf}
          explains={weekday === firstWorked}
          onAdd={() => add(weekday)}
          onChange={change}
          onRemove={remove}
          onCopy={(to) => copy(weekday, to)}
        />
      ))}
    </div>
  );
}

interface DayProps extends Pick<WeekFieldProps, "emptyDay" | "branches" | "hintOf"> {
  weekday: number;
  ranges: { range: WeekRange; index: number }[];
  problems: (RangeProblems | undefined)[];
  /** Says in words what its buttons do; for the days below the sign is enough. */
  explains: boolean;
  onAdd: () => void;
  onChange: (index: number, patch: Partial<EditedRange>) => void;
  onRemove: (index: number) => void;
  onCopy: (to: number[]) => void;
}

function Day({ weekday, ranges, problems, emptyDay, branches, hintOf, explains, ...on }: DayProps) {
  const t = useTranslations("form.hours");
  const { long } = useWeekdays();
  const labelId = useId();
  const day = long(weekday);
  const addButton = useRef<HTMLButtonElement>(null);
  const remove = (index: number) => {
    on.onRemove(index);
    addButton.current?.focus();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot stand beside its rows
    <div role="group" aria-labelledby={labelId} className="flex flex-col gap-2 border-b py-2.5">
      <div className="flex min-h-11 items-center gap-1 md:min-h-8">
        <span id={labelId} className="w-28 font-medium">
          {day}
        </span>
        {ranges.length === 0 && <span className="text-muted-foreground">{emptyDay}</span>}
        <span className="ml-auto flex">
          {ranges.length > 0 && (
            <CopyMenu
              day={day}
              explains={explains}
              disabled={ranges.some(({ range: { from, to } }) => isUnreadable(from) || isUnreadable(to))}
              onCopy={on.onCopy}
            />
          )}
          <Button
            variant="ghost"
            size="small"
            className="w-11 px-0 md:w-8 md:px-0"
            ref={addButton}
            aria-label={t("add", { day })}
            onClick={on.onAdd}
          >
            <Plus />
          </Button>
        </span>
      </div>
      {ranges.map(({ range, index }) => (
        <RangeRow
          key={index}
          range={range}
          label={day}
          problems={problems[index]}
          hint={hintOf?.(range)}
          branches={branches}
          onChange={(patch) => on.onChange(index, patch)}
          onRemove={() => remove(index)}
        />
      ))}
    </div>
  );
}

interface CopyMenuProps extends Pick<DayProps, "explains" | "onCopy"> {
  day: string;
  disabled: boolean;
}

function CopyMenu({ day, explains, disabled, onCopy }: CopyMenuProps) {
  const t = useTranslations("form.hours");
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button
          variant="ghost"
          size="small"
          className={explains ? "text-muted-foreground" : "w-11 px-0 md:w-8 md:px-0"}
          aria-label={t("copy", { day })}
          disabled={disabled}
        >
          <Copy />
          {explains && t("copyShort")}
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end">
        <DropdownMenuItem onSelect={() => onCopy(workdays)}>{t("copyToWorkdays")}</DropdownMenuItem>
        <DropdownMenuItem onSelect={() => onCopy(weekdays)}>{t("copyToAll")}</DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
