"use client";

import { useTranslations } from "next-intl";
import type { z } from "zod";
import { ownPasswordInput } from "@/contracts/users";
import { Form } from "../../form/form";
import { TextField } from "../../form/form-field";
import { useZodForm } from "../../form/use-zod-form";

interface OwnPasswordFormProps {
  submitLabel: string;
  save: (values: z.output<typeof ownPasswordInput>) => Promise<unknown>;
}

/** Asked before the sign-in itself is changed. */
export function OwnPasswordForm({ submitLabel, save }: OwnPasswordFormProps) {
  const t = useTranslations("profile.twoFactor");
  const form = useZodForm(ownPasswordInput, { currentPassword: "" });
  return (
    <Form form={form} save={save} submitLabel={submitLabel}>
      <TextField
        name="currentPassword"
        label={t("password")}
        type="password"
        autoComplete="current-password"
      />
    </Form>
  );
}
