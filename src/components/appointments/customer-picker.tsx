"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Search, UserPlus } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { formatPhone } from "@/lib/phone-display";
import { type Outputs, useTRPC } from "@/trpc/client";
import { Field } from "../form/field";
import { Input } from "../ui/input";
import { useSettled } from "../use-settled";

export type Customer = Outputs["appointments"]["customers"]["rows"][number];

interface CustomerPickerProps {
  /** Typed already, somewhere else. */
  name?: string;
  onPick: (customer: Customer) => void;
  /** What was typed: a name, or digits of a number. */
  onNew: (text: string) => void;
}

/** Finds a known customer by part of a name or number; whoever is not there is new. */
export function CustomerPicker({ name = "", onPick, onNew }: CustomerPickerProps) {
  const t = useTranslations("appointments.new");
  const trpc = useTRPC();
  const [text, setText] = useState(name);
  const search = useSettled(text.trim());
  const { data, isPending } = useQuery(
    trpc.appointments.customers.queryOptions(
      { search },
      { enabled: search.length >= 2, placeholderData: keepPreviousData },
    ),
  );
  const searching = search.length >= 2;
  return (
    <div className="flex flex-col gap-2">
      <Field label={t("customer")} hint={searching ? undefined : t("customerHint")}>
        {(control) => (
          <span className="relative block">
            <Search
              aria-hidden="true"
              className="absolute top-1/2 left-3 size-4 -translate-y-1/2 text-muted-foreground"
            />
            <Input
              {...control}
              autoFocus
              type="search"
              autoComplete="off"
              className="pl-9"
              value={text}
              onChange={({ target }) => setText(target.value)}
            />
          </span>
        )}
      </Field>
      {searching && !isPending && (
        <ul className="-mx-2" aria-label={t("matches")}>
          {data?.rows.map((customer) => (
            <li key={customer.id}>
              <Choice onClick={() => onPick(customer)}>
                <CustomerLine customer={customer} />
              </Choice>
            </li>
          ))}
          <li>
            <Choice onClick={() => onNew(text.trim())}>
              <UserPlus className="size-4 shrink-0 text-primary-text" aria-hidden="true" />
              <span className="min-w-0 truncate text-primary-text">
                {t("createCustomer", { text: text.trim() })}
              </span>
            </Choice>
          </li>
        </ul>
      )}
    </div>
  );
}

/** What tells people of one name apart. */
export function CustomerLine({ customer }: { customer: Customer }) {
  const t = useTranslations("appointments.new");
  const format = useFormatter();
  const { name, phone, birthdate } = customer;
  const born =
    birthdate &&
    t("born", { date: format.dateTime(new Date(birthdate), { dateStyle: "medium", timeZone: "UTC" }) });
  const facts = [phone && formatPhone(phone), born].filter(Boolean).join(" · ");
  return (
    <span className="min-w-0">
      <span className="block truncate font-medium">{name}</span>
      {facts && <span className="block text-muted-foreground text-table tabular-nums">{facts}</span>}
    </span>
  );
}

function Choice({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      onClick={onClick}
      className="flex min-h-11 w-full items-center gap-2 rounded-control px-2 py-1 text-left transition-colors duration-150 hover:bg-hover"
    >
      {children}
    </button>
  );
}
