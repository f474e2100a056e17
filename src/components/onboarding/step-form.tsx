"use client";

import { useTranslations } from "next-intl";
import type { FormEvent, ReactNode } from "react";
import { type FieldValues, FormProvider, type UseFormReturn } from "react-hook-form";
import { refuseFields } from "../form/form";
import { useErrorMessage } from "../use-error-message";
import { StepActions } from "./step-actions";

interface StepFormProps<Input extends FieldValues, Output> {
  form: UseFormReturn<Input, unknown, Output>;
  /** The write and what follows it. What it throws is shown; the fields stay as they are. */
  save: (values: Output) => Promise<unknown>;
  submitLabel: string;
  /** Leaves the step for later, where it can be left. */
  onSkip?: () => void;
  children: ReactNode;
}

/** The form of a step: one way on, one for later. A second click changes nothing. */
export function StepForm<Input extends FieldValues, Output>(props: StepFormProps<Input, Output>) {
  const { form, save, submitLabel, onSkip, children } = props;
  const t = useTranslations("onboarding");
  const message = useErrorMessage();
  const { isSubmitting, errors } = form.formState;
  const write = form.handleSubmit(async (values) => {
    try {
      await save(values);
    } catch (error) {
      if (!refuseFields(form, error)) form.setError("root", { message: message(error).said });
    }
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isSubmitting) write(event);
  };
  return (
    <FormProvider {...form}>
      <form noValidate onSubmit={submit} className="flex flex-col gap-5">
        {children}
        <p role="alert" className="text-danger-text empty:hidden">
          {errors.root?.message}
        </p>
        <StepActions label={isSubmitting ? t("saving") : submitLabel} isBusy={isSubmitting} onSkip={onSkip} />
      </form>
    </FormProvider>
  );
}
