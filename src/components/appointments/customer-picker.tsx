"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Search, UserPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { type Outputs, useTRPC } from "@/trpc/client";
import { CallerLine } from "../caller-line";
import { Field } from "../form/field";
import { Input } from "../ui/input";

export type Customer = Outputs["appointments"]["customers"]["rows"][number];

interface CustomerPickerProps {
  onPick: (customer: Customer) => void;
  /** What was typed: a name, or digits of a number. */
  onNew: (text: string) => void;
}

const typingMs = 200;

/** Finds a known customer by part of a name or number; whoever is not there is new. */
export function CustomerPicker({ onPick, onNew }: CustomerPickerProps) {
  const t = useTranslations("appointments.new");
  const trpc = useTRPC();
  const [text, setText] = useState("");
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
                <CallerLine name={customer.name} phone={customer.phone} stacked />
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

function Choice({ onClick, children }: { onClick: () => void; children: React.ReactNode }) {
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

/** The value once nobody has typed for a moment. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), typingMs);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
