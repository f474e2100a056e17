"use client";

import { useController } from "react-hook-form";
import { isPlainDate } from "@/lib/plain-date";
import { DayEntry, type DayEntryProps } from "./day-entry";
import { useProblem } from "./use-problem";

interface DateFieldProps extends Omit<DayEntryProps, "value" | "onChange" | "error" | "onBlur" | "inputRef"> {
  /** Path of a YYYY-MM-DD in the form's values; empty is "". */
  name: string;
  /** Hears of every day that is entered. */
  onDay?: (day: string) => void;
}

/** A day of the form around it. */
export function DateField({ name, onDay, ...props }: DateFieldProps) {
  const { field, fieldState } = useController({ name });
  const problem = useProblem();
  return (
    <DayEntry
      {...props}
      value={field.value ?? ""}
      onChange={(value) => {
        field.onChange(value);
        if (isPlainDate(value)) onDay?.(value);
      }}
      onBlur={field.onBlur}
      inputRef={field.ref}
      error={problem(fieldState.error?.message)}
    />
  );
}
