"use client";

import { useId } from "react";
import { useController } from "react-hook-form";
import { Checkbox } from "../ui/checkbox";

interface CheckFieldProps {
  /** Path of a yes or no in the form's values. */
  name: string;
  label: string;
  hint?: string;
}

/** Yes or no, with one box to tick. */
export function CheckField({ name, label, hint }: CheckFieldProps) {
  const noteId = useId();
  const { field } = useController({ name });
  return (
    <div className="flex flex-col gap-0.5">
      <Checkbox
        ref={field.ref}
        name={name}
        checked={field.value === true}
        onChange={(event) => field.onChange(event.target.checked)}
        onBlur={field.onBlur}
        aria-describedby={hint ? noteId : undefined}
      >
        <span className="font-medium text-sm">{label}</span>
      </Checkbox>
      {hint && (
        <p id={noteId} className="pl-8 text-muted-foreground text-table md:pl-6.5">
          {hint}
        </p>
      )}
    </div>
  );
}
