"use client";

import { useMutation } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useEffect } from "react";
import { FormProvider } from "react-hook-form";
import { setupPerson } from "@/contracts/onboarding";
import { useTRPC } from "@/trpc/client";
import { ChoicesField } from "../form/choices-field";
import { refuseFields } from "../form/form";
import { TextField } from "../form/form-field";
import { toast } from "../toast";
import { Button } from "../ui/button";
import { useErrorMessage } from "../use-error-message";
import { StepActions } from "./step-actions";
import { useKeptForm } from "./use-kept-form";
import { useSettle } from "./use-settle";
import { useSetupChanged } from "./use-setup";

interface PersonFormProps {
  services: readonly { id: number; name: string }[];
  onDone: () => void;
}

/** One person after the other; going on takes along whoever stands in the form. */
export function PersonForm({ services, onDone }: PersonFormProps) {
  const t = useTranslations("onboarding");
  const trpc = useTRPC();
  const changed = useSetupChanged();
  const message = useErrorMessage();
  const { settle, isPending } = useSettle("staff", onDone);
  const add = useMutation(trpc.onboarding.addPerson.mutationOptions());
  const blank = { name: "", serviceIds: services.map(({ id }) => id) };
  const { form, forget } = useKeptForm("staff", setupPerson, blank);
  const { isSubmitting, isSubmitSuccessful, errors } = form.formState;
  useEffect(() => {
    if (isSubmitSuccessful) form.setFocus("name");
  }, [form, isSubmitSuccessful]);

  const write = (then?: () => void) =>
    form.handleSubmit(async (values) => {
      try {
        await add.mutateAsync(values);
        form.reset(blank);
        forget();
        await changed();
        toast.success(t("staff.added", { name: values.name }));
        then?.();
      } catch (error) {
        if (!refuseFields(form, error)) form.setError("root", { message: message(error).said });
      }
    });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isSubmitting) write()(event);
  };
  const goOn = () => {
    if (isSubmitting) return;
    if (form.getValues("name").trim()) void write(() => settle("done"))();
    else settle("done");
  };
  return (
    <FormProvider {...form}>
      <form noValidate onSubmit={submit} className="flex flex-col gap-4">
        <TextField name="name" label={t("staff.name")} aria-required />
        <ChoicesField
          name="serviceIds"
          label={t("staff.does")}
          options={services.map(({ id, name }) => ({ id, label: name }))}
        />
        <p role="alert" className="text-danger-text empty:hidden">
          {errors.root?.message}
        </p>
        <Button type="submit" aria-disabled={isSubmitting} className="self-start">
          <Plus />
          {isSubmitting ? t("saving") : t("staff.add")}
        </Button>
      </form>
      <div className="pt-6">
        <StepActions
          label={t("next")}
          isBusy={isSubmitting || isPending}
          onGoOn={goOn}
          onSkip={() => settle("skipped")}
        />
      </div>
    </FormProvider>
  );
}
