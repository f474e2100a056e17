"use client";

import { useMutation } from "@tanstack/react-query";
import { UserPlus } from "lucide-react";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { CustomerDraft } from "@/contracts/customer-fields";
import { useTRPC } from "@/trpc/client";
import { useBusiness } from "../business-context";
import { useUnsavedGuard } from "../form/unsaved";
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
  const { leave, keep } = useUnsavedGuard(() => setOpen(false));
  const create = useMutation(trpc.customers.create.mutationOptions());
  // The way to the new page closes the sheet; closing it in the address as well would lead back here.
  const save = async (draft: CustomerDraft) => {
    const { id } = await create.mutateAsync(draft);
    toast.success(t("created"));
    router.push(`/${slug}/customers/${id}`);
  };
  return (
    <Sheet open={open} onOpenChange={(next) => (next ? setOpen(true) : leave())}>
      <SheetTrigger>
        <Button variant="primary" aria-label={t("new")}>
          <UserPlus />
          <span className="max-md:hidden">{t("new")}</span>
          <span className="md:hidden">{t("newShort")}</span>
        </Button>
      </SheetTrigger>
      <SheetContent aria-describedby={undefined}>
        <DialogTitle>{t("new")}</DialogTitle>
        {keep(<CustomerForm submitLabel={t("create")} save={save} />)}
      </SheetContent>
    </Sheet>
  );
}
