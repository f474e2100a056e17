"use client";

import { useTranslations } from "next-intl";
import { type CallbackView, callbackViews } from "@/contracts/calls";
import { cn } from "../class-names";
import { Button } from "../ui/button";

interface CallbackViewsProps {
  view: CallbackView;
  onChange: (view: CallbackView) => void;
}

export function CallbackViews({ view, onChange }: CallbackViewsProps) {
  const t = useTranslations("callbacks.view");
  return (
    <fieldset className="-mx-4 flex min-w-0 items-center gap-2 overflow-x-auto px-4 py-1 pb-4 md:-mx-1 md:px-1">
      <legend className="sr-only">{t("label")}</legend>
      {callbackViews.map((one) => (
        <Button
          key={one}
          size="small"
          aria-pressed={view === one}
          onClick={() => onChange(one)}
          className={cn(
            "rounded-full md:px-3",
            view === one && "border-primary bg-primary-soft text-primary-text hover:bg-primary-soft",
          )}
        >
          {t(one)}
        </Button>
      ))}
    </fieldset>
  );
}
