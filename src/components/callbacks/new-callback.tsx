"use client";

import { PhoneForwarded } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useUnsavedGuard } from "../form/unsaved";
import { Button } from "../ui/button";
import { DialogTitle } from "../ui/dialog";
import { Sheet, SheetContent, SheetTrigger } from "../ui/sheet";
import { useOpenInAddress } from "../use-open-in-address";

const CallbackForm = dynamic(() => import("./callback-form").then((module) => module.CallbackForm));

/** Somebody asked at the counter, or left a note. */
export function NewCallback() {
  const t = useTranslations("callbacks");
  const [open, setOpen] = useOpenInAddress();
  const { leave, keep } = useUnsavedGuard(() => setOpen(false));
  return (
    <Sheet open={open} onOpenChange={(next) => (next ? setOpen(true) : leave())}>
      <SheetTrigger>
        <Button variant="primary">
          <PhoneForwarded />
          {t("new")}
        </Button>
      </SheetTrigger>
      <SheetContent aria-describedby={undefined}>
        <DialogTitle>{t("new")}</DialogTitle>
        {keep(<CallbackForm onDone={() => setOpen(false)} />)}
      </SheetContent>
    </Sheet>
  );
}
