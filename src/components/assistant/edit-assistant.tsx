"use client";

import { Pencil } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { FormSheet } from "../form/form-sheet";
import { Button } from "../ui/button";
import { usePageLocale } from "../use-page-locale";
import type { Assistant } from "./outputs";

const AssistantForm = dynamic(() => import("./assistant-form").then((module) => module.AssistantForm));

interface EditAssistantProps {
  assistant: Assistant;
  refresh: () => Promise<{ isFetching: boolean }>;
}

/** Goes on with the draft, or begins one from what callers hear now. */
export function EditAssistant({ assistant, refresh }: EditAssistantProps) {
  const t = useTranslations("assistant");
  const { language } = assistant;
  // Whoever reads this page in another language would write answers in that one.
  const isOther = language !== usePageLocale();
  return (
    <FormSheet
      title={t("edit.title")}
      description={isOther ? `${t("edit.hint")} ${t("edit.speaks", { language })}` : t("edit.hint")}
      refresh={async () => {
        // News of the same change may ask at the same moment and end our question without an answer.
        while ((await refresh()).isFetching);
      }}
      trigger={
        <Button variant={assistant.draft ? "secondary" : "primary"}>
          <Pencil />
          {t(assistant.draft ? "edit.goOn" : "edit.begin")}
        </Button>
      }
    >
      {(close) => <AssistantForm assistant={assistant} onDone={close} />}
    </FormSheet>
  );
}
