"use client";

import { PhoneForwarded } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { parseAsBoolean, useQueryState } from "nuqs";
import { Button } from "../ui/button";
import { DialogTitle } from "../ui/dialog";
import { Sheet, SheetContent, SheetTrigger } from "../ui/sheet";

const CallbackForm = dynamic(() => import("./callback-form").then((module) => module.CallbackForm));

/** Somebody asked at the counter, or left a note. */
export function NewCallback() {
  const t = useTranslations("callbacks");
  const [open, setOpen] = useQueryState("new", parseAsBoolean.withDefault(false));
  return (
    <Sheet open={open} onOpenChange={setOpen}>
      <SheetTrigger>
        <Button variant="primary">
          <PhoneForwarded />
          {t("new")}
        </Button>
      </SheetTrigger>
      <SheetContent aria-describedby={undefined}>
        <DialogTitle>{t("new")}</DialogTitle>
        <CallbackForm onDone={() => setOpen(false)} />
      </SheetContent>
    </Sheet>
  );
}
