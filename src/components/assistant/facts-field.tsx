"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFieldArray } from "react-hook-form";
import { DateField } from "../form/date-field";
import { LongTextField, TextField } from "../form/form-field";
import { Button } from "../ui/button";

/** Questions callers ask, each with the answer they get and how long it holds. */
export function FactsField() {
  const t = useTranslations("assistant.facts");
  const { fields, append, remove } = useFieldArray({ name: "facts" });
  return (
    <fieldset className="flex flex-col gap-4">
      <legend className="mb-1 font-medium text-sm">{t("title")}</legend>
      <p className="text-muted-foreground text-table">{t("hint")}</p>
      {fields.map(({ id }, index) => (
        <fieldset key={id} className="flex flex-col gap-3 border-t pt-3">
          <legend className="sr-only">{t("numbered", { number: index + 1 })}</legend>
          <TextField name={`facts.${index}.question`} label={t("question")} />
          <LongTextField name={`facts.${index}.answer`} label={t("answer")} rows={2} />
          <div className="flex items-end justify-between gap-3">
            <DateField
              name={`facts.${index}.validUntil`}
              label={t("validUntil")}
              clearable
              className="w-44"
            />
            <Button
              variant="ghost"
              size="small"
              aria-label={t("remove", { number: index + 1 })}
              onClick={() => remove(index)}
            >
              <X />
              {t("removeShort")}
            </Button>
          </div>
        </fieldset>
      ))}
      <Button
        variant="ghost"
        size="small"
        className="-ml-2.5 self-start"
        onClick={() => append({ question: "", answer: "", validUntil: "" })}
      >
        <Plus />
        {t("add")}
      </Button>
    </fieldset>
  );
}
