"use client";

import { useId } from "react";
import { cn } from "../../class-names";

interface ChoiceProps {
  label: string;
  hint: string;
  value: string;
  options: readonly { value: string; label: string }[];
  onChoose: (value: string) => void;
}

/** A few words side by side, one of them chosen; arrows walk them, as with any radio buttons. */
export function Choice({ label, hint, value, options, onChoose }: ChoiceProps) {
  const id = useId();
  return (
    <fieldset className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t py-2.5 first-of-type:border-t-0">
      <legend className="sr-only">{label}</legend>
      <span aria-hidden="true">
        <span className="block">{label}</span>
        <span className="block text-muted-foreground text-table">{hint}</span>
      </span>
      <span className="flex rounded-control border p-0.5">
        {options.map((option) => (
          <label
            key={option.value}
            className={cn(
              "flex min-h-10 cursor-pointer items-center rounded-[6px] px-3 text-table transition-colors duration-150 has-focus-visible:outline-2 has-focus-visible:outline-ring md:min-h-7",
              option.value === value
                ? "bg-primary-soft font-medium text-primary-text"
                : "text-muted-foreground hover:text-foreground",
            )}
          >
            <input
              type="radio"
              name={id}
              className="sr-only"
              checked={option.value === value}
              onChange={() => onChoose(option.value)}
            />
            {option.label}
          </label>
        ))}
      </span>
    </fieldset>
  );
}
