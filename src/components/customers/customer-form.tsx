"use client";

import { useTranslations } from "next-intl";
import { type CustomerDraft, customerFields } from "@/contracts/customer-fields";
import { formatPhone } from "@/lib/phone-display";
import { DateField } from "../form/date-field";
import { Form } from "../form/form";
import { LongTextField, TextField } from "../form/form-field";
import { useZodForm } from "../form/use-zod-form";

interface CustomerFormProps {
  /** What is known already. */
  customer?: Record<keyof CustomerDraft, string | null>;
  submitLabel: string;
  save: (draft: CustomerDraft) => Promise<unknown>;
}

export function CustomerForm({ customer, submitLabel, save }: CustomerFormProps) {
  const t = useTranslations("customers.form");
  const form = useZodForm(customerFields, {
    name: customer?.name ?? "",
    phone: customer?.phone ? formatPhone(customer.phone) : "",
    email: customer?.email ?? "",
    birthdate: customer?.birthdate ?? "",
    notes: customer?.notes ?? "",
  });
  return (
    <Form form={form} save={save} submitLabel={submitLabel}>
      <TextField name="name" label={t("name")} maxLength={255} autoFocus aria-required />
      <TextField
        name="phone"
        label={t("phone")}
        hint={t("phoneHint")}
        type="tel"
        maxLength={40}
        className="tabular-nums"
      />
      <TextField name="email" label={t("email")} type="email" maxLength={255} />
      <DateField name="birthdate" label={t("birthdate")} expects="birth" clearable />
      <LongTextField name="notes" label={t("notes")} hint={t("notesHint")} maxLength={5000} />
    </Form>
  );
}
