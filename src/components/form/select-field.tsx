"use client";

import { NativeSelect } from "../ui/native-select";
import { FormField } from "./form-field";

interface SelectFieldProps<Value extends string | number> {
  name: string;
  label: string;
  hint?: string;
  placeholder?: string;
  options: readonly { value: Value; label: string }[];
}

/** One of several; the form holds the option's own value, text or number. */
export function SelectField<Value extends string | number>(props: SelectFieldProps<Value>) {
  const { name, label, hint, placeholder, options } = props;
  return (
    <FormField name={name} label={label} hint={hint}>
      {(control, { value, onChange, onBlur, ref }) => (
        <NativeSelect
          {...control}
          ref={ref}
          onBlur={onBlur}
          placeholder={placeholder}
          value={value == null ? "" : String(value)}
          onValueChange={(text) => {
            const chosen = options.find((option) => String(option.value) === text);
            if (chosen) onChange(chosen.value);
          }}
        >
          {options.map((option) => (
            <option key={option.value} value={String(option.value)}>
              {option.label}
            </option>
          ))}
        </NativeSelect>
      )}
    </FormField>
  );
}
