"use client";

import { useTranslations } from "next-intl";
import { useFormContext, useWatch } from "react-hook-form";
import { isPlainDate } from "@/lib/plain-date";
import { DateField } from "../form/date-field";

/** Most absences end on the day they begin, so the first day fills in the last. */
export function DaysFields() {
  const t = useTranslations("team.days");
  const { getValues, setValue } = useFormContext();
  const fromDate = useWatch({ name: "fromDate" });
  const follow = (first: string) => {
    const toDate = getValues("toDate");
    if (!toDate || toDate < first) setValue("toDate", first, { shouldDirty: true });
  };
  return (
    <div className="grid grid-cols-2 gap-3">
      <DateField name="fromDate" label={t("from")} onDay={follow} autoFocus />
      <DateField name="toDate" label={t("to")} min={isPlainDate(fromDate) ? fromDate : undefined} />
    </div>
  );
}
