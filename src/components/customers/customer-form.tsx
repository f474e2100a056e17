"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { formatPhone } from "@/lib/phone-display";
import { DayEntry } from "../form/day-entry";
import { Field } from "../form/field";
import { Button } from "../ui/button";
import { Input } from "../ui/input";
import { Textarea } from "../ui/textarea";
import { useErrorMessage } from "../use-error-message";
import { refusedFields } from "./refused-fields";

export interface CustomerDraft {
  name: string;
  phone: string;
  email: string;
  birthdate: string;
  notes: string;
}

interface CustomerFormProps {
  /** What is known already. */
  customer?: Partial<Record<keyof CustomerDraft, string | null>>;
  submitLabel: string;
  pending: boolean;
  /** Of the last attempt. */
  error: unknown;
  onSubmit: (draft: CustomerDraft) => void;
}

/** The server judges; what it refuses stands at its field. */
export function CustomerForm({ customer, submitLabel, pending, error, onSubmit }: CustomerFormProps) {
  const t = useTranslations("customers.form");
  const message = useErrorMessage();
  const [birthdate, setBirthdate] = useState(customer?.birthdate ?? "");
  const refused = refusedFields(error);
  const textOf = (field: keyof CustomerDraft) => {
    const verdict = refused[field];
    return verdict && t(verdict === "taken" ? `taken.${field as "phone"}` : `invalid.${field}`);
  };
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    const form = new FormData(event.currentTarget);
    const read = (field: keyof CustomerDraft) => String(form.get(field) ?? "");
    onSubmit({
      name: read("name"),
      phone: read("phone"),
      email: read("email"),
      birthdate,
      notes: read("notes"),
    });
  }
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      <Field label={t("name")} error={textOf("name")}>
        {(control) => (
          <Input
            {...control}
            name="name"
            maxLength={255}
            autoComplete="off"
            autoFocus
            aria-required
            defaultValue={customer?.name ?? ""}
          />
        )}
      </Field>
      <Field label={t("phone")} error={textOf("phone")} hint={t("phoneHint")}>
        {(control) => (
          <Input
            {...control}
            name="phone"
            type="tel"
            maxLength={40}
            autoComplete="off"
            defaultValue={customer?.phone ? formatPhone(customer.phone) : ""}
          />
        )}
      </Field>
      <Field label={t("email")} error={textOf("email")}>
        {(control) => (
          <Input
            {...control}
            name="email"
            type="email"
            maxLength={255}
            autoComplete="off"
            defaultValue={customer?.email ?? ""}
          />
        )}
      </Field>
      <DayEntry
        label={t("birthdate")}
        error={textOf("birthdate")}
        expects="birth"
        clearable
        value={birthdate}
        onChange={setBirthdate}
      />
      <Field label={t("notes")} error={textOf("notes")} hint={t("notesHint")}>
        {(control) => (
          <Textarea {...control} name="notes" maxLength={5000} defaultValue={customer?.notes ?? ""} />
        )}
      </Field>
      <p role="alert" className="min-h-5 text-danger-text">
        {error != null && Object.keys(refused).length === 0 && message(error).said}
      </p>
      <Button type="submit" variant="primary" aria-disabled={pending}>
        {submitLabel}
      </Button>
    </form>
  );
}
