"use client";

import { useTranslations } from "next-intl";
import { Button } from "../ui/button";

interface StepActionsProps {
  label: string;
  isBusy?: boolean;
  /** Without it the button sends the form around it. */
  onGoOn?: () => void;
  onSkip?: () => void;
}

/** The way on, and the way to do this later. */
export function StepActions({ label, isBusy = false, onGoOn, onSkip }: StepActionsProps) {
  const t = useTranslations("onboarding");
  return (
    <div className="flex flex-col gap-2 pt-1 md:flex-row md:items-center">
      <Button type={onGoOn ? "button" : "submit"} variant="primary" aria-disabled={isBusy} onClick={onGoOn}>
        {label}
      </Button>
      {onSkip && (
        <Button variant="ghost" aria-disabled={isBusy} onClick={onSkip}>
          {t("later")}
        </Button>
      )}
    </div>
  );
}
