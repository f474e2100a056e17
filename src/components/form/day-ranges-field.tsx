"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useController } from "react-hook-form";
import { Button } from "../ui/button";
import { type EditedRange, type RangeProblems, RangeRow } from "./range-row";
import { useProblem } from "./use-problem";

interface DayRangesFieldProps {
  /** Path of a list of ranges with from and to, and with a branch where `branches` are given. */
  name: string;
  label: string;
  branches?: readonly { id: number; name: string }[];
  /** Of a new range. */
  branchId?: number;
  /** What is good to know about a range. */
  hintOf?: (range: EditedRange) => string | undefined;
}

/** The hours of one day. */
export function DayRangesField({ name, label, branches, branchId, hintOf }: DayRangesFieldProps) {
  const t = useTranslations("form.hours");
  const problem = useProblem();
  const { field, fieldState } = useController({ name });
  const ranges = field.value as EditedRange[];
  const problems = fieldState.error as unknown as (RangeProblems[] & { message?: string }) | undefined;
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1.5 font-medium text-sm">{label}</legend>
      {ranges.map((range, index) => (
        <RangeRow
          // biome-ignore lint/suspicious/noArrayIndexKey: a range has no name but its place
          key={index}
          range={range}
          label={label}
          problems={problems?.[index]}
          hint={hintOf?.(range)}
          branches={branches}
          onChange={(patch) =>
            field.onChange(ranges.map((other, at) => (at === index ? { ...other, ...patch } : other)))
          }
          onRemove={() => field.onChange(ranges.filter((_, at) => at !== index))}
        />
      ))}
      {problems?.message && <p className="text-danger-text text-table">{problem(problems.message)}</p>}
      <Button
        variant="ghost"
        size="small"
        className="-ml-2.5 self-start"
        onClick={() =>
          field.onChange([...ranges, { from: "", to: "", ...(branchId === undefined ? {} : { branchId }) }])
        }
      >
        <Plus />
        {t("addRange")}
      </Button>
    </fieldset>
  );
}
