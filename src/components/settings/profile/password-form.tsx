"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { z } from "zod";
import { changePasswordInput } from "@/contracts/users";
import { useTRPC } from "@/trpc/client";
import { Form } from "../../form/form";
import { TextField } from "../../form/form-field";
import { useZodForm } from "../../form/use-zod-form";
import { toast } from "../../toast";

export function PasswordForm({ email, onDone }: { email: string; onDone: () => void }) {
  const t = useTranslations("profile.password");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const form = useZodForm(changePasswordInput, { currentPassword: "", newPassword: "" });
  const change = useMutation(trpc.account.changePassword.mutationOptions());
  const save = async (values: z.output<typeof changePasswordInput>) => {
    await change.mutateAsync(values);
    await queryClient.invalidateQueries(trpc.account.sessions.pathFilter());
    toast.success(t("saved"));
    onDone();
  };
  return (
    <Form form={form} save={save} submitLabel={t("action")}>
      {/* For password managers: which account the password belongs to. */}
      <input type="hidden" autoComplete="username" value={email} readOnly />
      <TextField
        name="currentPassword"
        label={t("current")}
        type="password"
        autoComplete="current-password"
      />
      <TextField
        name="newPassword"
        label={t("next")}
        hint={t("nextHint")}
        type="password"
        autoComplete="new-password"
      />
    </Form>
  );
}
