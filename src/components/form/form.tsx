"use client";

import { useTranslations } from "next-intl";
import type { FormEvent, ReactNode } from "react";
import { type FieldPath, type FieldValues, FormProvider, type UseFormReturn } from "react-hook-form";
import type { ErrorView } from "@/contracts/errors";
import { Button } from "../ui/button";
import { useErrorMessage } from "../use-error-message";
import { useFormSheet } from "./form-sheet";
import { useUnsaved } from "./unsaved";

interface FormProps<Input extends FieldValues, Output> {
  form: UseFormReturn<Input, unknown, Output>;
  /** The write. What it throws is shown; the fields stay as they are. */
  save: (values: Output) => Promise<unknown>;
  submitLabel: string;
  children: ReactNode;
}

/**
 * The one form of this house: complaints stand at their fields, whether the browser or the server found them; a second
 * click changes nothing; what was typed is not lost by an error nor, inside a sheet, by closing it.
 */
export function Form<Input extends FieldValues, Output>(props: FormProps<Input, Output>) {
  const { form, save, submitLabel, children } = props;
  const t = useTranslations("form");
  const message = useErrorMessage();
  const sheet = useFormSheet();
  const { isDirty, isSubmitting, errors } = form.formState;
  useUnsaved(isDirty && !isSubmitting);

  const write = form.handleSubmit(async (values) => {
    try {
      await save(values);
    } catch (error) {
      if (!refuseFields(form, error))
        form.setError("root", { type: viewOf(error)?.code, message: message(error).said });
    }
  });
  const submit = (event: FormEvent) => {
    // A sheet inside another form's sheet is inside it for React, and so would its submit be.
    event.stopPropagation();
    event.preventDefault();
    if (!isSubmitting) write(event);
  };
  return (
    <FormProvider {...form}>
      <form onSubmit={submit} noValidate className="flex grow flex-col gap-4">
        {children}
        <div className="sticky -bottom-5 -mx-5 mt-auto -mb-5 flex flex-col gap-3 border-t bg-surface px-5 py-4 md:-bottom-6 md:-mx-6 md:-mb-6 md:px-6">
          <div role="alert" className="text-danger-text empty:hidden">
            {errors.root?.message}
            {String(errors.root?.type).endsWith(".changed_meanwhile") && sheet.reload && (
              <Button size="small" className="mt-2 flex" onClick={sheet.reload}>
                {t("reload")}
              </Button>
            )}
          </div>
          <Button type="submit" variant="primary" aria-disabled={isSubmitting} className="md:self-start">
            {isSubmitting ? t("saving") : submitLabel}
          </Button>
        </div>
      </form>
    </FormProvider>
  );
}

export const viewOf = (error: unknown): ErrorView | undefined =>
  (error as { data?: { error?: ErrorView } } | null)?.data?.error;

/** Puts each complaint of the server at its field. @returns whether there was any */
export function refuseFields<Input extends FieldValues, Output>(
  form: UseFormReturn<Input, unknown, Output>,
  error: unknown,
): boolean {
  const fields = viewOf(error)?.details.fields;
  if (typeof fields !== "object" || fields === null) return false;
  const complaints = Object.entries(fields);
  complaints.forEach(([path, problem], index) => {
    form.setError(
      path as FieldPath<Input>,
      { type: "server", message: String(problem) },
      { shouldFocus: index === 0 },
    );
  });
  return complaints.length > 0;
}
