"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Pencil } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useCallback, useState } from "react";
import type { CustomerDraft } from "@/contracts/customer-fields";
import { useTRPC } from "@/trpc/client";
import { FormSheet } from "../form/form-sheet";
import { toast } from "../toast";
import { Button } from "../ui/button";
import type { Customer } from "./outputs";

const CustomerForm = dynamic(() => import("./customer-form").then((module) => module.CustomerForm));

export function EditCustomer({ customer }: { customer: Customer }) {
  const t = useTranslations("customers");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const refresh = useCallback(
    () => queryClient.invalidateQueries(trpc.customers.pathFilter()),
    [queryClient, trpc],
  );
  const trigger = (
    <Button>
      <Pencil />
      <span className="max-md:sr-only">{t("edit")}</span>
    </Button>
  );
  return (
    <FormSheet title={t("editTitle")} trigger={trigger} refresh={refresh}>
      {(close) => (
        <EditForm
          customer={customer}
          onSaved={() => {
            close();
            toast.success(t("saved"));
            void refresh();
          }}
        />
      )}
    </FormSheet>
  );
}

/** What somebody else changes while one writes is not undone by saving: only what differs from what one saw is written. */
function EditForm({ customer, onSaved }: { customer: Customer; onSaved: () => void }) {
  const t = useTranslations("customers");
  const trpc = useTRPC();
  const change = useMutation(trpc.customers.change.mutationOptions());
  const [seen] = useState(customer);
  const save = async (draft: CustomerDraft) => {
    await change.mutateAsync({ ...draft, customerId: customer.id, seen });
    onSaved();
  };
  return <CustomerForm customer={seen} submitLabel={t("save")} save={save} />;
}
