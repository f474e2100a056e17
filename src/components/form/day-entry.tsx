"use client";

import { type Ref, useId } from "react";
import { DayInput } from "./day-input";
import { Field } from "./field";
import { type DayEntryOptions, useDayEntry } from "./use-day-entry";

export interface DayEntryProps extends DayEntryOptions {
  label: string;
  hint?: string;
  /** What others say is wrong; what is wrong with the writing itself comes first. */
  error?: string;
  clearable?: boolean;
  autoFocus?: boolean;
  onBlur?: () => void;
  inputRef?: Ref<HTMLInputElement>;
  className?: string;
}

/** The one date field of this house: label, day, and what is wrong with it. */
export function DayEntry(props: DayEntryProps) {
  const { label, hint, error, clearable, autoFocus, onBlur, inputRef, className, ...options } = props;
  const entry = useDayEntry(options);
  const input = { entry, label, clearable, autoFocus, onBlur, className };
  return (
    <Field label={label} hint={hint} error={entry.problem ? <Said>{entry.problem}</Said> : error}>
      {(control) => <DayInput {...control} {...input} ref={inputRef} />}
    </Field>
  );
}

type DayBesideProps = Pick<DayEntryProps, "label" | "clearable" | keyof DayEntryOptions>;

/** The same in a row of filters, where the desk has its label beside it. */
export function DayBeside({ label, clearable, ...options }: DayBesideProps) {
  const id = useId();
  const entry = useDayEntry(options);
  return (
    <span className="flex min-w-0 grow basis-36 flex-col gap-1 md:grow-0 md:basis-auto md:flex-row md:items-baseline md:gap-2">
      <label htmlFor={id} className="text-muted-foreground text-table">
        {label}
      </label>
      <span className="flex min-w-0 flex-col gap-1 md:w-40">
        <DayInput id={id} aria-describedby={entry.problem && `${id}-note`} {...{ entry, label, clearable }} />
        {entry.problem && (
          <span id={`${id}-note`} className="text-danger-text text-table">
            <Said>{entry.problem}</Said>
          </span>
        )}
      </span>
    </span>
  );
}

/** The focus has moved on when something is found to be wrong. */
const Said = ({ children }: { children: string }) => <span role="alert">{children}</span>;
