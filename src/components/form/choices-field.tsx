"use client";

import { useId } from "react";
import { useController } from "react-hook-form";
import { Checkbox } from "../ui/checkbox";
import { useProblem } from "./use-problem";

interface ChoicesFieldProps<Id extends string | number> {
  /** Path of a list of ids in the form's values. */
  name: string;
  label: string;
  hint?: string;
  options: readonly { id: Id; label: string; note?: string }[];
  /** Shown instead of choices where there are none. */
  none?: string;
}

/** Any number of several, each with a box to tick. */
export function ChoicesField<Id extends string | number>(props: ChoicesFieldProps<Id>) {
  const { name, label, hint, options, none } = props;
  const noteId = useId();
  const { field, fieldState } = useController({ name });
  const problem = useProblem()(fieldState.error?.message);
  const chosen = (field.value ?? []) as Id[];
  const toggle = (id: Id, on: boolean) =>
    field.onChange(on ? [...chosen, id] : chosen.filter((other) => other !== id));
  const note = problem ?? hint;
  return (
    <fieldset className="flex flex-col gap-1" aria-describedby={note ? noteId : undefined}>
      <legend className="mb-1 font-medium text-sm">{label}</legend>
      {note && (
        <p
          id={noteId}
          className={problem ? "text-danger-text text-table" : "text-muted-foreground text-table"}
        >
          {note}
        </p>
      )}
      {options.length === 0 && none && <p className="text-muted-foreground text-table">{none}</p>}
      {options.map(({ id, label: text, note: aside }, index) => (
        <Checkbox
          key={id}
          ref={index === 0 ? field.ref : undefined}
          checked={chosen.includes(id)}
          onChange={(event) => toggle(id, event.target.checked)}
        >
          <span className="min-w-0 flex-1 break-words">{text}</span>
          {aside && <span className="text-muted-foreground text-table tabular-nums">{aside}</span>}
        </Checkbox>
      ))}
    </fieldset>
  );
}
