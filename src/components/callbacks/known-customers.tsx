"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { type UseFormReturn, useWatch } from "react-hook-form";
import type { CallbackForm } from "@/contracts/callbacks";
import { formatPhone } from "@/lib/phone-display";
import { useTRPC } from "@/trpc/client";
import { type Customer, CustomerLine } from "../appointments/customer-picker";
import { useSettled } from "../use-settled";

const mostShown = 4;

/** Whom the name may mean: choosing one fills in the number, and the callback stands in their file. */
export function KnownCustomers({ form }: { form: UseFormReturn<CallbackForm> }) {
  const t = useTranslations("callbacks.form");
  const trpc = useTRPC();
  const [name, customerId] = useWatch({ control: form.control, name: ["name", "customerId"] });
  const search = useSettled(name.trim());
  const { data } = useQuery(
    trpc.appointments.customers.queryOptions(
      { search },
      { enabled: search.length >= 2, placeholderData: keepPreviousData },
    ),
  );
  const [chosenName, setChosenName] = useState("");
  const isChosen = customerId !== undefined && name === chosenName;
  // Another name is another person.
  useEffect(() => {
    if (customerId !== undefined && !isChosen) form.setValue("customerId", undefined);
  });
  if (search.length < 2 || !data || data.rows.length === 0 || isChosen) return null;
  const choose = ({ id, name, phone }: Customer) => {
    const change = { shouldDirty: true };
    setChosenName(name ?? "");
    form.setValue("customerId", id, change);
    form.setValue("name", name ?? "", change);
    if (phone) form.setValue("phone", formatPhone(phone), change);
  };
  return (
    <ul className="-mx-2 -mt-2" aria-label={t("known")}>
      {data.rows.slice(0, mostShown).map((customer) => (
        <li key={customer.id}>
          <button
            type="button"
            onClick={() => choose(customer)}
            className="flex min-h-11 w-full items-center rounded-control px-2 py-1 text-left transition-colors duration-150 hover:bg-hover"
          >
            <CustomerLine customer={customer} />
          </button>
        </li>
      ))}
    </ul>
  );
}
