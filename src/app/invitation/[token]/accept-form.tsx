"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormProvider } from "react-hook-form";
import { TextField } from "@/components/form/form-field";
import { useLateZodForm } from "@/components/form/use-late-zod-form";
import { Button } from "@/components/ui/button";
import type { AcceptProblem } from "@/contracts/users";
import { accept } from "./accept";

const loadSchema = () => import("@/contracts/users").then((module) => module.accountForm);

/** Name and password make the account, and the same password signs in with it at once. */
export function AcceptForm({ token, email }: { token: string; email: string }) {
  const t = useTranslations("members.accept");
  const form = useLateZodForm(loadSchema, { name: "", password: "" });
  const [problem, setProblem] = useState<AcceptProblem>();
  const { isSubmitting } = form.formState;
  const submit = form.handleSubmit(async (values) => {
    setProblem(undefined);
    const answer = await accept(token, values).catch(() => ({ problem: "unavailable" as const }));
    if ("problem" in answer) return setProblem(answer.problem);
    const { signIn } = await import("next-auth/react");
    await signIn("credentials", { email: answer.email, password: values.password, redirect: false });
    // A full load, so that nothing rendered for a stranger stays in the browser's memory.
    location.assign("/");
  });
  return (
    <FormProvider {...form}>
      <form method="post" noValidate onSubmit={submit} className="flex flex-col gap-4">
        {/* For password managers: which account the password belongs to. */}
        <input type="hidden" autoComplete="username" value={email} readOnly />
        <TextField name="name" label={t("name")} autoComplete="name" autoFocus />
        <TextField
          name="password"
          label={t("password")}
          hint={t("passwordHint")}
          type="password"
          autoComplete="new-password"
        />
        <Button type="submit" variant="primary" aria-disabled={isSubmitting} className="mt-2 w-full">
          {isSubmitting ? t("submitting") : t("submit")}
        </Button>
        <p role="alert" className="min-h-5 text-danger-text">
          {problem && t(problem)}
        </p>
      </form>
    </FormProvider>
  );
}
