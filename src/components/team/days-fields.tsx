"use client";

import { useTranslations } from "next-intl";
import { useFormContext } from "react-hook-form";
import { FormField, TextField } from "../form/form-field";
import { Input } from "../ui/input";

/** Most absences end on the day they begin, so the first day fills in the last. */
export function DaysFields() {
  const t = useTranslations("team.days");
  const { getValues, setValue } = useFormContext();
  const follow = (fromDate: string) => {
    const toDate = getValues("toDate");
    if (fromDate && (!toDate || toDate < fromDate)) setValue("toDate", fromDate, { shouldDirty: true });
  };
  return (
    <div className="grid grid-cols-2 gap-3">
      <FormField name="fromDate" label={t("from")}>
        {(control, { value, onBlur, ...field }) => (
          <Input
            {...control}
            {...field}
            type="date"
            autoFocus
            value={value ?? ""}
            onBlur={() => {
              follow(value);
              onBlur();
            }}
          />
        )}
      </FormField>
      <TextField name="toDate" label={t("to")} type="date" />
    </div>
  );
}
