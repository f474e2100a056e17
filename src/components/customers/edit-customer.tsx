"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Pencil } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/trpc/client";
import { toast } from "../toast";
import { Button } from "../ui/button";
import { DialogTitle } from "../ui/dialog";
import { Sheet, SheetContent, SheetTrigger } from "../ui/sheet";
import type { Customer } from "./outputs";

const CustomerForm = dynamic(() => import("./customer-form").then((module) => module.CustomerForm));

export function EditCustomer({ customer }: { customer: Customer }) {
  const t = useTranslations("customers");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [open, setOpen] = useState(false);
  const change = useMutation(
    trpc.customers.change.mutationOptions({
      onSuccess: () => {
        setOpen(false);
        toast.success(t("saved"));
      },
      onSettled: () => queryClient.invalidateQueries(trpc.customers.pathFilter()),
    }),
  );
  const toggle = (next: boolean) => {
    change.reset();
    setOpen(next);
  };
  return (
    <Sheet open={open} onOpenChange={toggle}>
      <SheetTrigger>
        <Button>
          <Pencil />
          <span className="max-md:sr-only">{t("edit")}</span>
        </Button>
      </SheetTrigger>
      <SheetContent aria-describedby={undefined}>
        <DialogTitle>{t("editTitle")}</DialogTitle>
        <CustomerForm
          customer={customer}
          submitLabel={t("save")}
          pending={change.isPending}
          error={change.error}
          onSubmit={(draft) => change.mutate({ ...draft, customerId: customer.id })}
        />
      </SheetContent>
    </Sheet>
  );
}
