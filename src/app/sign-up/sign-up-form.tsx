"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { FormProvider } from "react-hook-form";
import { TextField } from "@/components/form/form-field";
import { SelectField } from "@/components/form/select-field";
import { useLateZodForm } from "@/components/form/use-late-zod-form";
import { Button } from "@/components/ui/button";
import type { SignUpProblem } from "@/contracts/onboarding";
import { trades } from "@/contracts/trades";
import { createBusiness } from "./create-business";

const loadSchema = () => import("@/contracts/onboarding").then((module) => module.signUpForm);

/** Five answers make a business; what they mean is set up on the next pages. */
export function SignUpForm() {
  const t = useTranslations("onboarding.signUp");
  const tradeName = useTranslations("onboarding.trade.names");
  const form = useLateZodForm(loadSchema, { businessName: "", name: "", email: "", password: "" });
  const [problem, setProblem] = useState<{ name: SignUpProblem; minutes: number }>();
  const { isSubmitting, isSubmitSuccessful } = form.formState;
  const busy = isSubmitting || (isSubmitSuccessful && !problem);
  const write = form.handleSubmit(async (values) => {
    setProblem(undefined);
    const answer = await createBusiness(values).catch(() => ({
      problem: "unavailable" as const,
      minutes: 1,
    }));
    if ("problem" in answer) return setProblem({ name: answer.problem, minutes: answer.minutes ?? 1 });
    // A full load, so that nothing rendered for a stranger stays in the browser's memory.
    location.assign(answer.path);
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy) write(event);
  };
  return (
    <FormProvider {...form}>
      {/* Sent before the script listens, a password must not end up in the address. */}
      <form method="post" noValidate onSubmit={submit} className="flex flex-col gap-4">
        <TextField
          name="businessName"
          label={t("businessName")}
          autoComplete="organization"
          aria-required
          autoFocus
        />
        <SelectField
          name="trade"
          label={t("trade")}
          placeholder={t("chooseTrade")}
          options={trades.map((trade) => ({ value: trade, label: tradeName(trade) }))}
        />
        <TextField name="name" label={t("name")} autoComplete="name" aria-required />
        <TextField
          name="email"
          label={t("email")}
          type="email"
          inputMode="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          aria-required
        />
        <TextField
          name="password"
          label={t("password")}
          hint={t("passwordHint")}
          type="password"
          autoComplete="new-password"
          aria-required
        />
        <Button type="submit" variant="primary" aria-disabled={busy} className="mt-2 w-full">
          {busy ? t("submitting") : t("submit")}
        </Button>
        <p role="alert" className="min-h-5 text-danger-text">
          {problem && t(`problem.${problem.name}`, { minutes: problem.minutes })}
        </p>
      </form>
    </FormProvider>
  );
}
