"use client";

import { useTranslations } from "next-intl";
import type { FormEvent, ReactNode } from "react";
import { type FieldValues, FormProvider, type UseFormReturn } from "react-hook-form";
import { refuseFields, viewOf } from "../form/form";
import { Button } from "../ui/button";
import { useErrorMessage } from "../use-error-message";
import { StepActions } from "./step-actions";

interface StepFormProps<Input extends FieldValues, Output> {
  form: UseFormReturn<Input, unknown, Output>;
  /** The write and what follows it. What it throws is shown; the fields stay as they are. */
  save: (values: Output) => Promise<unknown>;
  submitLabel: string;
  /** Leaves the step for later, where it can be left. */
  onSkip?: () => void;
  /** The way on after another tab has saved the same. */
  onStartAgain?: () => void;
  children: ReactNode;
}

/** The form of a step: one way on, one for later. A second click changes nothing. */
export function StepForm<Input extends FieldValues, Output>(props: StepFormProps<Input, Output>) {
  const { form, save, submitLabel, onSkip, onStartAgain, children } = props;
  const t = useTranslations("onboarding");
  const words = useTranslations("form");
  const message = useErrorMessage();
  const { isSubmitting, errors } = form.formState;
  const write = form.handleSubmit(async (values) => {
    try {
      await save(values);
    } catch (error) {
      if (!refuseFields(form, error))
        form.setError("root", { type: viewOf(error)?.code, message: message(error).said });
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
        <div role="alert" className="text-danger-text empty:hidden">
          {errors.root?.message}
          {String(errors.root?.type).endsWith(".changed_meanwhile") && onStartAgain && (
            <Button size="small" className="mt-2 flex" onClick={onStartAgain}>
              {words("reload")}
            </Button>
          )}
        </div>
        <StepActions label={isSubmitting ? t("saving") : submitLabel} isBusy={isSubmitting} onSkip={onSkip} />
      </form>
    </FormProvider>
  );
}
