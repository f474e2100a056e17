"use client";

import type { ComponentProps, ReactNode } from "react";
import { type ControllerRenderProps, type FieldValues, useController } from "react-hook-form";
import { Input } from "../ui/input";
import { Textarea } from "../ui/textarea";
import { Field } from "./field";
import { useProblem } from "./use-problem";

interface FormFieldProps {
  /** Path in the form's values. */
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  children: (
    control: { id: string; "aria-describedby"?: string; "aria-invalid"?: true },
    field: ControllerRenderProps<FieldValues, string>,
  ) => ReactNode;
}

/** A control of the form around it, with its label, hint and complaint. */
export function FormField({ name, label, hint, children }: FormFieldProps) {
  const { field, fieldState } = useController({ name });
  const problem = useProblem();
  return (
    <Field label={label} hint={hint} error={problem(fieldState.error?.message)}>
      {(control) => children(control, field)}
    </Field>
  );
}

type TextFieldProps = Omit<FormFieldProps, "children"> & Omit<ComponentProps<"input">, "name" | "value">;

export function TextField({ name, label, hint, ...props }: TextFieldProps) {
  return (
    <FormField name={name} label={label} hint={hint}>
      {(control, { value, ...field }) => (
        <Input autoComplete="off" {...props} {...control} {...field} value={value ?? ""} />
      )}
    </FormField>
  );
}

type LongTextFieldProps = Omit<FormFieldProps, "children"> &
  Omit<ComponentProps<"textarea">, "name" | "value">;

export function LongTextField({ name, label, hint, ...props }: LongTextFieldProps) {
  return (
    <FormField name={name} label={label} hint={hint}>
      {(control, { value, ...field }) => <Textarea {...props} {...control} {...field} value={value ?? ""} />}
    </FormField>
  );
}
