"use client";

import { useTranslations } from "next-intl";
import { Field } from "../form/field";
import { Input } from "../ui/input";

interface NewCustomerProps {
  person: { name: string; phone: string };
  onChange: (person: { name: string; phone: string }) => void;
}

export function NewCustomer({ person, onChange }: NewCustomerProps) {
  const t = useTranslations("appointments.new");
  return (
    <>
      <Field label={t("name")}>
        {(control) => (
          <Input
            {...control}
            autoFocus
            required
            autoComplete="off"
            maxLength={255}
            value={person.name}
            onChange={({ target }) => onChange({ ...person, name: target.value })}
          />
        )}
      </Field>
      <Field label={t("phone")} hint={t("phoneHint")}>
        {(control) => (
          <Input
            {...control}
            type="tel"
            autoComplete="off"
            minLength={3}
            maxLength={32}
            className="tabular-nums"
            value={person.phone}
            onChange={({ target }) => onChange({ ...person, phone: target.value })}
          />
        )}
      </Field>
    </>
  );
}
