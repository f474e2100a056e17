"use client";

import { useFormatter } from "next-intl";
import { useState } from "react";
import { readEuros } from "@/lib/read-euros";
import { Input } from "../ui/input";
import { FormField } from "./form-field";

interface MoneyFieldProps {
  /** Path of an amount in cents. */
  name: string;
  label: string;
  hint?: string;
}

export function MoneyField({ name, label, hint }: MoneyFieldProps) {
  return (
    <FormField name={name} label={label} hint={hint}>
      {(control, field) => <EuroInput {...control} {...field} />}
    </FormField>
  );
}

interface EuroInputProps extends Omit<React.ComponentProps<"input">, "value" | "onChange"> {
  value: number;
  onChange: (cents: number) => void;
}

/** Keeps what is typed; what is no amount is NaN for the form, which says so. */
export function EuroInput({ value, onChange, ...props }: EuroInputProps) {
  const format = useFormatter();
  const [text, setText] = useState(() =>
    Number.isFinite(value)
      ? format.number(value / 100, { minimumFractionDigits: 2, useGrouping: false })
      : "",
  );
  const type = (typed: string) => {
    setText(typed);
    onChange(readEuros(typed) ?? Number.NaN);
  };
  return (
    <span className="relative block">
      <Input
        {...props}
        inputMode="decimal"
        autoComplete="off"
        maxLength={14}
        value={text}
        onChange={(event) => type(event.target.value)}
        className="pr-8 tabular-nums"
      />
      <span
        aria-hidden="true"
        className="pointer-events-none absolute top-1/2 right-3 -translate-y-1/2 text-muted-foreground"
      >
        €
      </span>
    </span>
  );
}
