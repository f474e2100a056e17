"use client";

import { useTranslations } from "next-intl";
import { Button } from "../ui/button";
import type { StepProps } from "./step-props";

/** Hours, people and numbers belong to a branch, which comes with the services. */
export function ServicesFirst({ goTo }: Pick<StepProps, "goTo">) {
  const t = useTranslations("onboarding.first");
  return (
    <div className="flex flex-col items-start gap-3">
      <p>{t("text")}</p>
      <Button variant="primary" onClick={() => goTo("trade")}>
        {t("action")}
      </Button>
    </div>
  );
}
