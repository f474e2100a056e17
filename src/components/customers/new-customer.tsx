"use client";

import { useMutation } from "@tanstack/react-query";
import { UserPlus } from "lucide-react";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/trpc/client";
import { useBusiness } from "../business-context";
import { toast } from "../toast";
import { Button } from "../ui/button";
import { DialogTitle } from "../ui/dialog";
import { Sheet, SheetContent, SheetTrigger } from "../ui/sheet";
import { useOpenInAddress } from "../use-open-in-address";

const CustomerForm = dynamic(() => import("./customer-form").then((module) => module.CustomerForm));

export function NewCustomer() {
  const t = useTranslations("customers");
  const trpc = useTRPC();
  const router = useRouter();
  const { slug } = useBusiness();
  const [open, setOpen] = useOpenInAddress();
  const create = useMutation(
    trpc.customers.create.mutationOptions({
      // The way to the new page closes the sheet; closing it in the address as well would lead back here.
      onSuccess: ({ id }) => {
        toast.success(t("created"));
        router.push(`/${slug}/customers/${id}`);
      },
    }),
  );
  const toggle = (next: boolean) => {
    create.reset();
    setOpen(next);
  };
  return (
    <Sheet open={open} onOpenChange={toggle}>
      <SheetTrigger>
        <Button variant="primary" aria-label={t("new")}>
          <UserPlus />
          <span className="max-md:hidden">{t("new")}</span>
          <span className="md:hidden">{t("newShort")}</span>
        </Button>
      </SheetTrigger>
      <SheetContent aria-describedby={undefined}>
        <DialogTitle>{t("new")}</DialogTitle>
        <CustomerForm
          submitLabel={t("create")}
          pending={create.isPending}
          error={create.error}
          onSubmit={(draft) => create.mutate(draft)}
        />
      </SheetContent>
    </Sheet>
  );
}
